import { lockSeconds, type Person } from '@bannette/domain';
import type { Call, Contract, Mail } from '@bannette/http';
import { contextOf, lockMail, requireRight, requireUnlocked, viewMail, type House } from '@bannette/house';
import type { Tx } from '@bannette/store';

export interface Marks {
  readonly read?: boolean;
  readonly followed?: boolean;
}

/** What a mail is to its reader alone: read or unread, followed or not. No part of its history. */
export async function markMail(house: House, { params, body, caller, ...call }: Call<Contract['markMail']>): Promise<Mail> {
  await house.store.transaction(contextOf(house, { caller, ...call }), async (tx) => {
    await setMarks(house, tx, caller, params.id, body);
  });
  return viewMail(house, caller, params.id);
}

/** @returns whether anything changed */
export async function setMarks(house: House, tx: Tx, person: Person, mailId: string, { read, followed }: Marks): Promise<boolean> {
  const mail = await tx.trx.selectFrom('mail').selectAll().where('id', '=', mailId).forShare().executeTakeFirst();
  requireRight(person, 'read', mail);
  const before = await tx.trx.selectFrom('mail_person').selectAll().where('person_id', '=', person.id).where('mail_id', '=', mailId).executeTakeFirst();
  const now = house.now();
  const after = {
    read_at: read === undefined ? (before?.read_at ?? null) : read ? (before?.read_at ?? now) : null,
    followed_at: followed === undefined ? (before?.followed_at ?? null) : followed ? (before?.followed_at ?? now) : null,
  };
  if (!!after.read_at === !!before?.read_at && !!after.followed_at === !!before?.followed_at) return false;
  await tx.trx.insertInto('mail_person').values({ mail_id: mailId, person_id: person.id, ...after }).onConflict((conflict) => conflict.columns(['person_id', 'mail_id']).doUpdateSet(after)).execute();
  return true;
}

/**
 * Says that one works on a mail, again and again while one does. Somebody else's lock is theirs until it runs out, or is
 * taken over; that it was taken over stays in the history.
 */
export async function lock(house: House, { params, body, caller, ...call }: Call<Contract['lockMail']>): Promise<Mail> {
  await house.store.transaction(contextOf(house, { caller, ...call }), async (tx) => {
    const mail = await lockMail(tx, params.id);
    requireRight(caller, 'lock', mail);
    const now = house.now();
    if (!body.takeOver) await requireUnlocked(tx, caller, mail.id, now);
    const held = await tx.trx.selectFrom('mail_lock').selectAll().where('mail_id', '=', mail.id).executeTakeFirst();
    const own = held?.person_id === caller.id && held.until > now;
    const values = { mail_id: mail.id, person_id: caller.id, person_name: caller.displayName, since: own ? held.since : now, until: new Date(now.getTime() + lockSeconds * 1000) };
    await tx.trx.insertInto('mail_lock').values(values).onConflict((conflict) => conflict.column('mail_id').doUpdateSet(values)).execute();
    if (held && held.person_id !== caller.id && held.until > now) tx.append({ type: 'mail.lockTakenOver', subjectKind: 'mail', subjectId: mail.id, data: { from: held.person_id } });
  });
  return viewMail(house, caller, params.id);
}

export async function unlock(house: House, { params, caller }: Call<Contract['unlockMail']>): Promise<Mail> {
  const mail = await house.store.db.selectFrom('mail').selectAll().where('id', '=', params.id).executeTakeFirst();
  requireRight(caller, 'read', mail);
  await house.store.db.deleteFrom('mail_lock').where('mail_id', '=', params.id).where('person_id', '=', caller.id).execute();
  return viewMail(house, caller, params.id);
}
