import { addMonths, type Day } from '../calendar/day.js';
import type { RetentionTrigger, ScheduleRow } from '../settings/schedule.js';
import { yearEndFrom } from './years.js';

/** The days of a mail that may start a retention period by themselves. */
export interface KnownDays {
  readonly documentDate?: Day;
  readonly registeredOn?: Day;
  readonly closedOn?: Day;
  /** A trigger that only people know (end of a right, birth, end of a contract), entered on the mail. */
  readonly declaredTrigger?: Day;
  /** Of the authority, `MM-DD`; absent: 31 December. */
  readonly fiscalYearEnd?: string;
}

/**
 * The day from which the period of `row` runs, or undefined while it is not known. What cannot be read off the mail is never
 * guessed. A trigger that is an end (`FIN_…`) is the last day of its year, so that all of a year falls due together and none
 * of it too early: of the fiscal year for `FIN_EXERCICE`, of the calendar's for the others. A declared day goes before any other.
 */
export function triggerDay(row: Pick<ScheduleRow, 'trigger'>, known: KnownDays): Day | undefined {
  const day = known.declaredTrigger ?? readOff(row.trigger, known);
  if (!day || !row.trigger.startsWith('FIN_')) return day;
  return yearEndFrom(day, row.trigger === 'FIN_EXERCICE' ? known.fiscalYearEnd : undefined);
}

function readOff(trigger: RetentionTrigger, known: KnownDays): Day | undefined {
  switch (trigger) {
    case 'DATE_DOC':
      return known.documentDate;
    case 'CLOTURE':
    case 'FIN_EXERCICE':
      return known.closedOn;
    case 'FIN_ANNEE':
      return known.registeredOn;
    default:
      return undefined;
  }
}

/** The last day of the administrative retention period; 29 February is followed by 28 February in common years. */
export function retentionDue(row: Pick<ScheduleRow, 'trigger' | 'years'>, known: KnownDays): Day | undefined {
  const start = triggerDay(row, known);
  return start && addMonths(start, row.years * 12);
}
