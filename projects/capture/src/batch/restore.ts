import type { BatchPlan, DeskChange } from '@bannette/domain';
import { conflict, invalid, notFound, type Batch, type Call, type Contract } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { newId } from '@bannette/store';
import type { Reader } from '../reading/index.js';
import { lockBatch, type BatchRow } from './batch-for.js';
import { mailsOf } from './envelopes.js';
import { doChanges, requireEditable } from './gestures.js';
import { releaseNow } from './merge.js';
import { deskOf } from './open-desk.js';
import { release } from './release/run.js';
import { isReleased } from './settle.js';
import { findBatch, requireMailRoom, viewBatch } from './view.js';

/**
 * Puts a page that was left out back where it belongs in the batch: into the document before it, else the one after, or
 * the one asked for. Only while that document waits to be qualified: later its digest stands in the register.
 */
export async function restorePage(house: House, reader: Reader, call: Call<Contract['restorePage']>): Promise<Batch> {
  requireMailRoom(call.caller);
  const { id: file, number } = call.params;
  const { deposit_id } = await findBatch(house, call.caller, file);
  const page = await house.store.db.selectFrom('batch_page').select('part_id').where('file_id', '=', file).where('number', '=', number).executeTakeFirst();
  if (!page) throw notFound('page');
  if (page.part_id) throw conflict('pageInPlace', 'The page is in a document already', { page: number });
  const batchId = await house.store.transaction(contextOf(house, call), async (tx) => {
    const batch = await lockBatch(tx, await deskOf(tx, deposit_id));
    requireEditable(batch);
    if (!isReleased(batch)) throw conflict('deskOpen', 'Somebody works on its batch at the page desk', { batch: batch.id });
    await doChanges(tx, batch, [await placing(tx.trx, batch, { file, number }, call.body.mail)]);
    await tx.trx.updateTable('batch_page').set({ restored_by: call.caller.id, restored_at: house.now() }).where('file_id', '=', file).where('number', '=', number).execute();
    await releaseNow(tx, batch.id, call);
    return batch.id;
  });
  await release(house, reader, batchId);
  return viewBatch(house, call.caller, file);
}

async function placing(db: Parameters<typeof mailsOf>[0], { id, plan }: BatchRow, page: { readonly file: string; readonly number: number }, wanted: string | undefined): Promise<DeskChange> {
  const mails = await mailsOf(db, id);
  const isFree = (envelope: string): boolean => mails.some((one) => one.envelope === envelope && one.waits);
  const beside = wanted === undefined ? envelopeBeside(plan, page) : undefined;
  if (!plan.envelopes.some((envelope) => isFree(envelope.id)) || (beside !== undefined && !isFree(beside))) throw conflict('notInState', 'The mail that it belongs to no longer waits to be qualified', { state: '', action: 'qualify' });
  if (!wanted) return { kind: 'restore', pages: [page], document: newId() };
  const target = plan.envelopes.find((envelope) => mails.some(({ envelope: own, mail }) => own === envelope.id && mail === wanted))?.documents[0];
  if (!target) throw invalid('notOfBatch', 'That mail holds nothing of this batch', {});
  const before = target.pages.find(({ file, number }) => file === page.file && number > page.number);
  return { kind: 'move', pages: [page], to: { document: target.id, ...(before ? { before: { file: before.file, number: before.number } } : {}) } };
}

/** The envelope that holds the nearest page before it, else the nearest after it. */
function envelopeBeside({ envelopes }: BatchPlan, page: { readonly file: string; readonly number: number }): string | undefined {
  const pages = envelopes.flatMap(({ id, documents }) => documents.flatMap((document) => document.pages.filter(({ file }) => file === page.file).map(({ number }) => ({ id, number })))).sort((a, b) => a.number - b.number);
  return (pages.filter(({ number }) => number < page.number).at(-1) ?? pages[0])?.id;
}
