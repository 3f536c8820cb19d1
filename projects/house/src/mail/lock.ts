import { lockedFor } from '@bannette/domain';
import { conflict } from '@bannette/http';
import type { Tx } from '@bannette/store';

/** Refuses who would change a mail that somebody else is working on: until their lock runs out, or is taken over. @throws Problem 409 `locked` */
export async function requireUnlocked(tx: Tx, person: { readonly id: string }, mailId: string, now: Date): Promise<void> {
  const lock = await tx.trx.selectFrom('mail_lock').selectAll().where('mail_id', '=', mailId).executeTakeFirst();
  if (lock && lockedFor(person, { person: lock.person_id, until: lock.until }, now)) throw conflict('locked', 'Somebody else works on this mail', { person: lock.person_name, until: lock.until.toISOString() });
}

/** What one did to a mail ends one's lock on it. */
export async function releaseLock(tx: Tx, person: { readonly id: string }, mailId: string): Promise<void> {
  await tx.trx.deleteFrom('mail_lock').where('mail_id', '=', mailId).where('person_id', '=', person.id).execute();
}
