import { dayIn, type ClockFacts, type ClockReading, type Settings } from '@bannette/domain';
import { clockFactsOf, enqueueMirror, lockMail, readClocks, treatmentDue, type House, type Listening, type MailRow, type Treatment } from '@bannette/house';
import { canonicalJson, type Tx } from '@bannette/store';
import { sql } from 'kysely';
import { keepPromises } from '../commitments/keep.js';

/** Hears of what starts, stops, moves or meets the clocks of a mail, and keeps them and its due day true. */
export function keepClocks(house: House): Listening {
  return {
    name: 'distribution.clocks',
    types: ['mail.distributed', 'mail.piecesAsked', 'mail.piecesReceived', 'mail.acknowledged', 'mail.letterRefused', 'mail.extended', 'mail.transmitted', 'mail.answered', 'mail.closed', 'mail.closedWithoutAnswer', 'mail.linked', 'mail.unlinked', 'mail.reopened', 'mail.rerouted', 'mail.undone', 'mail.voided', 'mail.restored'],
    swift: true,
    locks: true,
    handle: async (entry, tx) => {
      const mail = await lockMail(tx, entry.subjectId);
      if (!mail) return;
      const settings = await house.settings();
      await computeClocks(tx, mail, settings, dayIn(settings.authority.timeZone, house.now()));
    },
  };
}

/** Computes the clocks of a mail anew. Those that it no longer has are taken away; nobody announces those of a closed mail. */
export async function computeClocks(tx: Tx, mail: MailRow, settings: Settings, today: string): Promise<void> {
  const there = await whatMovesThem(tx, mail.id);
  const { facts } = await clockFactsOf(tx.trx, mail, settings, (['missing', 'answers'] as const).filter((kind) => there[kind]));
  const readings = facts && mail.category === 'incoming' && mail.state !== 'voided' && mail.service ? readClocks(mail, facts, settings, today) : [];
  const codes = readings.map(({ code }) => code);
  const gone = tx.trx.deleteFrom('mail_clock').where('mail_id', '=', mail.id);
  if (there.clocks) await (codes.length ? gone.where('code', 'not in', codes) : gone).execute();
  for (const reading of readings) await keep(tx, mail, reading);
  await keepPromises(tx, mail, settings, today, facts);
  if (facts?.missing.length) await moveDueDay(tx, mail, settings, facts);
}

/** One look instead of one into each table: a mail that just came has nothing in any of them. */
async function whatMovesThem(tx: Tx, id: string): Promise<{ readonly missing: boolean; readonly answers: boolean; readonly clocks: boolean }> {
  const { rows } = await sql<{ missing: boolean; answers: boolean; clocks: boolean }>`
    select exists (select from missing_pieces where "mail_id" = ${id}) as missing, exists (select from mail where "answer_of" = ${id}) or exists (select from mail_link where "to_id" = ${id} and kind = 'answers') as answers, exists (select from mail_clock where "mail_id" = ${id}) as clocks`.execute(tx.trx);
  return rows[0] ?? { missing: true, answers: true, clocks: true };
}

async function keep(tx: Tx, mail: MailRow, { code, kind, due, suspended, metOn, because }: ClockReading): Promise<void> {
  const row = { kind, due: due ?? null, suspended_until: suspended?.until ?? null, met_on: metOn ?? null, because: JSON.stringify(because) };
  await tx.trx.insertInto('mail_clock').values({ mail_id: mail.id, entity_id: mail.entity_id, code, ...row }).onConflict((conflict) => conflict.columns(['mail_id', 'code']).doUpdateSet(row)).execute();
}

/** The due day of the treatment stands still while pieces are missing. A mail that nobody works on any more keeps its own. */
export async function moveDueDay(tx: Tx, mail: MailRow, settings: Settings, facts: ClockFacts | undefined): Promise<Treatment | undefined> {
  const due = mail.due_date ? treatmentDue(mail, settings, facts) : undefined;
  if (!due || (due.day === mail.due_date && canonicalJson(due.because as never) === canonicalJson((mail.due_because ?? null) as never))) return undefined;
  const mirrored = mail.node_name ? { desired_version: mail.desired_version + 1 } : {};
  await tx.trx.updateTable('mail').set({ due_date: due.day, due_because: JSON.stringify(due.because), ...mirrored }).where('id', '=', mail.id).execute();
  if (mail.node_name) await enqueueMirror(tx, mail.id);
  return due;
}
