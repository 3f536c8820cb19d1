import { dueDay } from '../calendar/delay.js';
import { instantAt } from '../calendar/local-time.js';
import { addDays, dayIn, type Day } from '../calendar/day.js';
import { addWorkingDays, notWorked } from '../calendar/working-days.js';
import type { Settings } from '../settings/settings.js';
import type { HandOverTerm } from '../settings/hand-over.js';

/** What the limits of hand-overs depend on. */
export type HandOverTerms = Pick<Settings, 'authority' | 'calendar' | 'unscanned'>;

export interface Awaiting {
  readonly unscanned: string | null;
  /** Day of arrival, of the authority. */
  readonly receivedAt: Day;
  readonly registeredAt: Date;
}

/** To whom a hand-over that is late was to be told: first the mail room, then the head of the service. */
export const handOverSteps = ['late', 'escalated'] as const;
export type HandOverStep = (typeof handOverSteps)[number];

const hour = 3_600_000;
const byDefault: HandOverTerm = { amount: 1, unit: 'workingDays' };

/**
 * By when a mail that is not scanned should be in the hands of its service. A term in days ends with the last round of
 * its day, or with the day where no rounds are told; hours and rounds run from its registration, on days worked only.
 */
export function handOverLimit({ unscanned, receivedAt, registeredAt }: Awaiting, terms: HandOverTerms): Date {
  const kind = terms.unscanned.find(({ code }) => code === unscanned);
  return termEnd(kind?.handOver ?? { amount: 0, unit: 'days' }, { day: receivedAt, instant: registeredAt }, terms);
}

/** When the head of the service is told of a mail that was to be handed over by `limit`. */
export function escalationOf(limit: Date, terms: HandOverTerms): Date {
  const { timeZone, handOver } = terms.authority;
  return termEnd(handOver?.escalateAfter ?? byDefault, { day: dayIn(timeZone, new Date(limit.getTime() - 1)), instant: limit }, terms);
}

/** How far a hand-over is behind; undefined while it is in time. */
export function handOverStep(mail: Awaiting, now: Date, terms: HandOverTerms): HandOverStep | undefined {
  const limit = handOverLimit(mail, terms);
  if (now <= limit) return undefined;
  return now > escalationOf(limit, terms) ? 'escalated' : 'late';
}

/** The end of a term that begins at `from`. */
export function termEnd(term: HandOverTerm, from: { readonly day: Day; readonly instant: Date }, terms: HandOverTerms): Date {
  if (term.unit === 'hours') return afterHours(from.instant, term.amount, terms);
  if (term.unit === 'rounds') return afterRounds(from.instant, term.amount, terms);
  return lastRoundOf(dueDay(from.day, { amount: term.amount, unit: term.unit }, terms.calendar).day, terms);
}

const roundsOf = ({ authority }: HandOverTerms): readonly string[] => [...(authority.handOver?.rounds ?? [])].sort();

function lastRoundOf(day: Day, terms: HandOverTerms): Date {
  const last = roundsOf(terms).at(-1);
  return last ? instantAt(terms.authority.timeZone, day, last) : instantAt(terms.authority.timeZone, addDays(day, 1), '00:00');
}

function afterRounds(from: Date, count: number, terms: HandOverTerms): Date {
  const { timeZone } = terms.authority;
  const rounds = roundsOf(terms);
  let left = Math.max(1, count);
  for (let day = addWorkingDays(dayIn(timeZone, from), 0, terms.calendar); ; day = addWorkingDays(day, 1, terms.calendar)) {
    if (!rounds.length) return lastRoundOf(day, terms);
    for (const round of rounds) {
      const at = instantAt(timeZone, day, round);
      if (at > from && --left === 0) return at;
    }
  }
}

function afterHours(from: Date, hours: number, terms: HandOverTerms): Date {
  const { timeZone } = terms.authority;
  let left = hours * hour;
  let at = from;
  for (let day = dayIn(timeZone, from); ; day = addDays(day, 1)) {
    const end = instantAt(timeZone, addDays(day, 1), '00:00');
    if (!notWorked(day, terms.calendar)) {
      const within = end.getTime() - at.getTime();
      if (left <= within) return new Date(at.getTime() + left);
      left -= within;
    }
    at = end;
  }
}
