import { addDays, addMonths, type Day } from '../calendar/day.js';
import type { MailState } from '../mail/states.js';
import type { ScheduleRow } from '../settings/schedule.js';

/** What of a mail and its affair tells when they are no longer in current use. Days are the authority's. */
export interface UseFacts {
  readonly state: MailState;
  /** When its treatment ended: its closing, or its departure. */
  readonly endedOn?: Day;
  /** The affair that it lies in; a day once that is closed. */
  readonly affair?: { readonly closedOn?: Day };
}

/** Whether its treatment has ended; a mail that was voided never had one. */
export const isOver = (state: MailState): boolean => state === 'closed' || state === 'noFollowUp' || state === 'sent';

/**
 * The last day of current use (Code du patrimoine R212-10): until then a closed mail can be reopened, and its service has it
 * at hand for the row's own duration (DUC), whichever is later. A mail of an affair is in use as long as its affair.
 * Undefined while nobody can know.
 */
export function endOfCurrentUse(row: Pick<ScheduleRow, 'currentUseYears'> | undefined, facts: UseFacts, { reopenDays }: { readonly reopenDays: number }): Day | undefined {
  if (!isOver(facts.state) || !facts.endedOn || (facts.affair && !facts.affair.closedOn)) return undefined;
  const from = latest(facts.endedOn, facts.affair?.closedOn);
  return latest(addDays(from, reopenDays), addMonths(from, 12 * (row?.currentUseYears ?? 0)));
}

const latest = (one: Day, other: Day | undefined): Day => (other && other > one ? other : one);
