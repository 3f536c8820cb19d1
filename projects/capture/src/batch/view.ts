import type { Readable } from 'node:stream';
import { gapsIn, inMailRoom, mayHandle, type NumberedPage, type Person } from '@bannette/domain';
import { conflict, forbidden, notFound, type Batch, type Call, type Contract } from '@bannette/http';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Selectable } from 'kysely';
import { keepingOf } from '../leaving/list.js';

export type BatchRow = Selectable<Database['deposit_file']>;

export function requireMailRoom(person: Person): void {
  if (!inMailRoom(person)) throw forbidden('batch');
}

/** A file that was parted, for the mail rooms that handle it; 404 for any other. */
export async function findBatch(house: House, person: Person, id: string): Promise<BatchRow> {
  const batch = await house.store.db
    .selectFrom('deposit_file')
    .innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id')
    .selectAll('deposit_file')
    .select('deposit.mail_rooms')
    .where('deposit.entity_id', '=', house.entityId)
    .where('deposit_file.id', '=', id)
    .where('deposit_file.state', '=', 'separated')
    .executeTakeFirst();
  if (!batch || !mayHandle(person, batch.mail_rooms)) throw notFound('batch');
  return batch;
}

export async function viewBatch(house: House, person: Person, id: string): Promise<Batch> {
  const batch = await findBatch(house, person, id);
  const pages = await house.store.db
    .selectFrom('batch_page')
    .leftJoin('deposit_file as part', 'part.id', 'batch_page.part_id')
    .leftJoin('mail', 'mail.id', 'part.mail_id')
    .select(['batch_page.number', 'fate', 'codes', 'restored_by', 'restored_at', 'mail.id as mail', 'mail.state', 'mail.chrono'])
    .where('batch_page.file_id', '=', id)
    .orderBy('batch_page.number')
    .execute();
  const numbers = await pageNumbers(house, id);
  const mails = new Map(pages.flatMap(({ mail, state, chrono }) => (mail && state ? [[mail, { id: mail, state, chrono: chrono ?? undefined }] as const] : [])));
  return {
    id,
    depositId: batch.deposit_id,
    name: batch.original_name,
    sha512: batch.sha512,
    mediaType: batch.media_type ?? 'application/octet-stream',
    readAt: batch.read_at?.toISOString(),
    keeping: keepingOf(batch, (await house.settings()).authority),
    pages: pages.map(({ number, fate, codes, mail, restored_by, restored_at }) => ({
      number,
      fate,
      mailId: mail ?? undefined,
      endorsement: numbers.find(({ page }) => page === number)?.number,
      says: codes.map(({ kind, value }) => ({ kind, value })),
      restored: restored_by && restored_at ? { by: restored_by, at: restored_at.toISOString() } : undefined,
    })),
    gaps: [...gapsIn(numbers)],
    mails: [...mails.values()],
  };
}

/** Numbers that were read on the pages of a received file. */
export async function pageNumbers(house: House, fileId: string): Promise<readonly NumberedPage[]> {
  const rows = await house.store.db.selectFrom('page_text').select(['number', 'endorsement']).where('file_id', '=', fileId).where('endorsement', 'is not', null).orderBy('number').execute();
  return rows.flatMap(({ number, endorsement }) => (endorsement ? [{ page: number, number: endorsement.number, run: endorsement.run, sequence: endorsement.sequence }] : []));
}

/** The batch itself: it holds letters of many services, so only the mail room reads it. */
export async function batchContent(house: House, { caller, params, query, reply }: Call<Contract['batchContent']>): Promise<Readable> {
  requireMailRoom(caller);
  const batch = await findBatch(house, caller, params.id);
  if (batch.leaving_at) throw conflict('fileLeft', 'Its bytes have left');
  const searchable = query.form === 'searchable' && batch.searchable_key !== null;
  reply.header('content-type', searchable ? 'application/pdf' : (batch.media_type ?? 'application/octet-stream'));
  reply.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(batch.original_name)}`);
  reply.header('cache-control', 'private, no-store');
  return house.spool.read(searchable && batch.searchable_key ? batch.searchable_key : batch.spool_key);
}
