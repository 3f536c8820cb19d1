import type { Call, Contract, Mail } from '@bannette/http';
import { conflict } from '@bannette/http';
import { changeMail, contextOf, lockMail, requireRevision, requireRight, viewMail, type House } from '@bannette/house';
import { isRestricted, mayWithAffair } from '@bannette/domain';
import { affairForRights, lockAffair, requireAffair, type AffairRow } from './view.js';

/** Puts a mail into an affair, or takes it out: who does it may link the mail, and open the affair, which is not closed. */
export async function fileMail(house: House, call: Call<Contract['fileMail']>): Promise<Mail> {
  const { params, body, caller } = call;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const mail = await lockMail(tx, params.id);
    requireRight(caller, 'link', mail);
    requireRevision(mail, body.revision);
    if (body.affair === mail.affair_id) return;
    if (mail.intermediate_at) throw conflict('intermediate', 'Its current use has ended: it stays in the affair that it was filed with');
    const locked = new Map<string, AffairRow | undefined>();
    for (const id of [mail.affair_id, body.affair].filter((one) => one !== null).sort()) locked.set(id, await lockAffair(tx, id));
    const [before, after] = [locked.get(mail.affair_id ?? ''), locked.get(body.affair ?? '')];
    // A mail is not taken out of an affair that the person may not know of; they are told no more than that.
    if (before && !mayWithAffair(caller, 'list', affairForRights(before))) throw conflict('filedElsewhere', 'It lies in another affair');
    if (before) requireAffair(caller, 'file', before);
    if (body.affair) requireAffair(caller, 'file', after);
    // The number only where the affair is no secret: who reads the mail's history need not know of it.
    const told = { ...(after ? { affair: after.id, ...(isRestricted(after) ? {} : { chrono: after.chrono }) } : {}), ...(before ? { before: before.id } : {}) };
    await changeMail(tx, mail, { set: { affair_id: after?.id ?? null }, entry: { type: after ? 'mail.filed' : 'mail.unfiled', data: told } });
    for (const [affair, type] of [[before, 'affair.mailTakenOut'], [after, 'affair.mailPutIn']] as const) if (affair) tx.append({ type, subjectKind: 'affair', subjectId: affair.id, data: { mail: mail.id, ...(mail.chrono ? { chrono: mail.chrono } : {}) } });
  });
  return viewMail(house, caller, params.id);
}
