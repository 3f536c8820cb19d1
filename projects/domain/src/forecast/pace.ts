import type { Day } from '../calendar/day.js';

/** What a service did on a day that was worked; a day on which it closed nothing counts, too. */
export interface PastDay {
  readonly day: Day;
  /** Mails that it closed, by type. */
  readonly closed: Readonly<Record<string, number>>;
  /** People who closed them. */
  readonly persons: number;
  /** Mails that came to it that day: type, and working days until their due day; none: they have no due day. */
  readonly arrived: readonly { readonly type: string; readonly term?: number }[];
}

/** How fast a service works. A day's work is 1 on a day like all others. */
export interface Pace {
  /** Mails that it closes in a working day, over all. */
  readonly perDay: number;
  readonly persons: number;
  /** By weekday, Sunday first: its work on such a day against that of the mean day. */
  readonly weekdays: readonly number[];
  /** Share of a day's work that a mail of a type takes. */
  readonly effort: ReadonlyMap<string, number>;
  /** What each past day did against what its weekday let expect: its ups and downs. */
  readonly levels: readonly number[];
}

/** Days of the mean day that are mixed into each weekday, so that two odd Fridays make no pattern. */
const shrinkage = 2;
/** How far from the mean the effort of a type is thought to lie before anything is known, squared. */
const spread = 0.25;

export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const total = (closed: PastDay['closed']): number => Object.values(closed).reduce((sum, count) => sum + count, 0);
const mean = (values: readonly number[]): number => (values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0);

/** The pace of a service from the days that it worked; undefined while it has closed nothing. */
export function paceOf(past: readonly PastDay[]): Pace | undefined {
  const perDay = mean(past.map(({ closed }) => total(closed)));
  if (!perDay) return undefined;
  const weekdays = Array.from({ length: 7 }, (_, weekday) => {
    const its = past.filter(({ day }) => weekdayOf(day) === weekday).map(({ closed }) => total(closed));
    return (its.reduce((sum, count) => sum + count, 0) + shrinkage * perDay) / ((its.length + shrinkage) * perDay);
  });
  const effort = effortsOf(past, perDay, weekdays);
  const levels = past.map(({ day, closed }) => Object.entries(closed).reduce((sum, [type, count]) => sum + count * (effort.get(type) ?? 1 / perDay), 0) / (weekdays[weekdayOf(day)] ?? 1));
  const working = past.map(({ persons }) => persons).filter((persons) => persons > 0);
  return { perDay, persons: mean(working), weekdays, effort, levels };
}

/**
 * What a mail of each type costs: days full of one type and days full of another tell them apart. Least squares, drawn
 * towards the mean mail (ridge), as strongly as few mails say little.
 */
function effortsOf(past: readonly PastDay[], perDay: number, weekdays: readonly number[]): ReadonlyMap<string, number> {
  const types = [...new Set(past.flatMap(({ closed }) => Object.keys(closed)))].sort();
  const rows = past.map(({ closed }) => types.map((type) => (closed[type] ?? 0) / perDay));
  const missing = past.map(({ day }, at) => (weekdays[weekdayOf(day)] ?? 1) - (rows[at] ?? []).reduce((sum, share) => sum + share, 0));
  const normal = types.map((_, i) => types.map((__, j) => rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[j] ?? 0), 0) + (i === j ? 1 / (perDay * spread) : 0)));
  const shifts = solve(normal, types.map((_, i) => rows.reduce((sum, row, at) => sum + (row[i] ?? 0) * (missing[at] ?? 0), 0)));
  return new Map(types.map((type, i) => [type, Math.min(5, Math.max(0.2, 1 + (shifts[i] ?? 0))) / perDay]));
}

/** Solves a system whose matrix is symmetric and positive (Gauss, without pivoting). */
function solve(matrix: readonly (readonly number[])[], values: readonly number[]): readonly number[] {
  const rows = matrix.map((row, at) => [...row, values[at] ?? 0]);
  rows.forEach((pivot, at) => {
    for (const row of rows.slice(at + 1)) {
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column < row.length; column++) row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  });
  const found = new Array<number>(rows.length).fill(0);
  for (let at = rows.length - 1; at >= 0; at--) {
    const row = rows[at] ?? [];
    let rest = row[rows.length] ?? 0;
    for (let column = at + 1; column < rows.length; column++) rest -= (row[column] ?? 0) * (found[column] ?? 0);
    found[at] = rest / (row[at] ?? 1);
  }
  return found;
}
