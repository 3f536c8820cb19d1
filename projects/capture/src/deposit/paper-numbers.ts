import { isPaper, spanOf, type EndorsementSetting, type NumberOnPage, type Proposal, type Proposals, type Settings } from '@bannette/domain';
import type { Database, Tx } from '@bannette/store';
import type { Selectable } from 'kysely';

/** A page of a letter, and the number that was read on it. */
export interface NumberedLetterPage {
  /** Of the letter, from 1. */
  readonly page: number;
  readonly read: NumberOnPage;
}

type DepositRow = Pick<Selectable<Database['deposit']>, 'channel' | 'imported'>;

/** What is looked for on the pages of a deposit: numbers are printed on paper, by the scanner that it came from. */
export function patternsFor(deposit: DepositRow, settings: Settings, scanner?: string): readonly EndorsementSetting[] {
  if (!isPaper(deposit.channel) || deposit.imported) return [];
  return settings.endorsement.filter((pattern) => pattern.enabled && (!pattern.scanner || !scanner || pattern.scanner === scanner));
}

/** The numbers on the pages of some files, in their order. */
export async function numbersOf({ trx }: Tx, fileIds: readonly string[]): Promise<readonly NumberedLetterPage[]> {
  const rows = fileIds.length ? await trx.selectFrom('page_text').select(['file_id', 'endorsement']).where('file_id', 'in', fileIds).orderBy('number').execute() : [];
  const pages = fileIds.flatMap((id) => rows.filter(({ file_id }) => file_id === id));
  return pages.flatMap(({ endorsement }, index) => (endorsement ? [{ page: index + 1, read: endorsement }] : []));
}

/** The letter's first number, and its last where it has several of a run. */
export function withNumbers(proposals: Proposals, pages: readonly NumberedLetterPage[]): Proposals {
  const span = spanOf(pages.map(({ page, read }) => ({ ...read, page })));
  if (!span) return proposals;
  const said = ({ number, confidence, page, place }: NumberOnPage & { page: number }): Proposal => ({ value: number, confidence, because: `number:${page}:${place}` });
  return { ...proposals, endorsement: said(span.first), ...(span.last ? { endorsementLast: said(span.last) } : {}) };
}
