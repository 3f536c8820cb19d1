import { belongs, flawsOf, houseGroups, type Settings } from '@bannette/domain';
import { forbidden, invalid, type Call, type CalendarPreview, type Contract } from '@bannette/http';
import { clockFactsOf, selectMails, treatmentDue, type House, type MailRow } from '@bannette/house';
import { sql, type SqlBool } from 'kysely';

const shownMoves = 12;
const open = ['distributed', 'inProgress'] as const;
const waits = sql<SqlBool>`exists (select 1 from missing_pieces where missing_pieces.mail_id = mail.id)`;

/** How many due days of open mails another calendar would move, and which moves are the most: nothing is changed. */
export async function previewCalendar(house: House, { body, caller }: Call<Contract['previewCalendar']>): Promise<CalendarPreview> {
  if (!belongs(caller, houseGroups.administrators)) throw forbidden('previewCalendar');
  const settings = await house.settings();
  const wanted = { ...settings, calendar: body.calendar };
  const [flaw] = flawsOf(wanted).filter(({ path }) => path.startsWith('calendar'));
  if (flaw) throw invalid('inconsistent', `${flaw.path}: ${flaw.value}`, { path: flaw.path, value: flaw.value });
  const counted = new Map<string, { from: string; to: string; mails: number }>();
  let mails = 0;
  for await (const { mail, count, facts } of openMails(house, settings)) {
    const [now, then] = [treatmentDue(mail, settings, facts)?.day, treatmentDue(mail, wanted, facts)?.day];
    if (!now || !then) continue;
    mails += count;
    if (now === then) continue;
    const move = counted.get(`${now} ${then}`) ?? { from: now, to: then, mails: 0 };
    counted.set(`${now} ${then}`, { ...move, mails: move.mails + count });
  }
  const moves = [...counted.values()];
  const sum = (those: typeof moves): number => those.reduce((all, one) => all + one.mails, 0);
  return { mails, earlier: sum(moves.filter(({ from, to }) => to < from)), later: sum(moves.filter(({ from, to }) => to > from)), moves: moves.sort((a, b) => b.mails - a.mails || (a.from < b.from ? -1 : 1)).slice(0, shownMoves) };
}

type Counted = { readonly mail: Parameters<typeof treatmentDue>[0]; readonly count: number; readonly facts?: Parameters<typeof treatmentDue>[2] };

/** Open mails that have a delay: those alike together, those that stood still one by one. */
async function* openMails(house: House, settings: Settings): AsyncGenerator<Counted> {
  const alike = await house.store.db
    .selectFrom('mail')
    .select(['type', 'unscanned', 'priority', 'received_at', 'channel', (eb) => eb.fn.countAll<string>().as('count')])
    .where('entity_id', '=', house.entityId)
    .where('state', 'in', open)
    .where('due_date', 'is not', null)
    .where(sql<SqlBool>`envelope->>'deadline' is null`)
    .where((eb) => eb.not(waits))
    .groupBy(['type', 'unscanned', 'priority', 'received_at', 'channel'])
    .execute();
  for (const { count, ...mail } of alike) yield { mail: { ...mail, envelope: null }, count: Number(count) };
  const stood = await selectMails(house.store.db).where('entity_id', '=', house.entityId).where('state', 'in', open).where('due_date', 'is not', null).where(waits).execute();
  for (const mail of stood) yield { mail, count: 1, facts: (await clockFactsOf(house.store.db, mail as MailRow, settings)).facts };
}

