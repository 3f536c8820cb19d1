import { conflict, type Call, type Contract, type ScanBatch } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import type { Tx } from '@bannette/store';
import type { BatchRow } from '../batch-for.js';
import { lockBatch } from '../batch-for.js';
import { factsOf, gapsOf } from '../facts.js';
import { requireBatchRevision, requireEditable } from '../gestures.js';
import { isReleased } from '../settle.js';
import { findBatchOf, viewScanBatch } from '../view-batch.js';
import { startRelease } from './start.js';
import { documentsOf, loadMade, makingOf } from './state.js';

/** Has the mails of a batch made equal to its plan; a job does it. */
export async function releaseBatch(house: House, call: Call<Contract['releaseBatch']>): Promise<ScanBatch> {
  const { id } = await findBatchOf(house, call.caller, call.params.id);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const batch = await lockBatch(tx, id);
    requireBatchRevision(batch, call.body.revision);
    await requireReleasable(tx, batch);
    if (!isReleased(batch)) await startRelease(tx, id, call.caller);
  });
  return viewScanBatch(house, id);
}

/** @throws Problem 409 with the reason why it can't be released */
export async function requireReleasable(tx: Tx, batch: BatchRow): Promise<void> {
  const facts = (await factsOf(tx.trx, [batch.id]))(batch.id);
  if (facts.quarantined) throw conflict('filesInQuarantine', 'A file of it is in quarantine', { files: facts.quarantined });
  requireEditable(batch);
  const [gap] = gapsOf(batch, facts);
  if (gap) throw conflict('countersDisagree', 'What was announced and what was scanned disagree', { ...gap });
  if (!batch.counts.envelopes && !batch.released_at) throw conflict('nothingToRelease', 'No envelope is in it');
  const made = await loadMade(tx.trx, batch);
  for (const document of documentsOf(batch.plan, made.mails)) {
    if (makingOf(document, made).how !== 'cut') continue;
    const sources = [...new Set(document.pages.map(({ file }) => file))].map((file) => made.files.get(file));
    const left = sources.find((file) => !file || file.leaving_at);
    if (left) throw conflict('batchFileLeft', 'The bytes of a file have left', { file: left.original_name });
    const uncuttable = sources.find((file) => !file?.cuttable);
    if (uncuttable) throw conflict('notCuttable', 'A file can’t be taken apart without loss', { file: uncuttable.original_name });
  }
}
