import { basename, extname } from 'node:path';
import type { BatchPlan, PlannedDocument, PlannedEnvelope } from '@bannette/domain';
import { newId, type Database, type Tx } from '@bannette/store';
import { sql, type Selectable } from 'kysely';
import type { BatchRow } from '../batch-for.js';
import type { Description } from './descriptions.js';
import { makingOf, type FileRow, type Made } from './state.js';

type Carried = ReadonlyMap<string, { readonly said: Description; readonly changed: boolean }>;

type CutRow = Selectable<Database['batch_cut']>;

/** The file that is a document of the plan now. */
export interface Placed {
  readonly id: string;
  /** Its bytes or what is said of it are others than before, or it is new. */
  readonly changed: boolean;
}

/** Puts the cut bytes into rows, and every page where it is now. @returns the file of each document, by the document's id */
export async function placeParts(tx: Tx, batch: BatchRow, made: Made, envelopes: readonly PlannedEnvelope[], carried: Carried): Promise<ReadonlyMap<string, Placed>> {
  const cuts = await tx.trx.selectFrom('batch_cut').selectAll().where('batch_id', '=', batch.id).execute();
  const placed = new Map<string, Placed>();
  for (const { documents, sheet } of envelopes) {
    for (const [index, document] of documents.entries()) {
      const making = makingOf(document, made);
      const said = index === 0 && sheet ? JSON.stringify({ ...sheet, file: undefined }) : null;
      if (making.how === 'kept') placed.set(document.id, { id: making.part.row.id, changed: carried.get(document.id)?.changed ?? false });
      else if (making.how === 'whole') {
        await tx.trx.updateTable('deposit_file').set({ planned: document.id, sheet: said }).where('id', '=', making.file.id).execute();
        placed.set(document.id, { id: making.file.id, changed: true });
      } else {
        const cut = cuts.find((one) => one.document_id === document.id && one.made_of === making.madeOf);
        if (!cut) throw new Error('a document of the plan was not cut');
        const id = making.instead?.row.id ?? newId();
        if (making.instead) await tx.trx.updateTable('deposit_file').set(bytesOf(cut, document)).where('id', '=', id).execute();
        else await insertPart(tx, id, document, cut, made, said, carried.get(document.id)?.said);
        placed.set(document.id, { id, changed: true });
        await copyTexts(tx, id, document);
      }
    }
  }
  await placePages(tx, envelopes, placed);
  const cut = [...placed.values()].filter(({ changed }) => changed).map(({ id }) => id);
  if (cut.length) await sql`UPDATE deposit_file SET confidence = (SELECT avg(confidence) FROM batch_page WHERE part_id = deposit_file.id) WHERE id = ANY(${cut}::uuid[]) AND cut_from IS NOT NULL`.execute(tx.trx);
  return placed;
}

const bytesOf = (cut: CutRow, { pages }: PlannedDocument) => ({
  media_type: cut.media_type,
  size: Number(cut.size),
  sha512: cut.sha512,
  spool_key: cut.spool_key,
  searchable_key: cut.searchable_key,
  searchable_size: cut.searchable_size === null ? null : Number(cut.searchable_size),
  searchable_sha512: cut.searchable_sha512,
  pages: pages.length,
});

async function insertPart(tx: Tx, id: string, document: PlannedDocument, cut: CutRow, { files }: Made, sheet: string | null, said: Description | undefined): Promise<void> {
  const source = files.get(document.pages[0]?.file ?? '') as FileRow;
  const { last } = await tx.trx.selectFrom('deposit_file').select((eb) => eb.fn.max('position').as('last')).where('deposit_id', '=', source.deposit_id).executeTakeFirstOrThrow();
  const { cuts } = await tx.trx.selectFrom('deposit_file').select((eb) => eb.fn.countAll<string>().as('cuts')).where('cut_from', '=', source.id).executeTakeFirstOrThrow();
  const extension = cut.media_type === source.media_type ? extname(source.original_name) : '.pdf';
  await tx.trx
    .insertInto('deposit_file')
    .values({
      ...bytesOf(cut, document),
      id,
      deposit_id: source.deposit_id,
      position: Number(last) + 1,
      original_name: `${basename(source.original_name, extname(source.original_name))} – ${Number(cuts) + 1}${extension}`,
      state: 'read',
      warnings: JSON.stringify(source.warnings.filter((warning) => warning !== 'notSeparated')),
      confidence: source.confidence,
      engine: source.engine,
      read_at: source.read_at,
      cut_from: source.id,
      planned: document.id,
      sheet,
      nature: said ? said.nature : (document.nature ?? null),
      beneficiaries: [...(said?.beneficiaries ?? document.beneficiaries)],
      beneficiary_unknown: said?.beneficiary_unknown ?? document.beneficiaryUnknown,
    })
    .execute();
}

