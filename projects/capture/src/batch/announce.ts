import { conflict, invalid, type Call, type Contract, type ScanBatch } from '@bannette/http';
import { cameInAt, contextOf, doorOf, type House } from '@bannette/house';
import { batchFor, lockBatch } from './batch-for.js';
import { requireBatchRevision } from './gestures.js';
import { fillFrom } from '../scanners/choose-batch.js';
import { settle } from './settle.js';
import { findBatchOf, requireBatches, viewScanBatch } from './view-batch.js';

/** Announces a batch; the same person's same id answers the batch that it made. */
export async function announceBatch(house: House, call: Call<Contract['announceBatch']>): Promise<ScanBatch> {
  const { caller, body } = call;
  requireBatches(caller);
  const settings = await house.settings();
  if (body.scanner !== undefined && !settings.scanners.some(({ code, enabled }) => enabled && code === body.scanner)) throw invalid('unknownScanner', 'There is no such scanner', { scanner: body.scanner });
  const place = cameInAt(doorOf(caller, body.site, settings), settings);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const { id, operator } = await batchFor(tx, {
      id: body.id,
      name: body.name ?? house.now().toISOString().slice(0, 16).replace('T', ' '),
      channel: body.channel,
      operator: { id: caller.id, name: caller.displayName },
      scanner: body.scanner,
      service: body.service,
      site: place.site,
      mailRooms: place.mail_rooms,
      announced: { envelopes: body.announcedEnvelopes, pages: body.announcedPages },
      release: 'unlessDoubtful',
    });
    if (operator !== caller.id) throw conflict('idTaken', 'There is something else under this id', { id });
    await fillFrom(tx, id, settings.scanners.find(({ code }) => code === body.scanner));
  });
  return viewScanBatch(house, body.id);
}

/** What was counted wrongly at the opening of envelopes, and why. */
export async function correctAnnounced(house: House, call: Call<Contract['correctAnnounced']>): Promise<ScanBatch> {
  const { id } = await findBatchOf(house, call.caller, call.params.id);
  const { revision, announcedEnvelopes, announcedPages, reason } = call.body;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const batch = await lockBatch(tx, id);
    requireBatchRevision(batch, revision);
    if (batch.state === 'rejected' || batch.releasing_since) throw conflict('notInState', 'What was announced of it can’t be corrected now', { state: batch.state, action: 'correctAnnounced' });
    const set = { announced_envelopes: announcedEnvelopes ?? null, announced_pages: announcedPages ?? null };
    await tx.trx.updateTable('batch').set({ ...set, revision: revision + 1 }).where('id', '=', id).execute();
    tx.append({ type: 'batch.corrected', subjectKind: 'batch', subjectId: id, data: { before: { envelopes: batch.announced_envelopes, pages: batch.announced_pages }, after: { envelopes: set.announced_envelopes, pages: set.announced_pages } }, personal: { reason } });
    // Whoever corrects looks at the batch, and releases it when they have seen enough.
    await settle(tx, id, { byHand: true });
  });
  return viewScanBatch(house, id);
}

/** The batch is to be scanned again; its bytes stay, and no mail is made of it. */
export async function rejectBatch(house: House, call: Call<Contract['rejectBatch']>): Promise<ScanBatch> {
  const { id } = await findBatchOf(house, call.caller, call.params.id);
  const { revision, reason } = call.body;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const batch = await lockBatch(tx, id);
    requireBatchRevision(batch, revision);
    if (batch.releasing_since || batch.released_at || batch.state === 'rejected') throw conflict(batch.releasing_since ? 'releasing' : 'notInState', 'The batch can’t be rejected now', { state: batch.state, action: 'rejectBatch' });
    await tx.trx.updateTable('batch').set({ state: 'rejected', reason, revision: revision + 1 }).where('id', '=', id).execute();
    tx.append({ type: 'batch.rejected', subjectKind: 'batch', subjectId: id, data: { counts: { ...batch.counts } }, personal: { reason } });
  });
  return viewScanBatch(house, id);
}

/** Takes a rejected batch back; a person releases it. */
export async function resumeBatch(house: House, call: Call<Contract['resumeBatch']>): Promise<ScanBatch> {
  const { id } = await findBatchOf(house, call.caller, call.params.id);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const batch = await lockBatch(tx, id);
    requireBatchRevision(batch, call.body.revision);
    if (batch.state !== 'rejected') throw conflict('notInState', 'The batch was not rejected', { state: batch.state, action: 'resumeBatch' });
    await tx.trx.updateTable('batch').set({ state: 'toCheck', reason: null, release_rule: 'byHand', revision: batch.revision + 1 }).where('id', '=', id).execute();
    tx.append({ type: 'batch.resumed', subjectKind: 'batch', subjectId: id, data: {} });
    await settle(tx, id);
  });
  return viewScanBatch(house, id);
}
