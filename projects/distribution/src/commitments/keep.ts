import { clockOfPromise, isPaper, isPromised, readClock, type ClockFacts, type Settings } from '@bannette/domain';
import type { MailRow } from '@bannette/house';
import type { Tx } from '@bannette/store';

/** Keeps how each promise stands that is given for a mail of a service; those that no longer are given for it go. */
export async function keepPromises(tx: Tx, mail: MailRow, { commitments, calendar }: Settings, today: string, facts: ClockFacts | undefined): Promise<void> {
  const { service, received_at: receivedOn } = mail;
  const given = facts && service && receivedOn && mail.category === 'incoming' && mail.state !== 'voided' ? commitments.promises.filter((promise) => isPromised(promise, mail)) : [];
  const codes = given.map(({ code }) => code);
  const gone = <Db extends Pick<Tx['trx'], 'deleteFrom'>>(db: Db) => (codes.length ? db.deleteFrom('commitment').where('mail_id', '=', mail.id).where('code', 'not in', codes) : db.deleteFrom('commitment').where('mail_id', '=', mail.id));
  if (!facts || !service || !receivedOn || !given.length) return void (await gone(tx.trx).execute());
  const rows = given.map((promise) => {
    const { due, metOn } = readClock(clockOfPromise(promise), facts, calendar, today);
    return { mail_id: mail.id, code: promise.code, entity_id: mail.entity_id, service, channel: isPaper(mail.channel) ? ('paper' as const) : ('electronic' as const), received_on: receivedOn, due: due ?? null, met_on: metOn ?? null };
  });
  await tx.trx
    .with('gone', (qb) => gone(qb))
    .insertInto('commitment')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['mail_id', 'code']).doUpdateSet((eb) => ({ service: eb.ref('excluded.service'), channel: eb.ref('excluded.channel'), received_on: eb.ref('excluded.received_on'), due: eb.ref('excluded.due'), met_on: eb.ref('excluded.met_on') })))
    .execute();
}
