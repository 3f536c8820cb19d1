import { addDays, addMonths, type Day } from '../calendar/day.js';
import type { ScheduleRow } from '../settings/schedule.js';
import type { Settings } from '../settings/settings.js';

/** Row of the product's own schedule for the register of mail. */
const usualRow = 'CHR-04';

/** Years during which the register of a year is in use where its row says nothing. */
const usualCurrentYears = 1;

/** The register of mail as a series of records: its row of the schedule, and the service that answers for it as its producer. */
export interface RegisterSeries {
  readonly row?: ScheduleRow;
  readonly service?: string;
}

export function registerSeriesOf({ authority, schedule }: Pick<Settings, 'authority' | 'schedule'>): RegisterSeries {
  const code = authority.register?.row ?? usualRow;
  return { row: schedule.rows.find((row) => row.code === code), service: authority.register?.service };
}

/** Days of a year's registers: the period of all of them runs from its end, so that a year falls due together. */
export interface RegisterYearDays {
  /** First day on which only the archives read it. */
  readonly restrictedFrom: Day;
  /** Last day of the administrative period. */
  readonly due?: Day;
}

export function registerYearDays(row: Pick<ScheduleRow, 'years' | 'currentUseYears'> | undefined, year: number): RegisterYearDays {
  const end = `${String(year).padStart(4, '0')}-12-31`;
  const restrictedFrom = addDays(addMonths(end, (row?.currentUseYears ?? usualCurrentYears) * 12), 1);
  return row ? { restrictedFrom, due: addMonths(end, row.years * 12) } : { restrictedFrom };
}

/** Whether the register of `day` is an intermediate archive by `today`: then only the archives read it. */
export function isRegisterRestricted(settings: Pick<Settings, 'authority' | 'schedule'>, day: Day, today: Day): boolean {
  return registerYearDays(registerSeriesOf(settings).row, Number(day.slice(0, 4))).restrictedFrom <= today;
}

export type RegisterYearState = 'current' | 'intermediate' | 'due' | 'eliminated';
export type Sorting = 'keep' | 'eliminate';

export function registerYearState({ restrictedFrom, due }: RegisterYearDays, eliminated: boolean, today: Day): RegisterYearState {
  if (eliminated) return 'eliminated';
  if (due !== undefined && due < today) return 'due';
  return restrictedFrom <= today ? 'intermediate' : 'current';
}

/** Why a register that is due stays: its row is not agreed, is to be kept, or was not sorted yet. */
export type RegisterStays = 'noRow' | 'notAgreed' | 'fate' | 'notSorted' | 'noService';

/** What stands against eliminating the register of a year; undefined where a campaign may take it. */
export function registerStays({ row, service }: RegisterSeries, sorted: Sorting | undefined): RegisterStays | undefined {
  if (!row) return 'noRow';
  if (!row.agreed) return 'notAgreed';
  if (row.finalSort === 'C' || sorted === 'keep') return 'fate';
  if (row.finalSort === 'T' && !sorted) return 'notSorted';
  return service ? undefined : 'noService';
}
