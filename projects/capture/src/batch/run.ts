import { gapsIn } from '@bannette/domain';
import type { Desk } from '@bannette/http';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';

/** Numbers that no page of the batch bears, though the run goes on behind them, through all its files in their order. */
export async function gapsOf(db: Kysely<Database>, files: readonly string[], pages: readonly { readonly file_id: string; readonly number: number }[]): Promise<Desk['gaps']> {
  const read = files.length ? await db.selectFrom('page_text').select(['file_id', 'number', 'endorsement']).where('file_id', 'in', files).where('endorsement', 'is not', null).execute() : [];
  const places = files.flatMap((file) => pages.filter(({ file_id }) => file_id === file));
  const numbered = places.flatMap(({ file_id, number }, index) => {
    const endorsement = read.find((row) => row.file_id === file_id && row.number === number)?.endorsement;
    return endorsement ? [{ page: index + 1, number: endorsement.number, run: endorsement.run, sequence: endorsement.sequence }] : [];
  });
  const at = (page: number) => ({ file: places[page - 1]?.file_id ?? '', number: places[page - 1]?.number ?? page });
  return gapsIn(numbered).map(({ after, before, first, last, count }) => ({ after: at(after), before: at(before), first, last, count }));
}
