import type { ScheduleRow } from '../settings/schedule.js';
import { fieldText, scheduleFields, withoutAgreement } from './row.js';

export type Agreement = NonNullable<ScheduleRow['agreed']>;

/** Whether the archives agreed to the same thing: all but where it comes from. */
export function saysTheSame(one: ScheduleRow, other: ScheduleRow): boolean {
  return one.code === other.code && scheduleFields.every((field) => field === 'source' || fieldText(one, field) === fieldText(other, field));
}

/** Rows of a draft: one that still says what it said in the version it is based on keeps its agreement; no other has one. */
export function keepAgreements(rows: readonly ScheduleRow[], base: readonly ScheduleRow[]): ScheduleRow[] {
  const agreed = new Map(base.filter((row) => row.agreed).map((row) => [row.code, row]));
  return rows.map((row) => {
    const old = agreed.get(row.code);
    return old && saysTheSame(old, row) ? { ...withoutAgreement(row), agreed: old.agreed } : withoutAgreement(row);
  });
}

/** Gives the rows the archives' new agreement: those named, or without names all that have none yet. */
export function agreeRows(rows: readonly ScheduleRow[], agreement: Agreement, codes?: readonly string[]): ScheduleRow[] {
  return rows.map((row) => ((codes ? codes.includes(row.code) : !row.agreed) ? { ...withoutAgreement(row), agreed: agreement } : row));
}
