import { belongs, dayIn, daysBetween, headGroup, isDay, serviceGroup, type Person, type Settings } from '@bannette/domain';
import { forbidden, invalid, type Call, type Contract } from '@bannette/http';
import { selectMails, toLine, type House } from '@bannette/house';
import { sql, type SqlBool } from 'kysely';

/** The day of a clock that has none while it waits for pieces, as PostgreSQL calls it: after all others. */
const endless = 'infinity';
const ending = sql<string>`coalesce(mail_clock.due, ${sql.lit(endless)}::date)`;

/** Clocks that nothing has met yet, of open mails of their services that the person may open: the next to end first. A clock tells what a mail is about, so none is shown of a masked one. */
export async function clocksPage(house: House, { query, caller }: Call<Contract['clocks']>) {
  const settings = await house.settings();
  const services = servicesToSee(caller, settings, query.service);
  const today = dayIn(settings.authority.timeZone, house.now());
  let selection = selectMails(house.store.db)
    .innerJoin('mail_clock', 'mail_clock.mail_id', 'mail.id')
    .select(['mail_clock.code as clock_code', 'mail_clock.kind as clock_kind', 'mail_clock.due as clock_due', 'mail_clock.suspended_until', 'mail_clock.because as clock_because'])
    .where('mail_clock.entity_id', '=', house.entityId)
    .where('mail_clock.met_on', 'is', null)
    .where('mail.state', 'in', ['distributed', 'inProgress'])
    .where('mail.service', 'in', services)
    .where(sql<SqlBool>`mail.readers && ${sql.val([...caller.groups])}::text[]`);
  if (query.until) selection = selection.where('mail_clock.due', '<=', query.until);
  if (query.kind) selection = selection.where('mail_clock.kind', '=', query.kind);
  if (query.after) {
    const { due, id, code } = cursorOf(query.after);
    selection = selection.where(sql<SqlBool>`(${ending}, mail.id, mail_clock.code) > (${due}::date, ${id}::uuid, ${code})`);
  }
  const rows = await selection.orderBy(ending).orderBy('mail.id').orderBy('mail_clock.code').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => {
      const clock = settings.clocks.find(({ code }) => code === row.clock_code);
      const due = row.clock_due ?? undefined;
      const suspendedUntil = row.suspended_until && row.suspended_until > today ? row.suspended_until : undefined;
      return { mail: toLine(row, { person: caller, settings, now: house.now() }), clock: { code: row.clock_code, label: clock?.label ?? row.clock_code, kind: row.clock_kind, source: clock?.source, due, daysLeft: due === undefined ? undefined : daysBetween(today, due), because: [...row.clock_because], suspendedUntil } };
    }),
    next: rows.length > query.limit && last ? `${last.clock_due ?? endless}~${last.id}~${last.clock_code}` : undefined,
  };
}

/** @throws 403 for who is in no service, or not in the one asked for */
function servicesToSee(person: Person, { services }: Settings, wanted: string | undefined): string[] {
  const own = services.filter(({ code }) => belongs(person, serviceGroup(code)) || belongs(person, headGroup(code))).map(({ code }) => code);
  const seen = wanted === undefined ? own : own.filter((code) => code === wanted);
  if (!seen.length) throw forbidden('clocks');
  return seen;
}

function cursorOf(after: string): { due: string; id: string; code: string } {
  const [due = '', id = '', code = ''] = after.split('~');
  if ((due !== endless && !isDay(due)) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) || !code) throw invalid('invalid', 'The cursor is not one of ours', { field: 'after' });
  return { due, id, code };
}
