import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlannedDocument } from '@bannette/domain';
import type { House } from '@bannette/house';
import { spoolCut } from '../../deposit/spool-cut.js';
import type { CutPart, CutSource, Reader } from '../../reading/index.js';
import type { BatchRow } from '../batch-for.js';
import { documentsOf, makingOf, type FileRow, type Made } from './state.js';

/** Documents that one process cuts before the next begins: what is cut then survives a crash. */
const atOnce = 100;

export interface Failure {
  readonly code: string;
  readonly params: { [name: string]: string | number };
}

/**
 * Cuts what the plan's documents need and have not, into the spool, and writes down each as soon as it is there: killed, the
 * next run goes on with the others.
 *
 * @returns why that can't be done, with nothing changed
 */
export async function cutMissing(house: House, reader: Reader, batch: BatchRow, made: Made): Promise<Failure | undefined> {
  const there = await house.store.db.selectFrom('batch_cut').select(['document_id', 'made_of']).where('batch_id', '=', batch.id).execute();
  const missing = documentsOf(batch.plan, made.mails).flatMap((document) => {
    const making = makingOf(document, made);
    return making.how === 'cut' && !there.some((cut) => cut.document_id === document.id && cut.made_of === making.madeOf) ? [{ document, madeOf: making.madeOf }] : [];
  });
  for (let from = 0; from < missing.length; from += atOnce) {
    const some = missing.slice(from, from + atOnce);
    const failure = await cutSome(house, reader, batch, made, some);
    if (failure) return failure;
  }
  return undefined;
}

async function cutSome(house: House, reader: Reader, batch: BatchRow, { files }: Made, wanted: readonly { readonly document: PlannedDocument; readonly madeOf: string }[]): Promise<Failure | undefined> {
  const ids = [...new Set(wanted.flatMap(({ document }) => document.pages.map(({ file }) => file)))];
  const rows = ids.flatMap((id) => files.get(id) ?? []);
  const left = rows.find(({ leaving_at }) => leaving_at);
  if (left || rows.length < ids.length) return { code: 'batchFileLeft', params: { file: left?.original_name ?? '' } };
  const uncuttable = rows.find(({ cuttable }) => !cuttable);
  if (uncuttable) return { code: 'notCuttable', params: { file: uncuttable.original_name } };
  const outputDir = await mkdtemp(join(tmpdir(), 'bannette-cut-'));
  try {
    const parts = wanted.map(({ document }) => document.pages.map(({ file, number, turn }) => ({ source: ids.indexOf(file), number, turn })));
    const cutting = await reader.cut({ sources: rows.map((row) => sourceOf(house, row)), parts, outputDir });
    if (cutting.outcome === 'rejected') return { code: 'notCuttable', params: { file: rows.length === 1 ? (rows[0]?.original_name ?? '') : '' } };
    for (const [index, part] of cutting.parts.entries()) {
      const { document, madeOf } = wanted[index] ?? {};
      if (document && madeOf) await keepCut(house, batch.id, document.id, madeOf, part);
    }
    return undefined;
  } finally {
    await rm(outputDir, { recursive: true, force: true });
  }
}

function sourceOf(house: House, row: FileRow): CutSource {
  return { path: house.spool.path(row.spool_key), pages: row.pages ?? 0, mediaType: row.media_type ?? '', ...(row.searchable_key ? { searchablePath: house.spool.path(row.searchable_key) } : {}) };
}

async function keepCut(house: House, batchId: string, documentId: string, madeOf: string, part: CutPart): Promise<void> {
  const original = await spoolCut(house, part.original);
  const searchable = part.searchable && (await spoolCut(house, part.searchable));
  const cut = {
    made_of: madeOf,
    media_type: part.mediaType,
    spool_key: original.key,
    size: original.size,
    sha512: original.sha512,
    searchable_key: searchable?.key ?? null,
    searchable_size: searchable?.size ?? null,
    searchable_sha512: searchable?.sha512 ?? null,
  };
  await house.store.db.insertInto('batch_cut').values({ batch_id: batchId, document_id: documentId, ...cut }).onConflict((conflict) => conflict.columns(['batch_id', 'document_id']).doUpdateSet(cut)).execute();
}
