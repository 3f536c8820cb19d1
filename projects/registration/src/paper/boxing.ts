import { may, numberIn, type Person } from '@bannette/domain';
import { conflict, notFound, type Boxed, type BoxView, type Call, type Contract } from '@bannette/http';
import { changeMail, contextOf, forRights, lockMail, requireRight, type House, type MailRow } from '@bannette/house';
import type { Tx } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { boxOf, lockOpenBox, toBox, toBoxed } from './boxes.js';

/** Puts the mail with this number in; once in, the number may come again. From another open box, it is moved. */
export async function putInBox(house: House, call: Call<Contract['putInBox']>): Promise<{ box: BoxView; mail: Boxed; from?: string }> {
  const { params, body, caller } = call;
  const number = numberIn(body.number);
  const put = await house.store.transaction(contextOf(house, call), async (tx) => {
    const found = await mailWith(tx, caller, number);
    // Boxes in the order of their codes, then the mail: two who move mails between the same boxes never wait for one another.
    for (const code of [...new Set([params.code, ...(found.box ? [found.box] : [])])].sort()) if (code === params.code || found.box !== params.code) await lockOpenBox(tx, caller, code);
    const mail = await lockMail(tx, found.id);
    requireRight(caller, 'shelve', mail);
    if (mail.box === params.code) return { mail };
    if (mail.box !== found.box) throw conflict('stale', 'The mail has changed since you saw it', { revision: mail.revision });
    const boxed = await changeMail(tx, mail, { set: { box: params.code }, entry: { type: 'mail.boxed', data: { box: params.code, ...(mail.box ? { from: mail.box } : {}) } } });
    return { mail: boxed, from: mail.box ?? undefined };
  });
  return { box: await toBox(house.store.db, await boxOf(house, caller, params.code)), mail: toBoxed(caller, put.mail), from: put.from };
}

/** By its chrono, or the number on its paper; of several with the same number, the one that is in no box yet. */
async function mailWith(tx: Tx, person: Person, number: string): Promise<MailRow> {
  const rows = await tx.trx
    .selectFrom('mail')
    .selectAll()
    .where('entity_id', '=', tx.context.entityId)
    .where((eb) => eb.or([eb('chrono', '=', number), eb('endorsement', '=', number), eb.and([eb('endorsement_last', 'is not', null), sql<SqlBool>`endorsement collate "C" <= ${number} collate "C" and endorsement_last collate "C" >= ${number} collate "C" and char_length(endorsement) = ${number.length}`])]))
    .limit(50)
    .execute();
  const known = rows.filter((mail) => may(person, 'list', forRights(mail)));
  const byChrono = known.find(({ chrono }) => chrono === number);
  const free = known.filter(({ box }) => box === null);
  const found = byChrono ?? (known.length === 1 ? known[0] : free.length === 1 ? free[0] : undefined);
  if (found) return found;
  if (known.length) throw conflict('ambiguousNumber', 'Several mails have this number', { number });
  throw notFound('mail');
}

export async function takeOutOfBox(house: House, call: Call<Contract['takeOutOfBox']>): Promise<BoxView> {
  const { params, caller } = call;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    await lockOpenBox(tx, caller, params.code);
    const mail = await lockMail(tx, params.id);
    requireRight(caller, 'shelve', mail);
    if (mail.box !== params.code) return;
    await changeMail(tx, mail, { set: { box: null }, entry: { type: 'mail.unboxed', data: { box: params.code } } });
  });
  return toBox(house.store.db, await boxOf(house, caller, params.code));
}
