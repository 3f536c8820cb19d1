import { addDays, addMonths, daysBetween, type Day } from '../calendar/day.js';
import { addWorkingDays } from '../calendar/working-days.js';
import { isPaper, type Channel, type Priority } from '../mail/vocabulary.js';
import type { CalendarSetting } from '../settings/calendar.js';
import type { ClockSetting } from '../settings/clocks.js';
import type { Delay } from '../settings/doc-types.js';

/** Pieces that were asked for: on which day, until when, and when all of them were there. */
export interface MissingPieces {
  readonly askedOn: Day;
  readonly until: Day;
  readonly completedOn?: Day;
}

/** What happened to a mail that moves its clocks; days of the authority. */
export interface ClockFacts {
  readonly channel: Channel;
  /** Arrival at this authority. */
  readonly receivedOn: Day;
  /** Arrival at the authority that sent it on because it was not competent (CRPA L114-2). */
  readonly firstReceivedOn?: Day;
  readonly missing: readonly MissingPieces[];
  readonly registrationReceiptOn?: Day;
  readonly receiptOn?: Day;
  /** Its author was told that it takes longer, and why. */
  readonly extendedOn?: Day;
  readonly answeredOn?: Day;
  readonly closedOn?: Day;
  /** Sent on to the competent authority, whose silence it is from then on (CRPA L114-3). */
  readonly transmittedOn?: Day;
}

/** One step from the arrival to the due day, worded by the interface. */
export type ClockStep =
  | { readonly code: 'received'; readonly day: Day }
  | { readonly code: 'firstReceived'; readonly day: Day }
  | { readonly code: 'completed'; readonly day: Day }
  | { readonly code: 'priority'; readonly priority: Priority }
  | { readonly code: 'deadline'; readonly day: Day }
  | { readonly code: 'delay'; readonly amount: number; readonly unit: Delay['unit'] }
  | { readonly code: 'extended'; readonly day: Day; readonly amount: number; readonly unit: Delay['unit'] }
  | { readonly code: 'suspended'; readonly from: Day; readonly until: Day; readonly days: number }
  | { readonly code: 'moved'; readonly from: Day; readonly to: Day };

export type ClockState = 'running' | 'suspended' | 'met' | 'metLate' | 'passed';

export interface ClockReading {
  readonly code: string;
  readonly kind: ClockSetting['kind'];
  readonly state: ClockState;
  readonly start: Day;
  /** Last day of the term; unknown while a clock that begins anew waits for pieces. At its end silence is an answer. */
  readonly due?: Day;
  /** While it stands still: since when, and until when the pieces were asked for. */
  readonly suspended?: { readonly since: Day; readonly until: Day };
  readonly metOn?: Day;
  readonly because: readonly ClockStep[];
}

/** Whether a clock runs for mail of this channel. */
export function runsFor({ channels }: ClockSetting, channel: Channel): boolean {
  return channels === 'all' || (channels === 'paper') === isPaper(channel);
}

/** Whether it can be extended on `today`: it still runs, and has not been. */
export const isExtendable = (clock: ClockSetting | undefined, reading: Pick<ClockReading, 'state' | 'because'>): boolean => !!clock?.extension && (reading.state === 'running' || reading.state === 'suspended') && !reading.because.some(({ code }) => code === 'extended');

/** A clock as it stands on `today`, with every step that led to its due day. */
export function readClock(clock: ClockSetting, facts: ClockFacts, calendar: CalendarSetting, today: Day): ClockReading {
  const arrival: ClockStep = clock.from === 'firstReceipt' && facts.firstReceivedOn ? { code: 'firstReceived', day: facts.firstReceivedOn } : { code: 'received', day: facts.receivedOn };
  const term = clock.onMissing === 'restart' ? restarted(clock, facts, arrival, calendar) : suspended(clock, facts, arrival, calendar);
  const { day: due, steps } = extended(clock, facts, term, calendar);
  const metOn = metDay(clock, facts);
  const standing = metOn ? undefined : standingStill(clock, facts, due, today);
  return {
    code: clock.code,
    kind: clock.kind,
    state: stateOf(due, metOn, standing !== undefined, today),
    start: term.start,
    ...(due ? { due } : {}),
    ...(standing ? { suspended: { since: standing.askedOn, until: standing.until } } : {}),
    ...(metOn ? { metOn } : {}),
    because: steps,
  };
}

interface Term {
  readonly start: Day;
  /** Days that it stood still. */
  readonly stood: number;
  readonly known: boolean;
  readonly steps: readonly ClockStep[];
}

/**
 * Silence that accepts runs from the day when everything was there (CRPA L114-5, 3rd paragraph). What was asked for after its
 * end changes nothing: the silence has accepted by then (L231-1).
 */
