import type { NumberParts } from './pattern.js';

/** The number of a page of a batch; pages without one are left out. */
export interface NumberedPage extends NumberParts {
  readonly page: number;
}

/** Numbers that no page of the batch bears, though the run goes on behind them. */
export interface Gap {
  /** Pages that the gap is between. */
  readonly after: number;
  readonly before: number;
  /** Numbers missing: first, last, how many. */
  readonly first: string;
  readonly last: string;
  readonly count: number;
}

/** More than this between two neighbours is another run, or a figure misread: no feeder swallows so many sheets. */
const largestGap = 50;

/**
 * Gaps in the runs of a batch. Numbers that could not be read leave pages behind: only where the sheets are too few for
 * the numbers between two pages is something missing. Of sheets scanned on both sides one side is numbered.
 */
export function gapsIn(pages: readonly NumberedPage[]): readonly Gap[] {
  const steps = neighbours(pages);
  const sides = mostFrequent(steps.filter(([a, b]) => between(a, b) === 1).map(([a, b]) => b.page - a.page)) ?? 1;
  return steps.flatMap(([a, b]) => {
    const missing = between(a, b) - 1;
    const unread = Math.max(0, Math.ceil((b.page - a.page) / sides) - 1);
    if (missing <= unread || missing > largestGap) return [];
    return [{ after: a.page, before: b.page, first: numberOf(a, (a.sequence ?? 0) + 1), last: numberOf(a, (b.sequence ?? 0) - 1), count: missing }];
  });
}

/** First and last number of a letter's pages, when they are of one run; a single number has no last. */
export function spanOf<T extends NumberParts>(pages: readonly T[]): { readonly first: T; readonly last?: T } | undefined {
  const [first] = pages;
  if (!first) return undefined;
  const own = pages.filter(({ run, sequence }) => run !== undefined && run === first.run && sequence !== undefined);
  const sorted = [...own].sort((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
  const [low, high] = [sorted[0] ?? first, sorted.at(-1) ?? first];
  return high.number === low.number ? { first: low } : { first: low, last: high };
}

const between = (a: NumberedPage, b: NumberedPage): number => (b.sequence ?? 0) - (a.sequence ?? 0);

/** Pages that follow one another in the same run, its numbers rising. */
function neighbours(pages: readonly NumberedPage[]): (readonly [NumberedPage, NumberedPage])[] {
  const last = new Map<string, NumberedPage>();
  return [...pages]
    .sort((a, b) => a.page - b.page)
    .flatMap((page) => {
      if (page.run === undefined || page.sequence === undefined) return [];
      const before = last.get(page.run);
      last.set(page.run, page);
      return before && between(before, page) > 0 ? [[before, page] as const] : [];
    });
}

function mostFrequent(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** The number of the same run with another sequence, as wide as its neighbour's. */
function numberOf({ number, run = '' }: NumberedPage, sequence: number): string {
  const at = run.indexOf('#');
  const width = number.length - (run.length - 1);
  return `${run.slice(0, at)}${String(sequence).padStart(width, '0')}${run.slice(at + 1)}`;
}
