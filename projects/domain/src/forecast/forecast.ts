import type { Day } from '../calendar/day.js';
import { addWorkingDays } from '../calendar/working-days.js';
import type { CalendarSetting } from '../settings/calendar.js';
import { run, type Course, type QueuedMail } from './course.js';
import { paceOf, type Pace, type PastDay } from './pace.js';
import { randomFrom } from './random.js';

/** Working days ahead for which the share of late mails is told. */
export const forecastHorizons = [5, 10, 20] as const;
/** Working days that are looked at; beyond, nothing is said. */
export const forecastDays = 60;

/** What an open mail may expect. */
export interface MailForecast {
  readonly id: string;
  /** The day by which half of the runs have treated it, and nine of ten. */
  readonly predicted?: Day;
  readonly latest?: Day;
  /** Share of the runs in which it is treated after its due day, or not at all. */
  readonly risk: number;
}

/** Of the mails that fall due until then and are not late yet: how many will be late, and between which numbers in eight runs of ten. */
export interface LateShare {
  readonly days: number;
  readonly until: Day;
  readonly due: number;
  readonly late: number;
  readonly low: number;
  readonly high: number;
}

/** What a service may expect, if it goes on as it did. */
export interface ServiceForecast {
  /** The first working day that it looks at. */
  readonly from: Day;
  readonly open: number;
  readonly overdue: number;
  /** Days of the past that it knows. */
  readonly known: number;
  /** Mails closed in a working day; 0: nothing was closed, and nothing is foretold. */
  readonly perDay: number;
  /** Mails that came in on a working day. */
  readonly arrivals: number;
  readonly persons: number;
  readonly weekdays: readonly number[];
  readonly late: readonly LateShare[];
  /** Mails due on each of the next twenty working days, and mails open at its end. */
  readonly course: readonly { readonly day: Day; readonly due: number; readonly open: number; readonly low: number; readonly high: number }[];
  /** What would leave none late within twenty working days: mails given to others, or people added. None: nothing is needed, or nobody could. */
  readonly remedy: { readonly move?: number; readonly persons?: number };
}

export interface Foreseen {
  readonly service: ServiceForecast;
  readonly mails: readonly MailForecast[];
}

export interface ToForesee {
  /** In any order: the tray's is the due day's. */
  readonly queue: readonly QueuedMail[];
  /** Days that were worked, oldest first. */
  readonly past: readonly PastDay[];
  readonly calendar: CalendarSetting;
  readonly today: Day;
  readonly seed?: number;
}

const mostPersons = 20;

/** Foretells when each open mail of a service is treated, from its past pace: weekdays, ups and downs, and what comes in meanwhile. */
export function foresee({ queue: unordered, past, calendar, today, seed = 1 }: ToForesee): Foreseen {
  const queue = [...unordered].sort((a, b) => ((a.due ?? '9999') === (b.due ?? '9999') ? (a.id < b.id ? -1 : 1) : (a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1));
  const days = workingDaysFrom(today, forecastDays, calendar);
  const pace = paceOf(past);
  const came = past.reduce((sum, { arrived }) => sum + arrived.length, 0);
  const plain = { from: days[0] ?? today, open: queue.length, overdue: queue.filter(({ due }) => due !== undefined && due < today).length, known: past.length, arrivals: past.length ? came / past.length : 0 };
  if (!pace) return { service: { ...plain, perDay: 0, persons: 0, weekdays: [], late: [], course: [], remedy: {} }, mails: [] };

  const courses = runs(queue, days, pace, past, seed, queue.length > 1000 ? 60 : 200);
  const service: ServiceForecast = {
    ...plain,
    perDay: pace.perDay,
    persons: pace.persons,
    weekdays: pace.weekdays,
    late: forecastHorizons.map((horizon) => lateWithin(horizon, queue, days, today, courses)),
    course: days.slice(0, 20).map((day, at) => ({ day, due: queue.filter(({ due }) => due === day).length, ...spreadOf(courses.map(({ open }) => open[at] ?? 0), 'open') })),
    remedy: remedyOf(queue, days, pace, past, today, seed),
  };
  return { service, mails: queue.map((mail, at) => mailForecast(mail, at, days, courses)) };
}

function runs(queue: readonly QueuedMail[], days: readonly Day[], pace: Pace, past: readonly PastDay[], seed: number, count: number, capacity = 1): readonly Course[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => run({ queue, days, pace, past, random, capacity }));
}