function restarted(clock: ClockSetting, { missing }: ClockFacts, arrival: ClockStep & { day: Day }, calendar: CalendarSetting): Term {
  let start = arrival.day;
  for (const { askedOn, completedOn } of inOrder(missing)) {
    if (askedOn > lastDay(clock.delay, start, 0, calendar)) break;
    if (!completedOn) return { start: arrival.day, stood: 0, known: false, steps: [arrival] };
    if (completedOn > start) start = completedOn;
  }
  const completed: ClockStep[] = start === arrival.day ? [] : [{ code: 'completed', day: start }];
  return { start, stood: 0, known: true, steps: [arrival, ...completed, delayOf(clock)] };
}

/** Silence that refuses stands still for the time given, or until the pieces are there before its end (the same). */
function suspended(clock: ClockSetting, { missing }: ClockFacts, arrival: ClockStep & { day: Day }, calendar: CalendarSetting): Term {
  const steps: ClockStep[] = [arrival, delayOf(clock)];
  let stood = 0;
  let after = arrival.day;
  for (const request of clock.onMissing === 'suspend' ? inOrder(missing) : []) {
    const from = request.askedOn > after ? request.askedOn : after;
    const until = endOf(request);
    const days = daysBetween(from, until);
    if (days <= 0 || from > lastDay(clock.delay, arrival.day, stood, calendar)) continue;
    steps.push({ code: 'suspended', from, until, days });
    stood += days;
    after = until;
  }
  return { start: arrival.day, stood, known: true, steps };
}

/** Told of within its term, it goes on for as long again as may be; later, nothing is changed by it. */
function extended(clock: ClockSetting, { extendedOn }: ClockFacts, term: Term, calendar: CalendarSetting): { readonly day?: Day; readonly steps: readonly ClockStep[] } {
  const first = rolled(clock, term, calendar);
  const { extension } = clock;
  if (!extension || !extendedOn || !first.day || extendedOn > first.day) return first;
  const steps: ClockStep[] = [...term.steps, { code: 'extended', day: extendedOn, ...extension }];
  // A month and two months are three from the first day: 31 January to 30 April.
  if (extension.unit === clock.delay.unit) return rolled({ ...clock, delay: { ...extension, amount: clock.delay.amount + extension.amount } }, { ...term, steps }, calendar);
  return rolled({ ...clock, delay: extension }, { ...term, steps, start: lastDay(clock.delay, term.start, term.stood, calendar), stood: 0 }, calendar);
}

function rolled(clock: ClockSetting, { start, stood, known, steps }: Term, calendar: CalendarSetting): { readonly day?: Day; readonly steps: readonly ClockStep[] } {
  if (!known) return { steps };
  const term = lastDay(clock.delay, start, stood, calendar);
  if (clock.delay.unit === 'workingDays') return { day: term, steps };
  const day = clock.rollsOver ? addWorkingDays(term, 0, calendar) : term;
  return { day, steps: day === term ? steps : [...steps, { code: 'moved', from: term, to: day }] };
}

/** The end of a term that stood still for some days, before it is moved off a day that is not worked. */
function lastDay({ amount, unit }: Delay, start: Day, stood: number, calendar: CalendarSetting): Day {
  if (unit === 'workingDays') return addWorkingDays(addDays(start, stood), amount, calendar);
  return addDays(unit === 'months' ? addMonths(start, amount) : addDays(start, amount), stood);
}

function standingStill({ onMissing }: ClockSetting, { missing }: ClockFacts, due: Day | undefined, today: Day): MissingPieces | undefined {
  if (onMissing === 'none') return undefined;
  const open = inOrder(missing).filter(({ askedOn, completedOn }) => askedOn <= today && !completedOn);
  if (onMissing === 'restart') return due ? undefined : open.at(-1);
  return open.find((request) => today < endOf(request) && (!due || today <= due));
}

function stateOf(due: Day | undefined, metOn: Day | undefined, stands: boolean, today: Day): ClockState {
  if (metOn) return due && metOn > due ? 'metLate' : 'met';
  if (stands || !due) return 'suspended';
  return today > due ? 'passed' : 'running';
}

/**
 * A receipt at once makes the one of registration needless (CRPA L112-11), and who has an answer needs neither: they are met by
 * whichever goes out first.
 */
function metDay({ metBy }: ClockSetting, { registrationReceiptOn, receiptOn, answeredOn, closedOn, transmittedOn }: ClockFacts): Day | undefined {
  switch (metBy) {
    case 'registrationReceipt':
      return firstOf(registrationReceiptOn, receiptOn, answeredOn);
    case 'receipt':
      return firstOf(receiptOn, answeredOn);
    case 'answer':
      return firstOf(answeredOn, transmittedOn);
    case 'closing':
      return answeredOn ?? closedOn;
  }
}

const firstOf = (...days: readonly (Day | undefined)[]): Day | undefined => days.filter((day) => day !== undefined).sort()[0];
const delayOf = ({ delay }: ClockSetting): ClockStep => ({ code: 'delay', amount: delay.amount, unit: delay.unit });
const endOf = ({ until, completedOn }: MissingPieces): Day => (completedOn && completedOn < until ? completedOn : until);
const inOrder = (missing: readonly MissingPieces[]): readonly MissingPieces[] => [...missing].sort((a, b) => (a.askedOn < b.askedOn ? -1 : 1));
