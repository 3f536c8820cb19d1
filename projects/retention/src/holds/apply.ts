import { hasCode } from '@bannette/alfresco';
import { enqueueMirror, faultOf, type House } from '@bannette/house';
import { withAdvisoryLock, type Said, type TaskHandler } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { endNode, freeze, holdNode, isAway, nodesOf, refusal, thaw } from './in-alfresco.js';
import { enqueueApply, type HoldRow } from './scope.js';

/** Mails in one run of the job, and at the same time. */
const inOneRun = 200;
const atOnce = 4;
/** After a refusal a mail is tried again at growing distances, at last once a day. */
const firstPauseMs = 60_000;
const longestPauseMs = 86_400_000;

/**
 * Makes Governance Services hold what the hold holds, and let go of what it no longer does: mail after mail, each read back.
 * What Alfresco refuses is kept in words and tried again; run twice, nothing changes.
 */
export function applyHold(house: House): TaskHandler {
  return async (payload, job) => {
    const hold = await house.store.db.selectFrom('hold').selectAll().where('id', '=', String(payload.holdId)).executeTakeFirst();
    if (!hold || hold.lifted_at) return;
    const nodeId = await nodeFor(house, hold);
    if (!nodeId) return;
    const after = typeof payload.after === 'string' ? payload.after : undefined;
    const mails = await undone(house, hold.id, after);
    for (let at = 0; at < mails.length && !job.signal.aborted; at += atOnce) await Promise.all(mails.slice(at, at + atOnce).map((mailId) => applyOne(house, hold.id, nodeId, mailId)));
    if (job.signal.aborted) throw new Error(`The hold ${hold.id} goes on with the next try`);
    await goOn(house, hold.id, nodeId, mails.length === inOneRun ? mails.at(-1) : undefined);
  };
}

/** Its node; undefined where Alfresco has no place for it, which is said on the hold. */
async function nodeFor(house: House, hold: HoldRow): Promise<string | undefined> {
  if (hold.released_at && !hold.node_id && !(await house.store.db.selectFrom('hold_mail').select('mail_id').where('hold_id', '=', hold.id).where('applied_at', 'is not', null).limit(1).executeTakeFirst())) {
    await house.store.db.updateTable('hold_mail').set({ lifted_at: house.now() }).where('hold_id', '=', hold.id).where('released_at', 'is not', null).where('lifted_at', 'is', null).execute();
    await house.store.db.updateTable('hold').set({ lifted_at: house.now() }).where('id', '=', hold.id).where('filled_at', 'is not', null).execute();
    return undefined;
  }
  try {
    return await holdNode(house, hold.id);
  } catch (error) {
    if (isAway(error)) throw error;
    await house.store.db.updateTable('hold').set({ failure: JSON.stringify(hasCode(error, 'notFound', 'notOffered') ? { code: 'noRecords' } : refusal(error)) }).where('id', '=', hold.id).execute();
    return undefined;
  }
}

async function undone(house: House, holdId: string, after: string | undefined): Promise<string[]> {
  let rows = house.store.db.selectFrom('hold_mail').select('mail_id').where('hold_id', '=', holdId).where(isUndone).where((eb) => eb.or([eb('retry_at', 'is', null), eb('retry_at', '<=', house.now())]));
  if (after) rows = rows.where('mail_id', '>', after);
  return (await rows.orderBy('mail_id').limit(inOneRun).execute()).map(({ mail_id }) => mail_id);
}
const isUndone = sql<SqlBool>`((released_at IS NULL AND applied_at IS NULL) OR (released_at IS NOT NULL AND lifted_at IS NULL))`;

/** One mail, under the lock that its mirror takes: never while its documents are being sent. */
async function applyOne(house: House, holdId: string, nodeId: string, mailId: string): Promise<void> {
  await withAdvisoryLock(house.store, `mail:${mailId}`, async (lost) => {
    const row = await house.store.db.selectFrom('hold_mail').selectAll().where('hold_id', '=', holdId).where('mail_id', '=', mailId).executeTakeFirst();
    if (!row) return;
    try {
      if (row.released_at) await lift(house, holdId, nodeId, mailId, lost);
      else await hold(house, holdId, nodeId, mailId, lost);
    } catch (error) {
      if (isAway(error) || lost.aborted) throw error;
      house.log.warn({ holdId, mailId, ...faultOf(error) }, 'Alfresco did not do what a hold asks');
      await keepFailure(house, holdId, mailId, refusal(error), row.retry_at, row.added_at);
    }
  });
}

