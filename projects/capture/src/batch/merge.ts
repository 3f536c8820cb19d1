import { sql } from 'kysely';
import { nextState } from '@bannette/domain';
import { conflict, notFound, type Call, type Contract } from '@bannette/http';
import { changeMail, contextOf, lockMail, requireRevision, requireRight, type House } from '@bannette/house';
import type { Reader } from '../reading/index.js';
import { forget, pagesOf, readAnew, recut, replacePart, stale, type PartRow } from './recut.js';
import { forgetUnlessKept } from './restore.js';
import { findBatch } from './view.js';

/**
 * Joins a mail to the one before it in their batch: a sheet that parted one letter is taken back. Both wait to be
 * qualified; the second is voided, and keeps its own document as it was, so that nothing is lost.
 */
export async function mergeWithPrevious(house: House, reader: Reader, call: Call<Contract['mergeWithPrevious']>): Promise<{ mail: string }> {
  const { db } = house.store;
  const seen = await db.selectFrom('mail').selectAll().where('id', '=', call.params.id).executeTakeFirst();
  requireRight(call.caller, 'qualify', seen);
  const [part, previous] = await pairOf(house, seen.id);
  const batch = await findBatch(house, call.caller, part.cut_from ?? '');
  const [first, second] = [await pagesOf(db, previous.id), await pagesOf(db, part.id)];
  const pages = [...first, ...second].sort((a, b) => a - b);
  const settings = await house.settings();
  const made = await recut(house, reader, batch, pages);
  const into = previous.mail_id ?? '';
  try {
    await house.store.transaction(contextOf(house, call), async (tx) => {
      // In the order of their ids, so that two merges never wait for one another.
      const locked = new Map<string, Awaited<ReturnType<typeof lockMail>>>();
      for (const id of [into, seen.id].sort()) locked.set(id, await lockMail(tx, id));
      const [target, mail] = [locked.get(into), locked.get(seen.id)];
      requireRight(call.caller, 'qualify', mail);
      requireRight(call.caller, 'qualify', target);
      requireRevision(mail, call.body.revision);
      if (String(await pagesOf(tx.trx, previous.id)) !== String(first) || String(await pagesOf(tx.trx, part.id)) !== String(second)) throw stale();
      await tx.trx.updateTable('batch_page').set({ part_id: previous.id, place: sql<number>`number` }).where('part_id', '=', part.id).execute();
      await tx.trx.updateTable('deposit_file').set({ state: 'merged' }).where('id', '=', part.id).execute();
      await replacePart(tx, batch, previous, target, pages, made);
      await changeMail(tx, target, { set: await readAnew(house, tx, target, settings), entry: { type: 'mail.joined', data: { mail: mail.id, batch: batch.sha512, pages, before: previous.sha512, sha512: made.original.sha512 } } });
      await changeMail(tx, mail, { set: { state: nextState(mail.state, 'void'), closed_at: house.now() }, entry: { type: 'mail.merged', data: { into: target.id, sha512: part.sha512 } } });
    });
  } catch (error) {
    await forgetUnlessKept(house, previous, made.original.key, [made.original.key, made.searchable?.key]);
    throw error;
  }
  await forget(house, [previous.spool_key, previous.searchable_key]);
  return { mail: into };
}

/** The mail's only document, cut out of a batch, and the document before it there. */
async function pairOf(house: House, mailId: string): Promise<[PartRow, PartRow]> {
  const { db } = house.store;
  const own = await db.selectFrom('deposit_file').selectAll().where('mail_id', '=', mailId).where('state', '=', 'read').execute();
  const [part] = own;
  if (!part?.cut_from || own.length > 1) throw conflict('noPrevious', 'It is not one document of a batch');
  const { first } = await db.selectFrom('batch_page').select((eb) => eb.fn.min('number').as('first')).where('part_id', '=', part.id).executeTakeFirstOrThrow();
  const before = await db.selectFrom('batch_page').select('part_id').where('file_id', '=', part.cut_from).where('number', '<', Number(first)).where('part_id', 'is not', null).orderBy('number', 'desc').executeTakeFirst();
  if (!before?.part_id || before.part_id === part.id) throw conflict('noPrevious', 'No document comes before it in its batch');
  const previous = await db.selectFrom('deposit_file').selectAll().where('id', '=', before.part_id).executeTakeFirst();
  if (!previous?.mail_id) throw notFound('mail');
  if (previous.mail_id === mailId) throw conflict('noPrevious', 'It is one mail with the document before it');
  return [part, previous];
}
