import type { ScanBatch } from '../api/types.js';

export interface CountLine {
  readonly counter: 'envelopes' | 'pages';
  readonly announced?: number;
  readonly scanned: number;
  /** Mails, for envelopes. */
  readonly released?: number;
  readonly gap: boolean;
}

/** What was announced, came, and was released of a batch, a line a counter. */
export function countLines({ announcedEnvelopes, announcedPages, counts, gaps }: ScanBatch): readonly CountLine[] {
  const isGap = (counter: CountLine['counter']): boolean => gaps.some((gap) => gap.counter === counter);
  return [
    { counter: 'envelopes', announced: announcedEnvelopes, scanned: counts.envelopes, released: counts.released, gap: isGap('envelopes') },
    { counter: 'pages', announced: announcedPages, scanned: counts.pages, gap: isGap('pages') },
  ];
}
