import type { Day } from '../calendar/day.js';
import { retentionDue, triggerDay, type KnownDays } from '../retention/due.js';
import type { ScheduleRow } from '../settings/schedule.js';

/** What of an affair its pieces follow. */
export interface FileDays {
  readonly closedOn?: Day;
  /** Declared for the file as a whole. */
  readonly declaredTrigger?: Day;
}

/** From when a period runs, and its last day. */
export interface Due {
  readonly trigger?: Day;
  readonly due?: Day;
}

/**
 * Trigger and due day under `row`. Pieces of a file follow the file: whatever a row reads off a mail (its date, its
 * registration, its closing) is the closing of the affair, and nothing is known before. What people declare goes before
 * it, a day of the mail's own before that of its file.
 */
export function dueUnder(row: Pick<ScheduleRow, 'trigger' | 'years'>, mail: KnownDays, file?: FileDays): Due {
  const known = file ? inFile(mail, file) : mail;
  return { trigger: triggerDay(row, known), due: retentionDue(row, known) };
}

const inFile = ({ declaredTrigger, fiscalYearEnd }: KnownDays, { closedOn, declaredTrigger: ofFile }: FileDays): KnownDays => ({
  documentDate: closedOn,
  registeredOn: closedOn,
  closedOn,
  declaredTrigger: declaredTrigger ?? ofFile,
  fiscalYearEnd,
});
