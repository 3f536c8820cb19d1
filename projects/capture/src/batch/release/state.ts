import { createHash } from 'node:crypto';
import type { BatchPlan, PlannedDocument, PlannedPage, Turn } from '@bannette/domain';
import type { Database } from '@bannette/store';
import type { Kysely, Selectable } from 'kysely';
import type { BatchRow } from '../batch-for.js';
import { mailsOf, type EnvelopeMail } from '../envelopes.js';

export type FileRow = Selectable<Database['deposit_file']>;

/** A file whose bytes are a document of the plan as it was released last: cut out of others, or received as it is. */
export interface Part {
  readonly row: FileRow;
  readonly pages: readonly PlannedPage[];
}

/** What a plan is compared with: received files, and the documents that are made of them already. */
export interface Made {
  readonly files: ReadonlyMap<string, FileRow>;
  readonly parts: readonly Part[];
  readonly mails: readonly EnvelopeMail[];
}

export async function loadMade(db: Kysely<Database>, batch: Pick<BatchRow, 'id'>): Promise<Made> {
  const rows = await db.selectFrom('deposit_file').innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id').selectAll('deposit_file').where('deposit.batch_id', '=', batch.id).orderBy('deposit.id').orderBy('position').execute();
  const received = rows.filter(({ cut_from }) => cut_from === null);
  const pages = received.length ? await db.selectFrom('batch_page').select(['file_id', 'number', 'turn', 'part_id']).where('file_id', 'in', received.map(({ id }) => id)).where('part_id', 'is not', null).orderBy('part_id').orderBy('place').execute() : [];
  const of = new Map<string, PlannedPage[]>();
  for (const { part_id, file_id, number, turn } of pages) of.set(part_id ?? '', [...(of.get(part_id ?? '') ?? []), { file: file_id, number, turn: turn as Turn }]);
  const isPart = ({ id, state, planned }: FileRow): boolean => state === 'read' && planned !== null && of.has(id);
  return { files: new Map(received.map((row) => [row.id, row])), parts: rows.filter(isPart).map((row) => ({ row, pages: of.get(row.id) ?? [] })), mails: await mailsOf(db, batch.id) };
}

/** How a document of the plan comes about. */
export type Making =
  /** A received file as it is. */
  | { readonly how: 'whole'; readonly file: FileRow }
  /** As it was made before. */
  | { readonly how: 'kept'; readonly part: Part }
  /** To be cut; `instead` of the bytes that it had before, when it was there. */
  | { readonly how: 'cut'; readonly madeOf: string; readonly instead?: Part };

export function makingOf(document: PlannedDocument, { files, parts }: Made): Making {
  const part = parts.find(({ row }) => row.planned === document.id);
  if (part && madeOf(part.pages) === madeOf(document.pages)) return { how: 'kept', part };
  const whole = wholeFile(document, files);
  if (whole) return { how: 'whole', file: whole };
  return { how: 'cut', madeOf: madeOf(document.pages), ...(part?.row.cut_from ? { instead: part } : {}) };
}

/** The received file whose pages these are, all of them and as they lie; one that was parted before stays so. */
function wholeFile({ pages }: PlannedDocument, files: Made['files']): FileRow | undefined {
  const file = files.get(pages[0]?.file ?? '');
  const isWhole = file?.state === 'read' && pages.length === file.pages && pages.every((page, index) => page.file === file.id && page.number === index + 1 && page.turn === 0);
  return isWhole ? file : undefined;
}

/** Says which pages in which order and turn something is made of. */
export function madeOf(pages: readonly PlannedPage[]): string {
  return createHash('sha256').update(pages.map(({ file, number, turn }) => `${file}:${number}:${turn}`).join()).digest('hex');
}

/** Documents of envelopes that may still change. */
export function documentsOf({ envelopes }: BatchPlan, mails: readonly EnvelopeMail[]): readonly PlannedDocument[] {
  const fixed = new Set(mails.filter(({ waits }) => !waits).map(({ envelope }) => envelope));
  return envelopes.filter(({ id }) => !fixed.has(id)).flatMap(({ documents }) => documents);
}
