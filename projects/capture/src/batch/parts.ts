import { extname, basename } from 'node:path';
import { newId, type Database, type Spooled, type Tx } from '@bannette/store';
import type { Selectable } from 'kysely';
import { keepPages, pageRow } from '../deposit/page-rows.js';
import type { PageReading, Reading } from '../reading/index.js';
import type { SheetWord } from '../separation/plan.js';

type FileRow = Selectable<Database['deposit_file']>;
type Read = Extract<Reading, { outcome: 'read' }>;

/** A document cut out of a batch, its bytes in the spool already. */
export interface SpooledPart {
  /** Pages of the batch, from 1. */
  readonly pages: readonly number[];
  readonly sheet?: SheetWord;
  readonly original: Spooled;
  readonly searchable?: Spooled;
}

/**
 * Gives each document of a batch a file of its own, and each page of the batch its fate. The batch's own row stays, with
 * its bytes; the journal ties the digests of both.
 */
export async function insertParts(tx: Tx, batch: FileRow, { pages, separation }: Read, parts: readonly SpooledPart[]): Promise<void> {
  const { last } = await tx.trx.selectFrom('deposit_file').select((eb) => eb.fn.max('position').as('last')).where('deposit_id', '=', batch.deposit_id).executeTakeFirstOrThrow();
  const partOf = new Map<number, { readonly part_id: string; readonly place: number }>();
  for (const [index, part] of parts.entries()) {
    const id = newId();
    const read = part.pages.flatMap((number) => pages[number - 1] ?? []);
    await tx.trx.insertInto('deposit_file').values(rowOf(id, batch, part, read, { position: Number(last) + index + 1, count: index + 1 })).execute();
    await keepPages(tx, read.map((page, at) => pageRow(id, at + 1, page)));
    for (const [at, number] of part.pages.entries()) partOf.set(number, { part_id: id, place: at + 1 });
  }
  await tx.trx
    .insertInto('batch_page')
    .values(pages.map(({ number, codes, blank }, index) => ({ file_id: batch.id, number, fate: separation?.fates[index] ?? ('document' as const), blank, ...(partOf.get(number) ?? { part_id: null, place: null }), codes: JSON.stringify(codes.sheets) })))
    .execute();
  const leftOut = (separation?.fates ?? []).flatMap((fate, index) => (fate === 'document' ? [] : [{ page: index + 1, fate }]));
  tx.append({
    type: 'file.separated',
    subjectKind: 'deposit',
    subjectId: batch.deposit_id,
    data: { file: batch.id, sha512: batch.sha512, pages: pages.length, leftOut, documents: parts.map(({ pages: own, original, searchable }) => ({ pages: [...own], sha512: original.sha512, searchable: searchable?.sha512 ?? null })) },
  });
}

function rowOf(id: string, batch: FileRow, { pages, original, searchable, sheet }: SpooledPart, read: readonly PageReading[], { position, count }: { position: number; count: number }) {
  const extension = extname(batch.original_name);
  return {
    id,
    deposit_id: batch.deposit_id,
    position,
    original_name: `${basename(batch.original_name, extension)} – ${count}${extension}`,
    size: original.size,
    sha512: original.sha512,
    spool_key: original.key,
    state: 'read' as const,
    media_type: batch.media_type,
    warnings: JSON.stringify([...new Set(read.flatMap(({ warnings }) => warnings))]),
    pages: read.length,
    confidence: read.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, read.length),
    engine: batch.engine,
    archive: searchable && batch.archive ? JSON.stringify({ form: 'made', drawn: pages.flatMap((number, at) => (batch.archive?.drawn.includes(number) ? [at + 1] : [])) }) : null,
    read_at: batch.read_at,
    searchable_key: searchable?.key ?? null,
    searchable_size: searchable?.size ?? null,
    searchable_sha512: searchable?.sha512 ?? null,
    cut_from: batch.id,
    sheet: sheet ? JSON.stringify(sheet) : null,
  };
}
