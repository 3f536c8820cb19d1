import { dayIn, addDays, holdReviewSoonDays } from '@bannette/domain';
import { hasCode } from '@bannette/alfresco';
import { faultOf, type House } from '@bannette/house';
import { tryAdvisoryLock } from '@bannette/store';
import { isAway, isFrozen, nodesOf } from './in-alfresco.js';
import { recoverHolds } from './recover.js';
import { enqueueApply, enqueueFill } from './scope.js';

/** In how many nights all that is held is looked at. */
const nights = 7;
const fewest = 500;
const atOnce = 50;

/**
 * A night's look at holds: their scopes are gone through anew, a hold that somebody deleted in Alfresco is made again, and
 * of a slice of what should be held it is read whether it is. What isn't is told in the mail's history, and held again.
 *
 * @returns how many mails were looked at and how many were not held; undefined while another process is at it
 */
export async function compareHolds(house: House, stopped: () => boolean = () => false): Promise<{ readonly checked: number; readonly mended: number } | undefined> {
  const total = { checked: 0, mended: 0 };
  const ran = await tryAdvisoryLock(house.store, 'retention.compareHolds', async () => {
    await goThroughScopes(house);
    await remakeDeleted(house);
    await recoverHolds(house);
    for (let left = await share(house); left > 0 && !stopped(); ) {
      const mails = await next(house, Math.min(left, atOnce));
      if (!mails.length) break;
      for (const mailId of mails) if (await isFree(house, mailId)) total.mended += await mend(house, mailId);
      await house.store.db.updateTable('hold_mail').set({ compared_at: house.now() }).where('mail_id', 'in', mails).where('released_at', 'is', null).execute();
      total.checked += mails.length;
      left -= mails.length;
    }
  });
  return ran ? total : undefined;
}

async function goThroughScopes(house: House): Promise<void> {
  const holds = await house.store.db.selectFrom('hold').select(['id', 'scope_kind', 'released_at']).where('entity_id', '=', house.entityId).where('lifted_at', 'is', null).execute();
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    for (const { id, scope_kind, released_at } of holds) await (released_at || scope_kind !== 'mails' ? enqueueFill(tx, id) : enqueueApply(tx, id));
  });
}

async function remakeDeleted(house: House): Promise<void> {
  const { db } = house.store;
  const known = await db.selectFrom('hold').select(['id', 'node_id', 'kind']).where('entity_id', '=', house.entityId).where('released_at', 'is', null).where('node_id', 'is not', null).execute();
  if (!known.length) return;
  const there = new Set((await house.repository.records.holds.list()).map(({ id }) => id));
  for (const { id, node_id, kind } of known.filter(({ node_id }) => !there.has(node_id ?? ''))) {
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
      await tx.trx.updateTable('hold').set({ node_id: null }).where('id', '=', id).where('node_id', '=', node_id).execute();
      await tx.trx.updateTable('hold_mail').set({ applied_at: null, retry_at: null }).where('hold_id', '=', id).where('released_at', 'is', null).execute();
      tx.append({ type: 'hold.goneFromAlfresco', subjectKind: 'hold', subjectId: id, data: { kind } });
      await enqueueApply(tx, id);
    });
  }
}

async function share(house: House): Promise<number> {
  const { n } = await house.store.db.selectFrom('hold_mail').select((eb) => eb.fn.countAll<string>().as('n')).where('released_at', 'is', null).where('applied_at', 'is not', null).executeTakeFirstOrThrow();
  return Math.max(fewest, Math.ceil(Number(n) / nights));
}

/** Those that were not looked at for the longest. */
async function next(house: House, count: number): Promise<string[]> {
  const today = new Date(house.now().getTime() - 12 * 3_600_000);
  const rows = await house.store.db.selectFrom('hold_mail').select('mail_id').where('released_at', 'is', null).where('applied_at', 'is not', null).where((eb) => eb.or([eb('compared_at', 'is', null), eb('compared_at', '<', today)])).orderBy('compared_at', (order) => order.asc().nullsFirst()).orderBy('hold_id').orderBy('mail_id').limit(count).execute();
  return [...new Set(rows.map(({ mail_id }) => mail_id))];
}

/** Whether Alfresco lets any of its documents be changed. What is gone from there can't be. */
async function isFree(house: House, mailId: string): Promise<boolean> {
  const { nodes } = await nodesOf(house.store.db, mailId);
  try {
    for (const id of nodes) if (!isFrozen(await house.repository.nodes.get(id))) return true;
  } catch (error) {
    if (isAway(error)) throw error;
    if (!hasCode(error, 'notFound')) house.log.warn({ mailId, ...faultOf(error) }, 'Whether a mail is held could not be read');
  }
  return false;
}

async function mend(house: House, mailId: string): Promise<number> {
  return house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const rows = await tx.trx.updateTable('hold_mail').set({ applied_at: null, retry_at: null }).where('mail_id', '=', mailId).where('released_at', 'is', null).where('applied_at', 'is not', null).returning('hold_id').execute();
    if (rows.length) tx.append({ type: 'mail.holdMended', subjectKind: 'mail', subjectId: mailId, data: { holds: rows.length } });
    for (const { hold_id } of rows) await enqueueApply(tx, hold_id);
    return rows.length ? 1 : 0;
  });
}

/** Announces once, for each review day, that a hold is to be looked at soon, and that it should have been. */
export async function announceReviews(house: House): Promise<void> {
  const { authority } = await house.settings();
  const today = dayIn(authority.timeZone, house.now());
  const steps = [
    { column: 'announced_on', type: 'hold.reviewSoon', until: addDays(today, holdReviewSoonDays) },
    { column: 'passed_on', type: 'hold.reviewPassed', until: today },
  ] as const;
  for (const { column, type, until } of steps) {
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
      const holds = await tx.trx.selectFrom('hold').select(['id', 'kind', 'review_on']).where('entity_id', '=', house.entityId).where('released_at', 'is', null).where('review_on', '<=', until).where((eb) => eb(column, 'is distinct from', eb.ref('review_on'))).orderBy('id').forUpdate().execute();
      for (const { id, kind, review_on } of holds) {
        // One whose day has come already is told once, as passed.
        if (type === 'hold.reviewPassed' || review_on > today) tx.append({ type, subjectKind: 'hold', subjectId: id, data: { kind, reviewOn: review_on } });
        await tx.trx.updateTable('hold').set({ [column]: review_on }).where('id', '=', id).execute();
      }
    });
  }
}
