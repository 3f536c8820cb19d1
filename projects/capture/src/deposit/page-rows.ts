import type { PageReading } from '../reading/index.js';
import type { Database, Tx } from '@bannette/store';
import type { Insertable } from 'kysely';

type PageRow = Insertable<Database['page_text']>;

/** What is kept of a page: its text, and how well it was read. */
export function pageRow(fileId: string, number: number, page: PageReading): PageRow {
  const { text, endorsement, confidence, doubts, language, readIn, rotation, skew, words, source } = page;
  return {
    file_id: fileId,
    number,
    text: text.replaceAll('\0', ''),
    endorsement: endorsement ? JSON.stringify(endorsement) : null,
    reading: JSON.stringify({ confidence, doubts, language, readIn, rotation, skew, words: words.length, source }),
  };
}

/** Keeps pages; what was kept of the same pages before is replaced. */
export async function keepPages(tx: Tx, rows: readonly PageRow[]): Promise<void> {
  if (!rows.length) return;
  await tx.trx
    .insertInto('page_text')
    .values([...rows])
    .onConflict((conflict) => conflict.columns(['file_id', 'number']).doUpdateSet((eb) => ({ text: eb.ref('excluded.text'), endorsement: eb.ref('excluded.endorsement'), reading: eb.ref('excluded.reading') })))
    .execute();
}

/** What is kept of pages of one file, for a file that was cut out of it. */
export async function copyPages(tx: Tx, from: string, numbers: readonly number[], to: string): Promise<void> {
  if (!numbers.length) return;
  const rows = await tx.trx.selectFrom('page_text').select(['number', 'text', 'endorsement', 'reading']).where('file_id', '=', from).where('number', 'in', [...numbers]).execute();
  const inOrder = numbers.flatMap((number) => rows.find((row) => row.number === number) ?? []);
  await keepPages(tx, inOrder.map(({ text, endorsement, reading }, index) => ({ file_id: to, number: index + 1, text, endorsement: endorsement ? JSON.stringify(endorsement) : null, reading: reading ? JSON.stringify(reading) : null })));
}