async function hold(house: House, holdId: string, nodeId: string, mailId: string, lost: AbortSignal): Promise<void> {
  const { db } = house.store;
  const { nodes, lacking } = await nodesOf(db, mailId);
  for (const node of nodes) {
    lost.throwIfAborted();
    await freeze(house, nodeId, node);
  }
  const now = house.now();
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('document').set((eb) => ({ held_at: eb.fn.coalesce('held_at', eb.val(now)) })).where('mail_id', '=', mailId).where('node_id', 'in', [...nodes, '']).execute();
    // What Alfresco has not got yet is held as soon as it has: the journal tells then.
    await trx.updateTable('hold_mail').set(lacking ? { failure: JSON.stringify({ code: 'notStoredYet' }), retry_at: new Date(now.getTime() + longestPauseMs) } : { applied_at: now, failure: null, retry_at: null, compared_at: now }).where('hold_id', '=', holdId).where('mail_id', '=', mailId).where('released_at', 'is', null).execute();
  });
}

async function lift(house: House, holdId: string, nodeId: string, mailId: string, lost: AbortSignal): Promise<void> {
  const { nodes } = await nodesOf(house.store.db, mailId);
  const kept = new Set<string>();
  for (const node of nodes) {
    lost.throwIfAborted();
    if (await thaw(house, nodeId, node)) kept.add(node);
  }
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const free = nodes.filter((node) => !kept.has(node));
    if (free.length) await tx.trx.updateTable('document').set({ held_at: null }).where('mail_id', '=', mailId).where('node_id', 'in', free).execute();
    await tx.trx.updateTable('hold_mail').set({ lifted_at: house.now(), failure: null, retry_at: null }).where('hold_id', '=', holdId).where('mail_id', '=', mailId).where('released_at', 'is not', null).execute();
    // What Alfresco refused while it was held is sent now.
    const waits = await tx.trx.selectFrom('document').select('id').where('mail_id', '=', mailId).where((eb) => eb.or([eb('stored_at', 'is', null), eb('nature', 'is distinct from', eb.ref('nature_told'))])).limit(1).executeTakeFirst();
    if (kept.size || !waits) return;
    await tx.trx.updateTable('mail').set((eb) => ({ desired_version: eb('desired_version', '+', 1) })).where('id', '=', mailId).execute();
    await enqueueMirror(tx, mailId);
  });
}

async function keepFailure(house: House, holdId: string, mailId: string, failure: Said, before: Date | null, since: Date): Promise<void> {
  const now = house.now().getTime();
  const pause = before ? Math.min(longestPauseMs, Math.max(firstPauseMs, now - since.getTime())) : firstPauseMs;
  await house.store.db.updateTable('hold_mail').set({ failure: JSON.stringify(failure), retry_at: new Date(now + pause) }).where('hold_id', '=', holdId).where('mail_id', '=', mailId).execute();
}

/** More of it at once, what was refused when its time has come, and the end of a released hold once all is free. */
async function goOn(house: House, holdId: string, nodeId: string, after: string | undefined): Promise<void> {
  const { db } = house.store;
  const next = after ? undefined : await db.selectFrom('hold_mail').select((eb) => eb.fn.min('retry_at').as('at')).where('hold_id', '=', holdId).where(isUndone).executeTakeFirst();
  if (after || next?.at) {
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, (tx) => enqueueApply(tx, holdId, after ? { after } : { runAt: next?.at ?? undefined }));
    return;
  }
  const hold = await db.selectFrom('hold').selectAll().where('id', '=', holdId).executeTakeFirstOrThrow();
  const rest = await db.selectFrom('hold_mail').select('mail_id').where('hold_id', '=', holdId).where('lifted_at', 'is', null).limit(1).executeTakeFirst();
  if (!hold.released_at || !hold.filled_at || rest) return;
  await endNode(house, nodeId);
  await db.updateTable('hold').set({ lifted_at: house.now(), failure: null }).where('id', '=', holdId).execute();
}