/** What was read of its pages, in their order. */
async function copyTexts(tx: Tx, partId: string, { pages }: PlannedDocument): Promise<void> {
  await tx.trx.deleteFrom('page_text').where('file_id', '=', partId).execute();
  const [files, numbers, places] = [pages.map(({ file }) => file), pages.map(({ number }) => number), pages.map((_, index) => index + 1)];
  await sql`
    INSERT INTO page_text (file_id, number, text, endorsement, reading)
      SELECT ${partId}::uuid, taken.place, page_text.text, page_text.endorsement, page_text.reading
      FROM unnest(${files}::uuid[], ${numbers}::integer[], ${places}::integer[]) AS taken (file, number, place)
      JOIN page_text ON page_text.file_id = taken.file AND page_text.number = taken.number`.execute(tx.trx);
}

/** Where each page of these envelopes is now; pages kept aside are nowhere. */
async function placePages(tx: Tx, envelopes: readonly PlannedEnvelope[], placed: ReadonlyMap<string, Placed>): Promise<void> {
  const pages = envelopes.flatMap(({ documents }) => documents.flatMap((document) => document.pages.map((page, index) => ({ ...page, part: placed.get(document.id)?.id ?? '', place: index + 1 }))));
  if (!pages.length) return;
  await sql`
    UPDATE batch_page SET part_id = now.part, place = now.place, turn = now.turn
      FROM unnest(${pages.map(({ file }) => file)}::uuid[], ${pages.map(({ number }) => number)}::integer[], ${pages.map(({ part }) => part)}::uuid[], ${pages.map(({ place }) => place)}::integer[], ${pages.map(({ turn }) => turn)}::integer[]) AS now (file, number, part, place, turn)
      WHERE batch_page.file_id = now.file AND batch_page.number = now.number AND (part_id, batch_page.place, batch_page.turn) IS DISTINCT FROM (now.part, now.place, now.turn)`.execute(tx.trx);
}

/** Pages that are kept aside are in no document. */
export async function placeAside(tx: Tx, { aside }: BatchPlan): Promise<void> {
  if (!aside.length) return;
  await sql`
    UPDATE batch_page SET part_id = NULL, place = NULL, turn = 0
      FROM unnest(${aside.map(({ file }) => file)}::uuid[], ${aside.map(({ number }) => number)}::integer[]) AS kept (file, number)
      WHERE batch_page.file_id = kept.file AND batch_page.number = kept.number AND part_id IS NOT NULL`.execute(tx.trx);
}

/** Received files whose pages are no longer a document as they are: their bytes stay, for the mail room. */
export async function markSeparated(tx: Tx, { files }: Made, plan: BatchPlan, wholeIds: ReadonlySet<string>): Promise<void> {
  const inPlan = new Set([...plan.envelopes.flatMap(({ documents }) => documents.flatMap(({ pages }) => pages)), ...plan.aside].map(({ file }) => file));
  const parted = [...files.values()].filter(({ id, state }) => state === 'read' && inPlan.has(id) && !wholeIds.has(id)).map(({ id }) => id);
  if (parted.length) await tx.trx.updateTable('deposit_file').set({ state: 'separated', mail_id: null, planned: null, sheet: null }).where('id', 'in', parted).execute();
}
