import { clockOfPromise, isPaper, isPromised, readClock, type ClockFacts, type Settings } from '@bannette/domain';
import type { MailRow } from '@bannette/house';
import type { Tx } from '@bannette/store';

/** Keeps how each promise stands that is given for a mail of a service; those that no longer are given for it go. */
export async function keepPromises(tx: Tx, mail: MailRow, { commitments, calendar }: Settings, today: string, facts: ClockFacts | undefined): Promise<void> {
  const { service, received_at: receivedOn } = mail;
  const given = facts && service && receivedOn && mail.category === 'incoming' && mail.state !== 'voided' ? commitments.promises.filter((promise) => isPromised(promise, mail)) : [];
  let gone = tx.trx.deleteFrom('commitment').where('mail_id', '=', mail.id);
  if (given.length) gone = gone.where('code', 'not in', given.map(({ code }) => code));
  await gone.execute();
  if (!facts || !service || !receivedOn) return;
  for (const promise of given) {
    const { due, metOn } = readClock(clockOfPromise(promise), facts, calendar, today);
    const row = { service, channel: isPaper(mail.channel) ? ('paper' as const) : ('electronic' as const), received_on: receivedOn, due: due ?? null, met_on: metOn ?? null };
    await tx.trx.insertInto('commitment').values({ mail_id: mail.id, code: promise.code, entity_id: mail.entity_id, ...row }).onConflict((conflict) => conflict.columns(['mail_id', 'code']).doUpdateSet(row)).execute();
  }
}
