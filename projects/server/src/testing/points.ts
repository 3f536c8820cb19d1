import type { Crossing, Trap } from './border.js';

/** A moment at which a process can be killed, with what a reader calls it. */
export interface Point extends Trap {
  readonly label: string;
}

const writesOf = (label: string): readonly string[] => label.replace(/^commit /, '').split(', ');
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Each crossing, before and after it. A commit is known by the one of its writes that the fewest others make: consumers handle together
 * what waits, so which writes a commit joins differs from run to run. The others are known by what they do, as those of several connections come in any order.
 */
export function pointsOf(crossings: readonly Crossing[]): Point[] {
  const labels = [...new Set(crossings.map(({ label }) => label))];
  const others = (write: string): number => labels.filter((label) => writesOf(label).includes(write)).length;
  const matchingOf = ({ wire, label }: Crossing): RegExp => {
    if (wire === 'alfresco') return new RegExp(`^${escaped(label)}$`);
    const telling = writesOf(label).reduce((least, write) => (others(write) < others(least) ? write : least));
    return new RegExp(`(?:^|^commit |, )${escaped(telling)}(?:,|$)`);
  };
  return crossings.flatMap((crossing, index) => {
    const matching = matchingOf(crossing);
    const number = crossings.slice(0, index + 1).filter(({ wire, label }) => wire === crossing.wire && matching.test(label)).length;
    return (['before', 'after'] as const).map((when) => ({ wire: crossing.wire, number, matching, when, label: crossing.label }));
  });
}

/**
 * The points of a way that another walk of it had, too: what only the first of a process makes (what it keeps afterwards), or a job
 * that happened to run beside, is not reached when the way is walked again.
 */
export function pointsOfBoth(once: readonly Crossing[], again: readonly Crossing[]): Point[] {
  const reached = (point: Point): boolean => once.filter(({ wire, label }) => wire === point.wire && (point.matching?.test(label) ?? true)).length >= point.number;
  return pointsOf(again).filter(reached);
}

/** As many of the points as there is time for, spread evenly over the way: of like ones the first, now before and now after. */
export function sampled<P extends Point>(points: readonly P[], most: number): P[] {
  if (points.length <= most) return [...points];
  const first = points.filter(({ number }) => number === 1);
  const pairs = first.length / 2;
  const step = Math.max(1, pairs / most);
  return Array.from({ length: Math.floor(pairs / step) }, (_, index) => first[2 * Math.floor(index * step) + (index % 2)]).filter((point) => point !== undefined);
}

/** How many points a spec tries: so many, another number by BANNETTE_CRASH_POINTS, or all with `all`. */
export function pointsTried(usual: number): number {
  const asked = process.env['BANNETTE_CRASH_POINTS'];
  return asked === 'all' ? Infinity : Number(asked ?? usual);
}
