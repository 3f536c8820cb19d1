import { decodeSheet, type SheetCode } from './sheet-code.js';

/** What codes count on the pages of a file, and whose they are. */
export interface CodeOrder {
  readonly entityId: string;
  /** Codes of others that part letters: their whole text, or its beginning followed by `*`. None unless the settings declare them. */
  readonly foreignCodes: readonly string[];
}

/** What the codes of a page say: sheets and labels of ours, and whether a declared code of others is on it. */
export interface PageCodes {
  readonly sheets: readonly SheetCode[];
  readonly foreign: boolean;
}

export const noCodes: PageCodes = { sheets: [], foreign: false };

/** Patch T as scanner software prints and tells it: an ordinary barcode with this text. */
export const patchT = 'PATCHT';

/** Verifies what was found: a code that is neither ours nor declared counts for nothing, and is not kept. */
export function judgeCodes(texts: readonly string[], { entityId, foreignCodes }: CodeOrder): PageCodes {
  return {
    sheets: texts.flatMap((text) => decodeSheet(text, entityId) ?? []),
    foreign: texts.some((text) => foreignCodes.some((declared) => fits(text, declared))),
  };
}

const fits = (text: string, declared: string): boolean => (declared.endsWith('*') ? text.startsWith(declared.slice(0, -1)) : text === declared);
