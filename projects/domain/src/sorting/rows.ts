import type { ScheduleRow } from '../settings/schedule.js';

const mark = '/tri';

/** Code of the second row of one that asks for sorting. */
export const sortedOutCode = (code: string): string => `${code}${mark}`;

/**
 * The row under which mails are filed that a sorting did not keep: as their own, with fate D and a category of its own in the
 * file plan, for the one that they come from carries no destruction. Only rows to be sorted (T) have one.
 */
export const sortedOutRow = (row: ScheduleRow): ScheduleRow => ({ ...row, code: sortedOutCode(row.code), label: `${row.label} – éliminable après tri`, finalSort: 'D' });

/** What a mail that a sorting kept stays under: its own row, kept for good, waiting for its transfer. */
export const sortedInRow = (row: ScheduleRow): ScheduleRow => ({ ...row, finalSort: 'C' });

/** Rows with those that sortings need: one more for each row to be sorted that the archives have agreed to. */
export const withSortedOut = (rows: readonly ScheduleRow[]): readonly ScheduleRow[] => rows.flatMap((row) => (row.finalSort === 'T' && row.agreed ? [row, sortedOutRow(row)] : [row]));

/** The row of the schedule that a code comes from, whether or not its mails were sorted. */
export const unsortedCode = (code: string): string => (code.endsWith(mark) ? code.slice(0, -mark.length) : code);
