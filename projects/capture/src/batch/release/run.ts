import { withAdvisoryLock, type TaskHandler } from '@bannette/store';
import type { House } from '@bannette/house';
import type { Reader } from '../../reading/index.js';
import { lockBatch, type BatchRow } from '../batch-for.js';
import { settle } from '../settle.js';
import { applyRelease } from './apply.js';
import { cutMissing, type Failure } from './cut.js';
import { loadMade } from './state.js';

const mostTries = 5;

/** The job that makes the mails of a batch equal to its plan. */
export function releaseJob(house: House, reader: Reader): TaskHandler {
  return ({ batchId }) => release(house, reader, String(batchId));
}

/**
 * Makes the mails of a batch equal to its plan, if that is asked for: cuts outside of any transaction, then changes all in
 * one. Killed anywhere, it leaves the mails as they were or as they are to be, and goes on where it was.
 */
export async function release(house: House, reader: Reader, batchId: string): Promise<void> {
  await withAdvisoryLock(house.store, `release:${batchId}`, async () => {
    for (let tries = 0; tries < mostTries; tries++) {
      const batch = await house.store.db.selectFrom('batch').selectAll().where('id', '=', batchId).executeTakeFirst();
      if (!batch?.releasing_since) return;
      const failure = await cutMissing(house, reader, batch, await loadMade(house.store.db, batch));
      if (failure) return fail(house, batch, failure);
      const applied = await applyRelease(house, batch);
      if (applied.outcome === 'failed') return fail(house, batch, applied.failure);
      if (applied.outcome === 'again') continue;
      for (const key of applied.forget) await house.spool.remove(key);
      return;
    }
    throw new Error('the plan of a batch changes faster than it can be released');
  });
}

/** Nothing was changed; somebody has to look at it. What was cut is forgotten. */
async function fail(house: House, seen: BatchRow, failure: Failure): Promise<void> {
  const keys = await house.store.transaction({ entityId: seen.entity_id, actor: seen.releasing_for ?? 'system' }, async (tx) => {
    const batch = await lockBatch(tx, seen.id);
    if (!batch.releasing_since) return [];
    const cuts = await tx.trx.deleteFrom('batch_cut').where('batch_id', '=', seen.id).returning(['spool_key', 'searchable_key']).execute();
    await tx.trx.updateTable('batch').set({ releasing_since: null, releasing_for: null, releasing_for_name: null, release_failure: JSON.stringify(failure), revision: batch.revision + 1 }).where('id', '=', seen.id).execute();
    tx.append({ type: 'batch.notReleased', subjectKind: 'batch', subjectId: seen.id, data: { reason: failure.code } });
    await settle(tx, seen.id, { byHand: true });
    return cuts.flatMap(({ spool_key, searchable_key }) => [spool_key, ...(searchable_key ? [searchable_key] : [])]);
  });
  for (const key of keys) await house.spool.remove(key);
}
