import { partsAt, type PartingCode } from '@bannette/domain';
import type { FoundCode } from './read-codes.js';
import { decodeSheet, type SheetCode } from '@bannette/print/sheet-code';

/** What codes count on the pages of a file, and whose they are. */
export interface CodeOrder {
  readonly entityId: string;
  /** Codes of others that part letters; none unless the settings declare them. */
  readonly foreignCodes: readonly PartingCode[];
}

/** What the codes of a page say: sheets and labels of ours, and whether a declared code of others is on it. */
export interface PageCodes {
  readonly sheets: readonly SheetCode[];
  readonly foreign: boolean;
}

export const noCodes: PageCodes = { sheets: [], foreign: false };

/** Verifies what was found: a code that is neither ours nor declared counts for nothing, and is not kept. */
export function judgeCodes(found: readonly FoundCode[], { entityId, foreignCodes }: CodeOrder): PageCodes {
  return {
    sheets: found.flatMap(({ text }) => decodeSheet(text, entityId) ?? []),
    foreign: found.some((code) => partsAt(code, foreignCodes) !== undefined),
  };
}
