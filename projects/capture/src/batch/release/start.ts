import { sql } from 'kysely';
import type { Tx } from '@bannette/store';

/** Name of the job that makes the mails of a batch equal to its plan. */
export const releaseTask = 'capture.release';

/** Has the mails of a batch made equal to its plan; it can't be changed until that is done. The caller holds its lock. */
export async function startRelease(tx: Tx, batchId: string, person: { readonly id: string; readonly displayName?: string }): Promise<void> {
  await tx.trx
    .updateTable('batch')
    .set({ releasing_since: sql<Date>`now()`, releasing_for: person.id, releasing_for_name: person.displayName ?? null, release_failure: null, revision: sql<number>`revision + 1` })
    .where('id', '=', batchId)
    .execute();
  await tx.enqueue(releaseTask, { batchId }, { key: `${releaseTask}:${batchId}` });
}
