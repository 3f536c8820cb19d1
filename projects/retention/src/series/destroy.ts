import type { Tx } from '@bannette/store';

/**
 * Removes the bytes of a day's register. Its place in the chain of hashes, what it held of which counters, and its entry in the
 * journal stay, so that the others can still be verified. The database lets it commit only with a row of `elimination` for
 * that day (`subject_kind` `register`), in the same transaction or before; done again, it does nothing.
 *
 * @returns how many files were there
 */
export async function destroyRegisterDay(tx: Tx, day: string): Promise<number> {
  const gone = await tx.trx.deleteFrom('register_file').where('entity_id', '=', tx.context.entityId).where('day', '=', day).executeTakeFirst();
  return Number(gone.numDeletedRows);
}
