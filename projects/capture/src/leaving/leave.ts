import type { House } from '@bannette/house';
import type { TaskHandler, Tx } from '@bannette/store';
import type { PageImages } from '../images/cache.js';
import { kindOf, leavingFiles, type LeavingFile } from './file.js';

/** Name of the job that takes the bytes of a batch, or of a discarded file, out of the spool. */
export const leaveTask = 'capture.leave';

/** Takes out what was told to go. A crash after any line of it is mended by the next run: bytes that are gone are gone already. */
export function leave(house: House, images: Pick<PageImages, 'forget'>): TaskHandler {
  return async (payload) => {
    const file = await leavingFiles(house.store.db, house).where('deposit_file.id', '=', String(payload.fileId)).executeTakeFirst();
    if (!file?.leaving_at || file.left_at) return;
    const sidecars = await sidecarsOf(house, file);
    for (const key of [file.spool_key, file.searchable_key, ...sidecars.map(({ spool_key }) => spool_key)]) if (key) await house.spool.remove(key);
    await images.forget(file.id);
    await house.store.transaction({ entityId: file.entity_id, actor: 'system', correlationId: file.correlation_id }, async (tx) => {
      const gone = await tx.trx.updateTable('deposit_file').set({ left_at: house.now() }).where('id', '=', file.id).where('left_at', 'is', null).executeTakeFirst();
      if (!gone.numUpdatedRows) return;
      await forgetText(tx, file.id);
      if (sidecars.length) await tx.trx.deleteFrom('batch_sidecar').where('id', 'in', sidecars.map(({ id }) => id)).execute();
      tx.append({ type: 'file.left', subjectKind: 'deposit', subjectId: file.deposit_id, data: { file: file.id, kind: kindOf(file), sha512: file.sha512, searchable: file.searchable_sha512, size: file.size, since: file.due_since?.toISOString() ?? null, ...(await mapOf(tx, file)), ...(sidecars.length ? { sidecars: sidecars.map(({ sha512 }) => sha512) } : {}) } });
    });
  };
}

/** Files that the scanner put beside the batch, once the last of its pages goes. */
async function sidecarsOf({ store: { db } }: House, { id, scanned_in }: LeavingFile): Promise<readonly { id: string; spool_key: string; sha512: string }[]> {
  if (!scanned_in) return [];
  const others = await db.selectFrom('deposit_file').innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id').select('deposit_file.id').where('deposit.batch_id', '=', scanned_in).where('cut_from', 'is', null).where('deposit_file.id', '<>', id).where('mail_id', 'is', null).where('left_at', 'is', null).executeTakeFirst();
  return others ? [] : db.selectFrom('batch_sidecar').select(['id', 'spool_key', 'sha512']).where('batch_id', '=', scanned_in).execute();
}

/** What was read off its pages is in its mails; here it would outlive the letters. Numbers printed on the paper stay. */
async function forgetText(tx: Tx, fileId: string): Promise<void> {
  await tx.trx.updateTable('page_text').set({ text: '' }).where('file_id', '=', fileId).execute();
  // A hint quotes the page that it is about.
  await tx.trx.updateTable('batch_page').set({ hint: null }).where('file_id', '=', fileId).where('hint', 'is not', null).execute();
}

/** Where its pages are now, by the digests of documents; those that were kept aside went with the file. */
async function mapOf(tx: Tx, { id }: LeavingFile): Promise<{ documents: { sha512: string; pages: number[] }[]; aside: { page: number; fate: string }[] }> {
  const pages = await tx.trx.selectFrom('batch_page').leftJoin('deposit_file as part', 'part.id', 'batch_page.part_id').select(['batch_page.number', 'batch_page.fate', 'part.sha512']).where('batch_page.file_id', '=', id).orderBy('batch_page.number').execute();
  const documents = new Map<string, number[]>();
  for (const { number, sha512 } of pages) if (sha512) documents.set(sha512, [...(documents.get(sha512) ?? []), number]);
  return { documents: [...documents].map(([sha512, own]) => ({ sha512, pages: own })), aside: pages.flatMap(({ number, fate, sha512 }) => (sha512 ? [] : [{ page: number, fate }])) };
}
