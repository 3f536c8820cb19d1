import { dayIn, frontsThenBacks, isPaper, pagesOfPlan, type InterleaveFlaw, type PageRef } from '@bannette/domain';
import type { House } from '@bannette/house';
import { newId, type Database, type DeclaredDocument, type Tx } from '@bannette/store';
import type { Selectable } from 'kysely';
import type { Reading } from '../reading/index.js';
import { gluedHints } from '../separation/glued.js';
import { lockBatch, type BatchRow } from './batch-for.js';
import { addToPlan, interleave, planPages, type DeclaredRange, type FoundPage } from './plan-pages.js';
import { writePlan } from './write-plan.js';

type FileRow = Selectable<Database['deposit_file']>;
type DepositRow = Selectable<Database['deposit']>;
type Read = Extract<Reading, { outcome: 'read' }>;

/** Keeps what was found on the pages of a file, and puts them into the plan of its batch. The caller holds the batch's lock. */
export async function addReading(house: House, tx: Tx, batch: BatchRow, file: FileRow, reading: Read): Promise<void> {
  await keepPages(tx, file, reading);
  await planPagesOf(house, tx, batch, file);
}

/** What was discarded is waited for no more: the other files of its run go into the plan without it. */
export async function addWithout(house: House, tx: Tx, batchId: string, discarded: Pick<FileRow, 'deposit_id'>): Promise<void> {
  const other = await tx.trx.selectFrom('deposit_file').selectAll().where('deposit_id', '=', discarded.deposit_id).where('cut_from', 'is', null).where('state', '=', 'read').orderBy('position').limit(1).executeTakeFirst();
  if (other) await planPagesOf(house, tx, await lockBatch(tx, batchId), other);
}

async function planPagesOf(house: House, tx: Tx, batch: BatchRow, file: FileRow): Promise<void> {
  const deposit = await tx.trx.selectFrom('deposit').selectAll().where('id', '=', file.deposit_id).executeTakeFirstOrThrow();
  const siblings = await tx.trx.selectFrom('deposit_file').selectAll().where('deposit_id', '=', deposit.id).where('cut_from', 'is', null).where('state', '<>', 'discarded').orderBy('position').execute();
  const scan = await tx.trx.selectFrom('deposit_scan').select(['run', 'documents']).where('deposit_id', '=', deposit.id).executeTakeFirst();
  const asOne = deposit.backs !== null || scan?.run || scan?.documents.some((document) => document.file === undefined);
  if (asOne && siblings.some(({ state }) => state !== 'read')) return;
  const read = asOne ? siblings : [file];
  const { pages, flaw } = await inOrder(tx, read, deposit);
  if (flaw) await keepFlaw(tx, batch, flaw);
  const { separation } = (await house.settings()).authority;
  const whole = !isPaper(deposit.channel) || read.some(({ cuttable }) => !cuttable);
  const declared = declaredIn(pages, scan?.documents ?? [], siblings);
  const found = planPages(pages, { keepBlankPages: separation?.keepBlankPages ?? false, whole, declared }, newId);
  const held = new Set(pagesOfPlan(batch.plan).map((page) => page.file));
  if (pages.some((page) => held.has(page.file))) return;
  const order = await fileOrder(tx, batch.id);
  const together = deposit.grouping === 'oneMail' ? siblings.map(({ id }) => id) : [];
  if (isPaper(deposit.channel)) await keepHints(house, tx, found.envelopes.flatMap(({ documents }) => documents.map((document) => document.pages)));
  await tx.trx.deleteFrom('batch_step').where('batch_id', '=', batch.id).execute();
  await writePlan(tx, batch, addToPlan(batch.plan, found, order, together));
}

async function keepPages(tx: Tx, file: FileRow, { pages }: Read): Promise<void> {
  const rows = pages.map(({ number, codes, blank, source, confidence, width, height }) => {
    const empty = blank && source === 'ocr';
    const separator = codes.foreign || codes.sheets.some(({ kind }) => kind !== 'label');
    return { file_id: file.id, number, fate: separator ? ('separator' as const) : empty ? ('blank' as const) : ('document' as const), blank: empty, foreign_code: codes.foreign, codes: JSON.stringify(codes.sheets), confidence, width, height };
  });
  await tx.trx
    .insertInto('batch_page')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['file_id', 'number']).doUpdateSet((eb) => ({ fate: eb.ref('excluded.fate'), blank: eb.ref('excluded.blank'), foreign_code: eb.ref('excluded.foreign_code'), codes: eb.ref('excluded.codes'), confidence: eb.ref('excluded.confidence'), width: eb.ref('excluded.width'), height: eb.ref('excluded.height') })))
    .execute();
}

