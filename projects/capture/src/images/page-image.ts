import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { conflict, notFound, Problem, type Call, type Contract } from '@bannette/http';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Selectable } from 'kysely';
import { findBatchOf } from '../batch/view-batch.js';
import { thumbnailWidths, type Reader } from '../reading/index.js';
import type { PageImages } from './cache.js';

type FileRow = Selectable<Database['deposit_file']>;
type Asked = Call<Contract['pageImage']>;

/** Small images that are drawn together: who looks at one page of a batch looks at those beside it. */
const together = 16;

/** Pages of batches as images: from the cache, else drawn by a reading process. */
export function pageImageOf(house: House, reader: Reader, images: PageImages): (call: Asked) => Promise<Readable> {
  const drawing = new Map<string, Promise<void>>();
  const drawn = async (file: FileRow, number: number, width: number): Promise<string> => {
    const small = (thumbnailWidths as readonly number[]).includes(width);
    const first = small ? number - ((number - 1) % together) : number;
    const pages = small ? Array.from({ length: Math.min(together, (file.pages ?? first + together) - first + 1) }, (_, index) => first + index) : [number];
    const key = `${file.id}:${first}:${small ? 'small' : width}`;
    const work = drawing.get(key) ?? draw(house, reader, images, file, pages, small ? thumbnailWidths : [width]).finally(() => drawing.delete(key));
    drawing.set(key, work);
    await work;
    const path = await images.find(file.id, number, width);
    if (!path) throw notFound('page');
    return path;
  };
  return async (call) => {
    const { file: fileId, number } = call.params;
    const file = await findFile(house, call, fileId);
    if (file.pages !== null && number > file.pages) throw notFound('page');
    const etag = `"${file.sha512.slice(0, 32)}-${number}-${call.query.width}"`;
    call.reply.header('cache-control', 'private, max-age=86400').header('etag', etag).header('vary', 'Authorization');
    if (call.request.headers['if-none-match'] === etag) {
      call.reply.code(304);
      return Readable.from([]);
    }
    const path = (await images.find(file.id, number, call.query.width)) ?? (await drawn(file, number, call.query.width));
    call.reply.header('content-type', 'image/jpeg').header('x-content-type-options', 'nosniff').header('content-disposition', 'inline');
    return createReadStream(path);
  };
}

/** A file of a batch, of those that handle it; what an antivirus refused is shown to nobody. */
export async function findFile(house: House, { caller, params }: Pick<Asked, 'caller'> & { readonly params: { readonly id: string } }, fileId: string): Promise<FileRow> {
  const batch = await findBatchOf(house, caller, params.id);
  const file = await house.store.db.selectFrom('deposit_file').innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id').selectAll('deposit_file').where('deposit_file.id', '=', fileId).where('deposit.batch_id', '=', batch.id).where('cut_from', 'is', null).executeTakeFirst();
  if (!file) throw notFound('file');
  if (file.state === 'quarantined' || file.state === 'discarded') throw conflict('inQuarantine', 'The file could not be read');
  return file;
}

async function draw(house: House, reader: Reader, images: PageImages, file: FileRow, pages: readonly number[], widths: readonly number[]): Promise<void> {
  if (file.leaving_at) throw conflict('fileLeft', 'The bytes of the file have left');
  if (file.waits_for) throw conflict('notScanned', 'The antivirus has not looked at the file yet');
  const outputDir = await mkdtemp(join(tmpdir(), 'bannette-draw-'));
  try {
    const result = await reader.draw({ inputPath: house.spool.path(file.spool_key), pages, widths, outputDir });
    if (result.outcome === 'rejected') throw new Problem(422, 'notDrawable', 'The page can’t be drawn', { reason: result.reason });
    for (const [number, made] of Object.entries(result.pages)) for (const [width, path] of Object.entries(made)) await images.keep(file.id, Number(number), Number(width), path);
  } finally {
    await rm(outputDir, { recursive: true, force: true });
  }
}

/** A file of the batch as it was scanned, or its searchable copy. */
export async function batchFileContent(house: House, call: Call<Contract['batchFileContent']>): Promise<Readable> {
  const file = await findFile(house, call, call.params.file);
  if (file.leaving_at) throw conflict('fileLeft', 'The bytes of the file have left');
  const searchable = call.query.form === 'searchable' && file.searchable_key !== null;
  call.reply.header('content-type', searchable ? 'application/pdf' : (file.media_type ?? 'application/octet-stream'));
  call.reply.header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.original_name)}`);
  call.reply.header('cache-control', 'private, no-store');
  return house.spool.read(searchable && file.searchable_key ? file.searchable_key : file.spool_key);
}
