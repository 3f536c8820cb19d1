import { conflict, type Call, type Contract, type Mail } from '@bannette/http';
import { changeMail, contextOf, lockMail, requireRight, viewMail, type Among, type House, type MailPatch } from '@bannette/house';

/**
 * Takes back the caller's own last action within the authority's undo time, as long as no other person has acted since.
 * What the house did by itself in between (distribution) is taken back with it.
 */
export async function undo(house: House, call: Call<Contract['undo']> & { readonly among?: Among }): Promise<Mail> {
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const mail = await lockMail(tx, call.params.id);
    const kept = await tx.trx.selectFrom('undo').selectAll().where('token', '=', call.body.token).where('mail_id', '=', call.params.id).where('actor', '=', call.caller.id).executeTakeFirst();
    if (!mail || !kept || kept.until < house.now()) throw conflict('undoExpired', 'This can no longer be undone');
    if (kept.on_behalf_of) tx.actFor(kept.on_behalf_of);
    const patch = Object.fromEntries(Object.entries(kept.before).map(([column, value]) => [column, column.endsWith('_because') && value ? JSON.stringify(value) : value])) as MailPatch;
    await changeMail(tx, mail, { set: patch, entry: { type: 'mail.undone', data: { action: kept.action } } });
    await call.among?.note(tx);
  });
  const mail = await house.store.db.selectFrom('mail').selectAll().where('id', '=', call.params.id).executeTakeFirst();
  requireRight(call.caller, 'read', mail);
  return viewMail(house, call.caller, call.params.id);
}
