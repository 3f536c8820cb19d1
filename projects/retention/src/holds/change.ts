import { mayChangeHold, mayPlaceHold } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, type Call, type Contract, type HoldView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import type { Tx } from '@bannette/store';
import { holdableOf, requireReview } from './place.js';
import { enqueueApply, enqueueFill, letGo, lockHold, putOn, type HoldRow } from './scope.js';
import { maySeeHold, viewHold } from './view.js';

type HoldCall = Call<Contract['reviewHold'] | Contract['extendHold'] | Contract['releaseHold'] | Contract['dropFromHold']>;

/** A person's change of a hold that is not released, its row locked, rights and revision checked. */
async function change(house: House, call: HoldCall, act: (tx: Tx, hold: HoldRow) => Promise<void>): Promise<HoldView> {
  const { caller, params, body } = call;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const hold = await lockHold(tx, params.id);
    if (!hold || !maySeeHold(caller, hold)) throw notFound('hold');
    if (!mayChangeHold(caller, { kind: hold.kind, createdBy: hold.created_by })) throw forbidden('changeHold');
    if (hold.released_at) throw conflict('holdReleased', 'The hold was released', { by: hold.released_by_name ?? '' });
    if (hold.revision !== body.revision) throw conflict('staleHold', 'The hold has changed since you saw it', { revision: hold.revision });
    await act(tx, hold);
    await tx.trx.updateTable('hold').set({ revision: hold.revision + 1 }).where('id', '=', hold.id).execute();
  });
  return viewHold(house, caller, params.id);
}

const told = (tx: Tx, hold: HoldRow, type: string, data: { [name: string]: string | number }, personal?: { [name: string]: string }): void => tx.append({ type, subjectKind: 'hold', subjectId: hold.id, data: { kind: hold.kind, ...data }, ...(personal ? { personal } : {}) });

/** Looked at again: it stays until another day. */
export async function reviewHold(house: House, call: Call<Contract['reviewHold']>): Promise<HoldView> {
  const { reviewOn, comment } = call.body;
  await requireReview(house, reviewOn);
  return change(house, call, async (tx, hold) => {
    await tx.trx.updateTable('hold').set({ review_on: reviewOn }).where('id', '=', hold.id).execute();
    told(tx, hold, 'hold.reviewed', { reviewOn, before: hold.review_on }, { comment });
  });
}

/** More mails on a hold on mails; what one may not hold is refused as a whole. */
export async function extendHold(house: House, call: Call<Contract['extendHold']>): Promise<HoldView> {
  return change(house, call, async (tx, hold) => {
    requireNamed(hold);
    const mails = await holdableOf(tx.trx, house.entityId, call.body.mails);
    const services = mails.length ? await tx.trx.selectFrom('mail').select('service').distinct().where('id', 'in', mails).execute() : [];
    if (!mails.length) throw invalid('nothingToHold', 'None of these mails can be held');
    if (!mayPlaceHold(call.caller, { kind: hold.kind, scope: 'mails' }, services.map(({ service }) => service ?? undefined))) throw forbidden('extendHold');
    const added = await putOn(tx, hold, mails);
    told(tx, hold, 'hold.extended', { mails: added.length });
    await enqueueApply(tx, hold.id);
  });
}

/** One mail out of a hold on mails. */
export async function dropFromHold(house: House, call: Call<Contract['dropFromHold']>): Promise<HoldView> {
  return change(house, call, async (tx, hold) => {
    requireNamed(hold);
    const gone = await letGo(tx, hold, [call.params.mail], house.now());
    if (!gone.length) throw notFound('mail');
    told(tx, hold, 'hold.narrowed', { mail: call.params.mail }, { reason: call.body.reason });
    await enqueueApply(tx, hold.id);
  });
}

/** Lets all go that no other hold holds: here at once or in slices, in Alfresco node by node. */
export async function releaseHold(house: House, call: Call<Contract['releaseHold']>): Promise<HoldView> {
  const { caller, body } = call;
  return change(house, call, async (tx, hold) => {
    const count = await tx.trx.selectFrom('hold_mail').select((eb) => eb.fn.countAll<string>().as('n')).where('hold_id', '=', hold.id).where('released_at', 'is', null).executeTakeFirstOrThrow();
    await tx.trx.updateTable('hold').set({ released_at: house.now(), released_by: caller.id, released_by_name: caller.displayName, release_reason: body.reason, filled_at: null }).where('id', '=', hold.id).execute();
    told(tx, hold, 'hold.released', { mails: Number(count.n) }, { reason: body.reason });
    await enqueueFill(tx, hold.id);
  });
}

/** Tries again at once where Alfresco refused. */
export async function retryHold(house: House, call: Call<Contract['retryHold']>): Promise<HoldView> {
  const { caller, params } = call;
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const hold = await lockHold(tx, params.id);
    if (!hold || !maySeeHold(caller, hold)) throw notFound('hold');
    if (!mayChangeHold(caller, { kind: hold.kind, createdBy: hold.created_by })) throw forbidden('retryHold');
    await tx.trx.updateTable('hold_mail').set({ retry_at: null }).where('hold_id', '=', hold.id).where('retry_at', 'is not', null).execute();
    await enqueueApply(tx, hold.id);
  });
  return viewHold(house, caller, params.id);
}

function requireNamed(hold: HoldRow): void {
  if (hold.scope_kind !== 'mails') throw conflict('holdOnScope', 'What this hold takes follows from what it is on', { scope: hold.scope_kind });
}
