import { applyToDesk, DeskError, type BatchPlan, type DeskChange } from '@bannette/domain';
import { conflict, type Call, type Contract, type DeskState } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import type { Tx } from '@bannette/store';
import { requireDescribable } from '../deposit/described.js';
import { lockBatch, type BatchRow } from './batch-for.js';
import { mailsOf, withMails } from './envelopes.js';
import { settle } from './settle.js';
import { findBatchOf } from './view-batch.js';
import { isEditable, stateOf } from './view-desk.js';
import { withoutMails, writePlan } from './write-plan.js';

type Gesture = Call<Contract['changeDesk']> | Call<Contract['undoDesk']> | Call<Contract['redoDesk']>;

/** More can't be undone. */
const stepsKept = 200;

/** Does what a person did at the desk, all of it or nothing. */
export async function changeDesk(house: House, call: Call<Contract['changeDesk']>): Promise<DeskState> {
  await requireKnown(house, call);
  return atDesk(house, call, (tx, batch) => doChanges(tx, batch, call.body.changes));
}

/** Refuses a nature that isn't offered, and beneficiaries that they may not know of. */
async function requireKnown(house: House, { caller, body }: Call<Contract['changeDesk']>): Promise<void> {
  const said = body.changes.flatMap((change) => (change.kind === 'describe' ? [{ ...(change.nature ? { nature: change.nature } : {}), beneficiaries: change.beneficiaries ?? [], beneficiaryUnknown: change.beneficiaryUnknown ?? false }] : []));
  if (said.length) await requireDescribable(house, caller, said, await house.settings());
}

/** Changes the plan of a locked batch in a step that can be undone. @returns the plan */
export async function doChanges(tx: Tx, batch: BatchRow, changes: readonly DeskChange[]): Promise<BatchPlan> {
  const after = await applied(tx, batch, changes);
  await tx.trx.deleteFrom('batch_step').where('batch_id', '=', batch.id).where('undone', '=', true).execute();
  const { last } = await tx.trx.selectFrom('batch_step').select((eb) => eb.fn.max('number').as('last')).where('batch_id', '=', batch.id).executeTakeFirstOrThrow();
  const number = Number(last ?? 0) + 1;
  await tx.trx.insertInto('batch_step').values({ batch_id: batch.id, number, changes: JSON.stringify(changes), before: JSON.stringify(batch.plan), actor: tx.context.actor }).execute();
  await tx.trx.deleteFrom('batch_step').where('batch_id', '=', batch.id).where('number', '<=', number - stepsKept).execute();
  await writePlan(tx, batch, after);
  tx.append({ type: 'batch.changed', subjectKind: 'batch', subjectId: batch.id, data: { step: number, changes: countOf(changes) } });
  return after;
}

/** Takes the last step back. */
export function undoDesk(house: House, call: Call<Contract['undoDesk']>): Promise<DeskState> {
  return atDesk(house, call, async (tx, batch) => {
    const step = await tx.trx.selectFrom('batch_step').selectAll().where('batch_id', '=', batch.id).where('undone', '=', false).orderBy('number', 'desc').executeTakeFirst();
    if (!step) throw conflict('nothingToUndo', 'There is nothing to undo');
    await requireFixedUnchanged(tx, batch, step.before);
    await tx.trx.updateTable('batch_step').set({ undone: true }).where('batch_id', '=', batch.id).where('number', '=', step.number).execute();
    await writePlan(tx, batch, step.before);
    tx.append({ type: 'batch.changed', subjectKind: 'batch', subjectId: batch.id, data: { step: step.number, undone: true } });
  });
}

/** Does what was undone last once more. */
export function redoDesk(house: House, call: Call<Contract['redoDesk']>): Promise<DeskState> {
  return atDesk(house, call, async (tx, batch) => {
    const step = await tx.trx.selectFrom('batch_step').selectAll().where('batch_id', '=', batch.id).where('undone', '=', true).orderBy('number').executeTakeFirst();
    if (!step) throw conflict('nothingToRedo', 'There is nothing to do again');
    const after = await applied(tx, batch, step.changes);
    await tx.trx.updateTable('batch_step').set({ undone: false }).where('batch_id', '=', batch.id).where('number', '=', step.number).execute();
    await writePlan(tx, batch, after);
    tx.append({ type: 'batch.changed', subjectKind: 'batch', subjectId: batch.id, data: { step: step.number, undone: false } });
  });
}

async function atDesk(house: House, call: Gesture, work: (tx: Tx, batch: BatchRow) => Promise<unknown>): Promise<DeskState> {
  const { id } = await findBatchOf(house, call.caller, call.params.id);
  return house.store.transaction(contextOf(house, call), async (tx) => {
    const batch = await lockBatch(tx, id);
    requireBatchRevision(batch, call.body.revision);
    requireEditable(batch);
    await requireBytes(tx, batch.id);
    await work(tx, batch);
    await settle(tx, id, { byHand: true });
    const { revision, plan } = await lockBatch(tx, id);
    return { revision, ...(await stateOf(tx.trx, { id, revision, plan })) };
  });
}

/** What has left the spool can't be cut anew: its letters are as they are. */
async function requireBytes(tx: Tx, batchId: string): Promise<void> {
  const left = await tx.trx.selectFrom('deposit_file').innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id').select('deposit_file.id').where('deposit.batch_id', '=', batchId).where('leaving_at', 'is not', null).where('deposit_file.state', '<>', 'discarded').executeTakeFirst();
  if (left) throw conflict('batchFileLeft', 'The bytes of the batch have left');
}

export function requireEditable(batch: BatchRow): void {
  if (!isEditable(batch)) throw conflict(batch.releasing_since ? 'releasing' : 'notInState', 'The batch can’t be changed now', { state: batch.state, action: 'changeDesk' });
}

/** Refuses who acts on a batch that has moved on since they saw it. */
export function requireBatchRevision({ revision }: BatchRow, seen: number): void {
  if (revision !== seen) throw conflict('stale', 'The batch has changed since you saw it', { revision });
}

async function applied(tx: Tx, batch: BatchRow, changes: readonly DeskChange[]): Promise<BatchPlan> {
  try {
    return withoutMails(changes.reduce(applyToDesk, withMails(batch.plan, await mailsOf(tx.trx, batch.id))));
  } catch (error) {
    if (error instanceof DeskError) throw conflict(error.code, 'The plan can’t take this change');
    throw error;
  }
}

/** What was qualified since a step can't be undone with it. */
async function requireFixedUnchanged(tx: Tx, { id, plan }: BatchRow, target: BatchPlan): Promise<void> {
  for (const { envelope, waits } of await mailsOf(tx.trx, id)) {
    if (waits) continue;
    const [now, then] = [plan, target].map(({ envelopes }) => JSON.stringify(envelopes.find((one) => one.id === envelope)?.documents));
    if (now !== then) throw conflict('fixed', 'A mail of it no longer waits to be qualified');
  }
}

/** How often each kind of gesture was done. */
function countOf(changes: readonly DeskChange[]): { [kind: string]: number } {
  const counts: { [kind: string]: number } = {};
  for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
