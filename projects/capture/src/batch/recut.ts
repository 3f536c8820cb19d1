import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayIn, type Settings } from '@bannette/domain';
import { conflict, Problem } from '@bannette/http';
import type { House, MailPatch, MailRow } from '@bannette/house';
import type { Database, Spooled, Tx } from '@bannette/store';
import type { Kysely, Selectable } from 'kysely';
import { proposalsFor } from '../deposit/make-mails.js';
import { numbersOf, withNumbers } from '../deposit/paper-numbers.js';
import { copyPages } from '../deposit/page-rows.js';
import { spoolCut } from '../deposit/spool-cut.js';
import type { Reader } from '../reading/index.js';
import type { BatchRow } from './view.js';

export type PartRow = Selectable<Database['deposit_file']>;

export interface Recut {
  readonly original: Spooled;
  readonly searchable?: Spooled;
}

/** Cuts pages out of the batch anew, into the spool; what a crash leaves there before a row names it is swept. */
export async function recut(house: House, reader: Reader, batch: BatchRow, pages: readonly number[]): Promise<Recut> {
  const outputDir = await mkdtemp(join(tmpdir(), 'bannette-cut-'));
  try {
    const cutting = await reader.cut({ sources: [{ path: house.spool.path(batch.spool_key), pages: batch.pages ?? 0, mediaType: batch.media_type ?? '', ...(batch.searchable_key ? { searchablePath: house.spool.path(batch.searchable_key) } : {}) }], parts: [pages.map((number) => ({ source: 0, number, turn: 0 as const }))], outputDir });
    const part = cutting.outcome === 'cut' ? cutting.parts[0] : undefined;
    if (!part) throw new Problem(422, 'notCuttable', 'The batch can’t be cut', {});
    return { original: await spoolCut(house, part.original), ...(part.searchable ? { searchable: await spoolCut(house, part.searchable) } : {}) };
  } finally {
    await rm(outputDir, { recursive: true, force: true });
  }
}

/** The pages of the batch that a part consists of. */
export async function pagesOf(db: Kysely<Database>, partId: string): Promise<number[]> {
  return (await db.selectFrom('batch_page').select('number').where('part_id', '=', partId).orderBy('number').execute()).map(({ number }) => number);
}

export const stale = (): Problem => conflict('stale', 'The batch has changed since you saw it');

/** Puts the new cut in the place of the part's bytes, in its file, its document, and the text of its pages. */
export async function replacePart(tx: Tx, batch: BatchRow, part: PartRow, mail: MailRow, pages: readonly number[], { original, searchable }: Recut): Promise<void> {
  const bytes = {
    size: original.size,
    sha512: original.sha512,
    spool_key: original.key,
    searchable_key: searchable?.key ?? null,
    searchable_size: searchable?.size ?? null,
    searchable_sha512: searchable?.sha512 ?? null,
    pages: pages.length,
  };
  await tx.trx.updateTable('document').set(bytes).where('mail_id', '=', mail.id).where('spool_key', '=', part.spool_key).execute();
  await tx.trx.updateTable('deposit_file').set(bytes).where('id', '=', part.id).execute();
  await tx.trx.deleteFrom('page_text').where('file_id', '=', part.id).execute();
  await copyPages(tx, batch.id, [...pages].sort((a, b) => a - b), part.id);
}

/** What is read of the mail now that its pages are others. */
export async function readAnew(house: House, tx: Tx, mail: MailRow, settings: Settings): Promise<MailPatch> {
  const files = await tx.trx.selectFrom('deposit_file').selectAll().where('mail_id', '=', mail.id).where('state', '=', 'read').orderBy('position').execute();
  const deposit = await tx.trx.selectFrom('deposit').selectAll().where('id', '=', mail.deposit_id ?? '').executeTakeFirstOrThrow();
  const pages = await tx.trx.selectFrom('page_text').select(['file_id', 'text']).where('file_id', 'in', files.map(({ id }) => id)).orderBy('number').execute();
  const texts = files.flatMap(({ id }) => pages.filter(({ file_id }) => file_id === id).map(({ text }) => text));
  const numbers = await numbersOf(tx, files.map(({ id }) => id));
  return { read_text: texts.join('\n'), proposals: JSON.stringify(withNumbers(proposalsFor(texts, files, deposit, settings, dayIn(settings.authority.timeZone, house.now())), numbers)) };
}

/** Forgets bytes that no row names any more. */
export async function forget(house: House, keys: readonly (string | null | undefined)[]): Promise<void> {
  for (const key of keys) if (key) await house.spool.remove(key);
}
