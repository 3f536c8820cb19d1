import { addDays, addMonths, type Day } from '../calendar/day.js';

/** Months ahead that a hold may be reviewed at the latest, where the settings don't say otherwise. */
export const usualHoldReviewMonths = 24;
/** Days before its review that who placed a hold is told. */
export const holdReviewSoonDays = 30;

export type ReviewState = 'later' | 'soon' | 'passed';

/** A hold is for a time: it is looked at again on a day to come, not too far ahead. */
export function reviewFlaw(reviewOn: Day, today: Day, months: number = usualHoldReviewMonths): 'reviewPast' | 'reviewTooFar' | undefined {
  if (reviewOn <= today) return 'reviewPast';
  return reviewOn > addMonths(today, months) ? 'reviewTooFar' : undefined;
}

/** A review that is passed changes nothing by itself: what is held stays held until somebody decides. */
export function reviewStateOf(reviewOn: Day, today: Day): ReviewState {
  if (reviewOn <= today) return 'passed';
  return reviewOn <= addDays(today, holdReviewSoonDays) ? 'soon' : 'later';
}