async function foundIn(tx: Tx, file: FileRow): Promise<readonly FoundPage[]> {
  const rows = await tx.trx.selectFrom('batch_page').select(['number', 'blank', 'foreign_code', 'codes']).where('file_id', '=', file.id).orderBy('number').execute();
  return rows.map(({ number, blank, foreign_code, codes }) => ({ file: file.id, number, facts: { blank, codes: { foreign: foreign_code, sheets: codes as FoundPage['facts']['codes']['sheets'] } } }));
}

/** The pages of files in the order in which they lay in the pile; fronts and backs may be two files, or the halves of one. */
async function inOrder(tx: Tx, files: readonly FileRow[], { backs }: DepositRow): Promise<{ readonly pages: readonly FoundPage[]; readonly flaw?: InterleaveFlaw }> {
  const each: (readonly FoundPage[])[] = [];
  for (const file of files) each.push(await foundIn(tx, file));
  if (!backs) return { pages: each.flat() };
  if (backs === 'reversed') return frontsThenBacks(each);
  const [first = [], second, ...others] = each;
  const half = Math.ceil(first.length / 2);
  const [fronts, behind] = second ? [first, second] : [first.slice(0, half), first.slice(half)];
  return { pages: [...interleave(fronts, behind, backs), ...others.flat()] };
}

/** Nothing is guessed: the pages lie as they were scanned, and somebody has to look. */
async function keepFlaw(tx: Tx, batch: BatchRow, { code, params }: InterleaveFlaw): Promise<void> {
  const others = batch.notes.filter((note) => note.code !== code);
  await tx.trx.updateTable('batch').set({ notes: JSON.stringify([...others, { code, params, check: true }]) }).where('id', '=', batch.id).execute();
}

/** Documents that the scanner's software told of, as places in this run of pages. */
function declaredIn(pages: readonly FoundPage[], documents: readonly DeclaredDocument[], siblings: readonly FileRow[]): DeclaredRange[] {
  return documents.flatMap(({ file, firstPage, lastPage, service, type }): DeclaredRange[] => {
    const before = file === undefined ? 0 : pages.findIndex((page) => page.file === siblings[file - 1]?.id);
    if (before < 0) return [];
    return [{ first: before + firstPage, ...(lastPage === undefined ? {} : { last: before + lastPage }), ...(service ? { service } : {}), ...(type ? { type } : {}) }];
  });
}

/** Ids of the files of a batch, in the order in which they came. */
export async function fileOrder(tx: Tx, batchId: string): Promise<string[]> {
  const files = await tx.trx.selectFrom('deposit_file').innerJoin('deposit', 'deposit.id', 'deposit_file.deposit_id').select('deposit_file.id').where('batch_id', '=', batchId).where('cut_from', 'is', null).orderBy('deposit.id').orderBy('position').execute();
  return files.map(({ id }) => id);
}

/** Of each document, the pages that speak for another letter's beginning. */
async function keepHints(house: House, tx: Tx, documents: readonly (readonly PageRef[])[]): Promise<void> {
  const files = [...new Set(documents.flatMap((pages) => pages.map(({ file }) => file)))];
  if (!files.length) return;
  const rows = await tx.trx.selectFrom('page_text').select(['file_id', 'number', 'text']).where('file_id', 'in', files).execute();
  const texts = new Map(rows.map(({ file_id, number, text }) => [`${file_id}:${number}`, text]));
  const today = dayIn((await house.settings()).authority.timeZone, house.now());
  for (const pages of documents) {
    const hints = new Map([...gluedHints(pages.map(({ file, number }) => texts.get(`${file}:${number}`) ?? ''), today)].reverse().map((hint) => [hint.page, hint]));
    for (const [place, { code, because }] of hints) {
      const page = pages[place - 1];
      if (page) await tx.trx.updateTable('batch_page').set({ hint: JSON.stringify({ code, because }) }).where('file_id', '=', page.file).where('number', '=', page.number).execute();
    }
  }
}
