import type { DeskChange } from '@bannette/domain';
import { conflict, type Call, type Contract } from '@bannette/http';
import { contextOf, lockMail, requireRevision, requireRight, type House } from '@bannette/house';
import type { Tx } from '@bannette/store';
import type { Reader } from '../reading/index.js';
import { lockBatch, type BatchRow } from './batch-for.js';
import { mailsOf, withMails } from './envelopes.js';
import { doChanges, requireEditable } from './gestures.js';
import { deskOf } from './open-desk.js';
import { requireReleasable } from './release/order.js';
import { release } from './release/run.js';
import { startRelease } from './release/start.js';
import { isReleased } from './settle.js';

/**
 * Joins a mail to the one before it in their batch: a sheet that parted one letter is taken back. What the page desk does in
 * two gestures and a release is done at once; both mails wait to be qualified.
 */
export async function mergeWithPrevious(house: House, reader: Reader, call: Call<Contract['mergeWithPrevious']>): Promise<{ mail: string }> {
  const seen = await house.store.db.selectFrom('mail').selectAll().where('id', '=', call.params.id).executeTakeFirst();
  requireRight(call.caller, 'qualify', seen);
  const { deposit_id } = seen;
  if (!deposit_id) throw noPrevious();
  const asked = await house.store.transaction(contextOf(house, call), async (tx) => {
    const id = await deskOf(tx, deposit_id);
    const batch = await lockBatch(tx, id);
    const mail = await lockMail(tx, seen.id);
    requireRight(call.caller, 'qualify', mail);
    requireRevision(mail, call.body.revision);
    requireEditable(batch);
    if (!isReleased(batch)) throw conflict('deskOpen', 'Somebody works on its batch at the page desk', { batch: id });
    const { changes, into } = await joining(tx, batch, seen.id);
    await doChanges(tx, batch, changes);
    await releaseNow(tx, id, call);
    return { id, into };
  });
  await release(house, reader, asked.id);
  const failure = await house.store.db.selectFrom('batch').select('release_failure').where('id', '=', asked.id).executeTakeFirst();
  if (failure?.release_failure) throw conflict(failure.release_failure.code, 'They can’t be joined', failure.release_failure.params);
  return { mail: asked.into };
}

/** Under the lock that the change was made in. */
export async function releaseNow(tx: Tx, batchId: string, { caller }: Pick<Call<Contract['mergeWithPrevious']>, 'caller'>): Promise<void> {
  await requireReleasable(tx, await lockBatch(tx, batchId));
  await startRelease(tx, batchId, caller);
}

const noPrevious = () => conflict('noPrevious', 'No document comes before it in its batch');

/** The gestures that make one document of an envelope's first and the last one before it. */
async function joining(tx: Tx, batch: BatchRow, mailId: string): Promise<{ changes: DeskChange[]; into: string }> {
  const { envelopes } = withMails(batch.plan, await mailsOf(tx.trx, batch.id));
  const at = envelopes.findIndex(({ mail }) => mail === mailId);
  const [previous, own] = [envelopes[at - 1], envelopes[at]];
  const [first, ...others] = own?.documents ?? [];
  if (!previous?.mail || !own || !first || others.length) throw noPrevious();
  const before = await lockMail(tx, previous.mail);
  if (previous.fixed || before?.state !== 'toQualify') throw conflict('notInState', 'The mail before it no longer waits to be qualified', { state: before?.state ?? '', action: 'qualify' });
  return { changes: [{ kind: 'joinEnvelope', envelope: own.id }, { kind: 'join', document: first.id }], into: previous.mail };
}
