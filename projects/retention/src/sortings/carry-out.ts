import { sortedInRow, sortedOutRow, type SortingDecision } from '@bannette/domain';
import { heldMails, lockMail, type House } from '@bannette/house';
import { withAdvisoryLock, type TaskHandler, type Tx } from '@bannette/store';
import { sql } from 'kysely';
import { keepTrue } from '../compute.js';
import { categoryOf, endingOf, folderIn, dateRecord, Refusal, saidOf } from '../records/index.js';
import { lockSorting, writeSorting, type SortingRow } from './act.js';

/** Name of the job that files what was sorted. */
export const carryOutTask = 'sorting.carryOut';
const atOnce = 100;

export const enqueueCarryOut = (tx: Tx, sortingId: string): Promise<void> => tx.enqueue(carryOutTask, { sortingId }, { key: `${carryOutTask}:${sortingId}`, queue: carryOutTask, priority: 10, maxAttempts: 25 });

const bySystem = ({ entityId }: House) => ({ entityId, actor: 'system' });

/** Asks anew for sortings that are not carried out yet: what was held or failed is tried again. */
export async function tendSortings(house: House): Promise<void> {
  const open = await house.store.db.selectFrom('sorting').select('id').where('entity_id', '=', house.entityId).where('state', '=', 'agreed').execute();
  for (const { id } of open) await house.store.transaction(bySystem(house), (tx) => enqueueCarryOut(tx, id));
}

/**
 * Mail after mail, in the order of the list: what is kept stays where it is and says so; what is not kept moves to the category
 * of its row that can be eliminated, where its lifecycle begins anew. What can't be done is told of the mail, and tried again.
 */
export function carryOut(house: House): TaskHandler {
  return async ({ sortingId }) => {
    const id = String(sortingId);
    const { db } = house.store;
    for (let after = 0; ; ) {
      const items = await db.selectFrom('sorting_item').select(['mail_id', 'position', 'decided']).where('sorting_id', '=', id).where('decided', 'is not', null).where('carried_at', 'is', null).where('position', '>', after).orderBy('position').limit(atOnce).execute();
      for (const { mail_id, decided } of items) if (decided) await carryOne(house, id, mail_id, decided);
      after = items.at(-1)?.position ?? after;
      if (items.length < atOnce) break;
    }
    await finish(house, id);
  };
}

async function carryOne(house: House, id: string, mailId: string, decided: SortingDecision): Promise<void> {
  const tell = (failure: string | null) => house.store.db.updateTable('sorting_item').set({ failure }).where('sorting_id', '=', id).where('mail_id', '=', mailId).where('carried_at', 'is', null).execute();
  try {
    await withAdvisoryLock(house.store, `mail:${mailId}`, async (lost) => {
      const sorting = await house.store.db.selectFrom('sorting').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      if (decided === 'kept') await keep(house, sorting, mailId);
      else await fileAnew(house, sorting, mailId, lost);
    });
  } catch (error) {
    const said = saidOf(error);
    if (!said) throw error;
    await tell(JSON.stringify(said));
  }
}

/** Kept for good: nothing moves, for its category carries no destruction; its row says so from now on. */
async function keep(house: House, sorting: SortingRow, mailId: string): Promise<void> {
  const ending = await endingOf(house, mailId);
  if (!ending) throw new Refusal('goneFromAlfresco');
  await house.store.transaction(bySystem(house), async (tx) => {
    await tx.trx.updateTable('mail_record').set({ row: JSON.stringify(sortedInRow(ending.record.row)), sorting_id: sorting.id, sorted: 'kept' }).where('mail_id', '=', mailId).execute();
    await carried(house, tx, sorting, mailId, 'kept');
  });
}

/**
 * Not kept: each node moves to the category of the sorted-out row, which AGS allows of what was never cut off, and is dated
 * there like any other of fate D. Begun by a process that died, it goes on by what Alfresco says.
 */
async function fileAnew(house: House, sorting: SortingRow, mailId: string, lost: AbortSignal): Promise<void> {
  const { db } = house.store;
  if ((await heldMails(db, [mailId])).has(mailId)) throw new Refusal('held');
  const before = await endingOf(house, mailId);
  if (!before) throw new Refusal('goneFromAlfresco');
  if (before.record.sorted === null) {
    const { record } = before;
    if (record.state !== 'dated' || record.conflict || record.row.finalSort !== 'T') throw new Refusal('recordConflict');
    const row = sortedOutRow(record.row);
    const category = await categoryOf(house, row);
    const parts = await db.selectFrom('record_part').select('node_id').where('mail_id', '=', mailId).where('state', '<>', 'destroyed').orderBy('node_id').execute();
    const folder = (await folderBegun(house, parts, category.id)) ?? (await folderIn(house, category.id));
    for (const { node_id } of parts) {
      lost.throwIfAborted();
      await house.repository.nodes.move(node_id, folder);
    }
    await house.store.transaction(bySystem(house), async (tx) => {
      await tx.trx.updateTable('record_part').set({ state: 'completed', ags_due: null }).where('mail_id', '=', mailId).where('state', '<>', 'destroyed').execute();
      await tx.trx.updateTable('mail_record').set({ row: JSON.stringify(row), mark: category.mark, category_id: category.id, folder_id: folder, state: 'declared', ags_due: null, sorting_id: sorting.id, sorted: 'notKept' }).where('mail_id', '=', mailId).execute();
    });
  }
  const moved = await endingOf(house, mailId);
  if (!moved) throw new Refusal('goneFromAlfresco');
  await dateRecord(house, moved, lost);
  await house.store.transaction(bySystem(house), (tx) => carried(house, tx, sorting, mailId, 'notKept'));
}

/** Where a month has gone by since it was begun, the rest follows what lies in the category already: a mail's records are in one folder. */
async function folderBegun(house: House, parts: readonly { readonly node_id: string }[], categoryId: string): Promise<string | undefined> {
  const { nodes } = house.repository;
  for (const { node_id } of parts) {
    const { parentId } = await nodes.get(node_id);
    if (parentId && (await nodes.get(parentId)).parentId === categoryId) return parentId;
  }
  return undefined;
}

async function carried(house: House, tx: Tx, sorting: SortingRow, mailId: string, decision: SortingDecision): Promise<void> {
  const { numUpdatedRows } = await tx.trx.updateTable('sorting_item').set({ carried_at: house.now(), failure: null }).where('sorting_id', '=', sorting.id).where('mail_id', '=', mailId).where('carried_at', 'is', null).executeTakeFirst();
  if (!numUpdatedRows) return;
  const mail = await lockMail(tx, mailId);
  if (mail) await keepTrue(tx, mail, await house.settings());
  tx.append({ type: 'mail.sorted', subjectKind: 'mail', subjectId: mailId, data: { sorting: sorting.chrono, decision, row: sorting.row_code, criterion: sorting.criterion, rule: { ...sorting.rule }, on: sorting.agreed_on, reference: sorting.reference }, personal: { by: sorting.agreed_by_name } });
}

async function finish(house: House, id: string): Promise<void> {
  await house.store.transaction(bySystem(house), async (tx) => {
    const sorting = await lockSorting(tx, house.entityId, id);
    const { rows: [left] } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM sorting_item WHERE sorting_id = ${id} AND carried_at IS NULL`.execute(tx.trx);
    if (sorting?.state === 'agreed' && left?.n === 0) await writeSorting(tx, sorting, { state: 'done', finished_at: house.now() }, { type: 'sorting.carriedOut' });
  });
}
