import { addMonths, type Day } from '../calendar/working-days.js';
import type { ScheduleRow } from '../settings/schedule.js';

/** The days of a mail that may start a retention period by themselves. */
export interface KnownDays {
  readonly documentDate?: Day;
  readonly registeredOn?: Day;
  readonly closedOn?: Day;
  /** A trigger that only people know (end of a right, birth, end of a contract), entered on the mail. */
  readonly declaredTrigger?: Day;
}

/**
 * The day from which the period of `row` runs, or undefined while it is not known. The end of a year is its 31 December.
 * What cannot be read off the mail is never guessed.
 */
export function triggerDay(row: ScheduleRow, known: KnownDays): Day | undefined {
  switch (row.trigger) {
    case 'DATE_DOC':
      return known.declaredTrigger ?? known.documentDate;
    case 'CLOTURE':
      return known.declaredTrigger ?? known.closedOn;
    case 'FIN_ANNEE':
      return known.declaredTrigger ?? endOfYear(known.registeredOn);
    default:
      return known.declaredTrigger;
  }
}

/** The last day of the administrative retention period; 29 February is followed by 28 February in common years. */
export function retentionDue(row: ScheduleRow, known: KnownDays): Day | undefined {
  const start = triggerDay(row, known);
  return start && addMonths(start, row.years * 12);
}

const endOfYear = (day: Day | undefined): Day | undefined => day && `${day.slice(0, 4)}-12-31`;
