import type { PageCodes } from '../codes/page-codes.js';
import type { SheetCode } from '@bannette/print';

/** What became of a page of a scanned file: part of a document, or left out and kept aside. */
export type PageFate = 'document' | 'separator' | 'blank';

export interface PageFacts {
  readonly codes: PageCodes;
  /** Nothing but dust on it, front or back. */
  readonly blank: boolean;
}

/** What the sheets before a document say of it. */
export interface SheetWord {
  readonly service?: string;
  readonly type?: string;
  /** Chrono of the mail that it belongs to. */
  readonly mail?: string;
  /** The page (from 1) of the batch that the last of those sheets, or the label, is on. */
  readonly page: number;
}

export interface PlannedDocument {
  /** Pages of the file, from 1, rising. */
  readonly pages: readonly number[];
  /** Present when a sheet or label began it. */
  readonly sheet?: SheetWord;
}

/** How a scanned file falls apart. Undefined fates don't occur: each page is in a document or left out for a reason. */
export interface Separation {
  readonly fates: readonly PageFate[];
  readonly documents: readonly PlannedDocument[];
}

/**
 * Parts a file at its sheets. Sheets that follow one another speak for the same letter; two on one page that contradict
 * each other only begin a new one. A label begins a letter and stays on its page. Blank pages are left out.
 *
 * @returns undefined when the file is one document with all its pages, or when nothing but sheets and blank pages is in it:
 * then it stays whole, so that somebody sees it
 */
export function separate(pages: readonly PageFacts[], { keepBlankPages = false }: { readonly keepBlankPages?: boolean } = {}): Separation | undefined {
  const fates: PageFate[] = [];
  const documents: { pages: number[]; sheet?: SheetWord }[] = [];
  let said: SheetWord | undefined;
  let open: (typeof documents)[number] | undefined;
  for (const [index, { codes, blank }] of pages.entries()) {
    const number = index + 1;
    const sheets = codes.sheets.filter(({ kind }) => kind !== 'label');
    if (sheets.length || codes.foreign) {
      fates.push('separator');
      said = { ...said, ...wordsOf(sheets), page: number };
      open = undefined;
      continue;
    }
    const label = only(codes.sheets);
    if (label && (label !== open?.sheet?.mail || said)) {
      said = { ...said, mail: label, page: said?.page ?? number };
      open = undefined;
    } else if (blank && !keepBlankPages && !codes.sheets.length) {
      fates.push('blank');
      continue;
    }
    fates.push('document');
    if (!open) documents.push((open = { pages: [], ...(said ? { sheet: said } : {}) }));
    said = undefined;
    open.pages.push(number);
  }
  const whole = documents.length === 1 && documents[0]?.pages.length === pages.length && !documents[0].sheet;
  return documents.length === 0 || whole ? undefined : { fates, documents };
}

function wordsOf(sheets: readonly SheetCode[]): Omit<SheetWord, 'page'> {
  const of = (kind: SheetCode['kind']): string | undefined => only(sheets.filter((sheet) => sheet.kind === kind));
  const [service, type, mail] = [of('service'), of('type'), of('identification')];
  return { ...(service ? { service } : {}), ...(type ? { type } : {}), ...(mail ? { mail } : {}) };
}

/** The value that all agree on. */
function only(sheets: readonly SheetCode[]): string | undefined {
  const values = new Set(sheets.map(({ value }) => value));
  return values.size === 1 ? sheets[0]?.value : undefined;
}