const quantile = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
const ordered = (values: Iterable<number>): readonly number[] => [...values].sort((a, b) => a - b);

function spreadOf<Name extends string>(values: readonly number[], name: Name): { readonly [key in Name | 'low' | 'high']: number } {
  const sorted = ordered(values);
  return { [name]: quantile(sorted, 0.5), low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) } as { readonly [key in Name | 'low' | 'high']: number };
}

function mailForecast({ id, due }: QueuedMail, at: number, days: readonly Day[], courses: readonly Course[]): MailForecast {
  const treated = ordered(courses.map(({ treatedOn }) => treatedOn[at] ?? -1).map((day) => (day < 0 ? days.length : day)));
  const late = due === undefined ? 0 : treated.filter((day) => (days[day] ?? '9999') > due).length;
  const [predicted, latest] = [days[quantile(treated, 0.5)], days[quantile(treated, 0.9)]];
  return { id, ...(predicted ? { predicted } : {}), ...(latest ? { latest } : {}), risk: late / courses.length };
}

/** Mails of the queue, by their place in it, that fall due from `today` to `until`. */
const dueUntil = (queue: readonly QueuedMail[], today: Day, until: Day): readonly number[] => queue.flatMap(({ due }, at) => (due !== undefined && due >= today && due <= until ? [at] : []));

const lateIn = ({ treatedOn }: Course, places: readonly number[], queue: readonly QueuedMail[], days: readonly Day[]): number =>
  places.filter((at) => (days[treatedOn[at] ?? -1] ?? '9999') > (queue[at]?.due ?? '')).length;

function lateWithin(horizon: number, queue: readonly QueuedMail[], days: readonly Day[], today: Day, courses: readonly Course[]): LateShare {
  const until = days[horizon - 1] ?? today;
  const places = dueUntil(queue, today, until);
  return { days: horizon, until, due: places.length, ...spreadOf(courses.map((course) => lateIn(course, places, queue, days)), 'late') };
}

/** The fewest mails to give away, those that take longest first, and the fewest people to add, so that half of the runs leave none late. */
function remedyOf(queue: readonly QueuedMail[], days: readonly Day[], pace: Pace, past: readonly PastDay[], today: Day, seed: number): ServiceForecast['remedy'] {
  const until = days[19] ?? today;
  const within = days.slice(0, 21);
  const lateWith = (rest: readonly QueuedMail[], capacity: number): number => {
    const places = dueUntil(rest, today, until);
    return quantile(ordered(runs(rest, within, pace, past, seed, 40, capacity).map((course) => lateIn(course, places, rest, within))), 0.5);
  };
  if (!lateWith(queue, 1)) return {};
  const candidates = dueUntil(queue, '', until).map((at) => queue[at] as QueuedMail).sort((a, b) => (pace.effort.get(b.type ?? '') ?? 0) - (pace.effort.get(a.type ?? '') ?? 0));
  const move = fewest(candidates.length, (count) => {
    const given = new Set(candidates.slice(0, count).map(({ id }) => id));
    return lateWith(queue.filter(({ id }) => !given.has(id)), 1) === 0;
  });
  const persons = fewest(mostPersons, (count) => lateWith(queue, 1 + count / Math.max(1, pace.persons)) === 0);
  return { ...(move ? { move } : {}), ...(persons ? { persons } : {}) };
}

/** The smallest count up to `most` that is enough; undefined when none is. What is enough stays so with more. */
function fewest(most: number, enough: (count: number) => boolean): number | undefined {
  if (!enough(most)) return undefined;
  let [low, high] = [1, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (enough(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The next `count` days that are worked, `today` among them if it is. */
export function workingDaysFrom(today: Day, count: number, calendar: CalendarSetting): readonly Day[] {
  const days: Day[] = [];
  for (let day = addWorkingDays(today, 0, calendar); days.length < count; day = addWorkingDays(day, 1, calendar)) days.push(day);
  return days;
}
