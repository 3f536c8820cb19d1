import { dayIn, type ClockFacts, type ClockReading, type Settings } from '@bannette/domain';
import { clockFactsOf, enqueueMirror, lockMail, readClocks, treatmentDue, type House, type Listening, type MailRow, type Treatment } from '@bannette/house';
import { canonicalJson, type Tx } from '@bannette/store';
import { keepPromises } from '../commitments/keep.js';

/** Hears of what starts, stops, moves or meets the clocks of a mail, and keeps them and its due day true. */
export function keepClocks(house: House): Listening {
  return {
    name: 'distribution.clocks',
    types: ['mail.distributed', 'mail.piecesAsked', 'mail.piecesReceived', 'mail.acknowledged', 'mail.transmitted', 'mail.answered', 'mail.closed', 'mail.closedWithoutAnswer', 'mail.reopened', 'mail.rerouted', 'mail.undone', 'mail.voided'],
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
  const { facts } = await clockFactsOf(tx.trx, mail, settings);
  const readings = facts && mail.category === 'incoming' && mail.state !== 'voided' && mail.service ? readClocks(mail, facts, settings, today) : [];
  const codes = readings.map(({ code }) => code);
  let gone = tx.trx.deleteFrom('mail_clock').where('mail_id', '=', mail.id);
  if (codes.length) gone = gone.where('code', 'not in', codes);
  await gone.execute();
  for (const reading of readings) await keep(tx, mail, reading);
  await keepPromises(tx, mail, settings, today, facts);
  if (facts?.missing.length) await moveDueDay(tx, mail, settings, facts);
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
