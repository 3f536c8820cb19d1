import { bulkUndoSeconds, dayIn } from '@bannette/domain';
import { Problem, type Caller } from '@bannette/http';
import { replacedBy, type House } from '@bannette/house';
import { withAdvisoryLock, type TaskHandler } from '@bannette/store';
import { noteOutcome, perform, takeBack, type BulkItemRow, type BulkRow } from './perform.js';

/** Name of the job that goes on with a bulk action; after a crash, with what is left of it. */
export const bulkTask = 'bulk.run';

export const runBulkJob =
  (house: House): TaskHandler =>
  async ({ bulkId }: { bulkId: string }, { signal }) => {
    const bulk = await house.store.db.selectFrom('bulk').select('person_id').where('id', '=', bulkId).executeTakeFirst();
    const caller = bulk && (await personNow(house, bulk.person_id));
    if (caller) await goOn(house, caller, bulkId, signal);
  };

/** Its author with the groups that Alfresco last told, and whom they replace today: what they lost meanwhile, they can't do. */
async function personNow(house: House, id: string): Promise<Caller | undefined> {
  const person = await house.store.db.selectFrom('person').select(['id', 'display_name', 'groups']).where('id', '=', id).executeTakeFirst();
  if (!person) return undefined;
  const today = dayIn((await house.settings()).authority.timeZone, house.now());
  return { id, displayName: person.display_name, groups: person.groups, replaces: await replacedBy(house.store.db, house.entityId, id, today), proof: { ticket: '' } };
}

/** Does, or takes back, what is left of a bulk action, one after the other, and says when it is at its end. One process at a time. */
export function goOn(house: House, caller: Caller, bulkId: string, signal?: AbortSignal): Promise<void> {
  const { db } = house.store;
  return withAdvisoryLock(house.store, `bulk ${bulkId}`, async () => {
    const bulk = await db.selectFrom('bulk').selectAll().where('id', '=', bulkId).executeTakeFirst();
    if (bulk?.state !== 'running' && bulk?.state !== 'undoing') return;
    const undoing = bulk.state === 'undoing';
    const items = await db.selectFrom('bulk_item').selectAll().where('bulk_id', '=', bulkId).where('outcome', undoing ? '=' : 'is', undoing ? 'done' : null).orderBy('position', undoing ? 'desc' : 'asc').execute();
    for (const item of items) {
      if (signal?.aborted) throw new Error('The job was told to stop; it goes on later');
      await (undoing ? takeBackOne : doOne)(house, caller, bulk, item);
    }
    const now = house.now();
    await db
      .updateTable('bulk')
      .set(undoing ? { state: 'undone', undo_until: null } : { state: 'done', finished_at: now, undo_until: new Date(now.getTime() + bulkUndoSeconds * 1000) })
      .where('id', '=', bulkId)
      .execute();
  });
}

async function doOne(house: House, caller: Caller, bulk: BulkRow, item: BulkItemRow): Promise<void> {
  try {
    await perform(house, caller, bulk, item);
  } catch (error) {
    if (await noted(house, bulk.id, item.position, null)) return;
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    const moved = error.code !== 'notFound' && (error.code === 'stale' || (await movedOn(house, item)));
    await noteOutcome({ trx: house.store.db as never }, bulk.id, item.position, { outcome: moved ? 'moved' : 'refused', code: error.code, params: error.params });
  }
}

async function takeBackOne(house: House, caller: Caller, bulk: BulkRow, item: BulkItemRow): Promise<void> {
  try {
    await takeBack(house, caller, bulk, item);
  } catch (error) {
    if (await noted(house, bulk.id, item.position, 'done')) return;
    if (!(error instanceof Problem) || error.status >= 500) throw error;
    await noteOutcome({ trx: house.store.db as never }, bulk.id, item.position, { outcome: 'kept', code: error.code, params: error.params }, 'done');
  }
}

/** Whether it was done all the same: what failed came after (its author may no longer see it where it went). */
async function noted(house: House, bulkId: string, position: number, was: 'done' | null): Promise<boolean> {
  const row = await house.store.db.selectFrom('bulk_item').select('outcome').where('bulk_id', '=', bulkId).where('position', '=', position).executeTakeFirst();
  return row?.outcome !== was;
}

/** Whether a mail is another than when it was chosen: somebody was quicker. */
async function movedOn(house: House, { mail_id, revision }: BulkItemRow): Promise<boolean> {
  if (revision === null) return false;
  const mail = await house.store.db.selectFrom('mail').select('revision').where('id', '=', mail_id).executeTakeFirst();
  return mail !== undefined && mail.revision !== revision;
}
