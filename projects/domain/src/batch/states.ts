/**
 * A batch (lot) on its way: its files arrive; some of them are parted and lie at the desk while others are still being
 * read; all were read; somebody has to look; its mails are made. `rejected`: to be scanned again. `quarantined`: a file of it can't be read, and has to be dealt with first.
 */
export const batchStates = ['received', 'separated', 'read', 'toCheck', 'released', 'rejected', 'quarantined'] as const;
export type BatchState = (typeof batchStates)[number];

/** What was counted at the opening of envelopes; either may be left out. */
export interface Announced {
  readonly envelopes?: number;
  readonly pages?: number;
}
/** What came from the scanner: every page, blank or not, and the envelopes that they were parted into. */
export interface Scanned {
  readonly envelopes: number;
  readonly pages: number;
}
export interface CounterGap {
  readonly counter: 'envelopes' | 'pages';
  readonly announced: number;
  readonly scanned: number;
}

/** Where what was announced and what was scanned disagree: a batch with a gap is not released. */
export function counterGaps(announced: Announced, scanned: Scanned): readonly CounterGap[] {
  return (['envelopes', 'pages'] as const).flatMap((counter) => {
    const said = announced[counter];
    return said === undefined || said === scanned[counter] ? [] : [{ counter, announced: said, scanned: scanned[counter] }];
  });
}
