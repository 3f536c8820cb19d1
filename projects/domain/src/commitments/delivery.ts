import { dayIn } from '../calendar/day.js';
import { termEnd, type HandOverTerms } from '../paper/hand-over.js';
import type { HandOverTerm } from '../settings/hand-over.js';

/** By when a leg of a mail's way that begins at an instant is to be done. */
export function legLimit(from: Date, within: HandOverTerm, terms: HandOverTerms): Date {
  return termEnd(within, { day: dayIn(terms.authority.timeZone, from), instant: from }, terms);
}
