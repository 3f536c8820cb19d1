import { conflict, invalid, notFound, type Batch, type Call, type Contract } from '@bannette/http';
import { changeMail, contextOf, lockMail, requireRight, type House } from '@bannette/house';
import type { Reader } from '../reading/index.js';
import { forget, pagesOf, readAnew, recut, replacePart, stale, type PartRow } from './recut.js';
import { findBatch, requireMailRoom, viewBatch } from './view.js';

/**
 * Puts a page that was left out back where it belongs in the batch: into the document before it, else the one after, or
 * the one asked for. Only while that document waits to be qualified: later its digest stands in the register.
 */
export async function restorePage(house: House, reader: Reader, call: Call<Contract['restorePage']>): Promise<Batch> {
  requireMailRoom(call.caller);
  const { id, number } = call.params;
  const batch = await findBatch(house, call.caller, id);
  const part = await targetOf(house, id, number, call.body.mail);
  const before = await pagesOf(house.store.db, part.id);
  const pages = [...before, number].sort((a, b) => a - b);
  const settings = await house.settings();
  const made = await recut(house, reader, batch, pages);
  try {
    await house.store.transaction(contextOf(house, call), async (tx) => {
      const mail = await lockMail(tx, part.mail_id ?? '');
      requireRight(call.caller, 'qualify', mail);
      const page = await tx.trx.selectFrom('batch_page').select('part_id').where('file_id', '=', id).where('number', '=', number).forUpdate().executeTakeFirstOrThrow();
      if (page.part_id || String(await pagesOf(tx.trx, part.id)) !== String(before)) throw stale();
      await tx.trx.updateTable('batch_page').set({ part_id: part.id, place: number, restored_by: call.caller.id, restored_at: house.now() }).where('file_id', '=', id).where('number', '=', number).execute();
      await replacePart(tx, batch, part, mail, pages, made);
      await changeMail(tx, mail, { set: await readAnew(house, tx, mail, settings), entry: { type: 'mail.pageRestored', data: { batch: batch.sha512, page: number, pages, before: part.sha512, sha512: made.original.sha512 } } });
    });
  } catch (error) {
    await forgetUnlessKept(house, part, made.original.key, [made.original.key, made.searchable?.key]);
    throw error;
  }
  await forget(house, [part.spool_key, part.searchable_key]);
  return viewBatch(house, call.caller, id);
}

/** A commit that nobody heard of may have kept the new bytes. */
export async function forgetUnlessKept(house: House, part: PartRow, key: string, keys: readonly (string | undefined)[]): Promise<void> {
  const now = await house.store.db.selectFrom('deposit_file').select('spool_key').where('id', '=', part.id).executeTakeFirst().catch(() => undefined);
  if (now && now.spool_key !== key) await forget(house, keys);
}

async function targetOf(house: House, batchId: string, number: number, wanted: string | undefined): Promise<PartRow> {
  const { db } = house.store;
  const page = await db.selectFrom('batch_page').select('part_id').where('file_id', '=', batchId).where('number', '=', number).executeTakeFirst();
  if (!page) throw notFound('page');
  if (page.part_id) throw conflict('pageInPlace', 'The page is in a document already', { page: number });
  const parts = await db
    .selectFrom('deposit_file')
    .innerJoin('batch_page', 'batch_page.part_id', 'deposit_file.id')
    .selectAll('deposit_file')
    .select((eb) => eb.fn.min('batch_page.number').as('first'))
    .where('batch_page.file_id', '=', batchId)
    .groupBy('deposit_file.id')
    .orderBy('first')
    .execute();
  const target = wanted ? parts.find(({ mail_id }) => mail_id === wanted) : (parts.filter(({ first }) => Number(first) < number).at(-1) ?? parts[0]);
  if (!target) throw invalid('notOfBatch', 'That mail holds nothing of this batch', {});
  return target;
}
