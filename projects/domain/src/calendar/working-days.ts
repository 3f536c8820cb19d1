import { territoryOf, type CalendarSetting } from '../settings/calendar.js';
import { holidaysOf } from './territories.js';

/** A day of the civil calendar, `YYYY-MM-DD`, in the authority's own time zone. */
export type Day = string;

const millisecondsPerDay = 86_400_000;
const toInstant = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const toDay = (instant: number): Day => new Date(instant).toISOString().slice(0, 10);

export function addDays(day: Day, days: number): Day {
  return toDay(toInstant(day) + days * millisecondsPerDay);
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((toInstant(to) - toInstant(from)) / millisecondsPerDay);
}

/** Months run date to date; the last day of the month stands for a day that the month does not have. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date, last));
  return target.toISOString().slice(0, 10);
}

/** The day it is in `timeZone` at `instant`. */
export function dayIn(timeZone: string, instant: Date): Day {
  const format = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(timeZone, format);
  return format.format(instant);
}
/** Made once each: making one costs a hundred times what it costs to use it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toInstant(text)) && toDay(toInstant(text)) === text;
}

/** Why `day` is not worked, or undefined when it is: a weekend day, a public holiday, a closure of the authority. */
export function notWorked(day: Day, calendar: CalendarSetting): string | undefined {
  const weekday = new Date(toInstant(day)).getUTCDay();
  if (calendar.weekend.includes(weekday)) return 'weekend';
  const holiday = holidaysOf(Number(day.slice(0, 4)), territoryOf(calendar)).get(day);
  return holiday ?? calendar.closures.find((closure) => closure.day <= day && day <= (closure.until ?? closure.day))?.label;
}

/** The `count`-th working day after `day`; with 0, `day` itself or the next working day. */
export function addWorkingDays(day: Day, count: number, calendar: CalendarSetting): Day {
  let current = day;
  let left = count;
  for (;;) {
    if (left === 0 && !notWorked(current, calendar)) return current;
    current = addDays(current, 1);
    if (left > 0 && !notWorked(current, calendar)) left--;
  }
}

/** The `count`-th working day before `day`; with 0, `day` itself or the last working day before it. */
export function workingDaysBefore(day: Day, count: number, calendar: CalendarSetting): Day {
  let current = day;
  let left = count;
  for (;;) {
    if (left === 0 && !notWorked(current, calendar)) return current;
    current = addDays(current, -1);
    if (left > 0 && !notWorked(current, calendar)) left--;
  }
}

/** Working days from `today` until `due`: 0 on the day itself; once it has passed, those gone since, negative, -1 at least. */
export function workingDaysLeft(today: Day, due: Day, calendar: CalendarSetting): number {
  if (due >= today) return workingDaysAfter(today, due, calendar);
  return Math.min(-1, -workingDaysAfter(due, today, calendar));
}

/** Working days after `from` up to and including `to`: weekdays by arithmetic, less the days off that fall on one. */
function workingDaysAfter(from: Day, to: Day, calendar: CalendarSetting): number {
  const days = daysBetween(from, to);
  const first = new Date(toInstant(from)).getUTCDay() + 1;
  const isWeekend = (offset: number): boolean => calendar.weekend.includes((first + offset) % 7);
  let worked = Math.floor(days / 7) * (7 - new Set(calendar.weekend).size);
  for (let offset = 0; offset < days % 7; offset++) if (!isWeekend(offset)) worked++;
  return worked - daysOff(from, to, calendar).filter((day) => !calendar.weekend.includes(new Date(toInstant(day)).getUTCDay())).length;
}

const daysFrom = (first: Day, last: Day): Day[] => Array.from({ length: Math.max(0, daysBetween(first, last)) + 1 }, (_, days) => addDays(first, days));

function daysOff(after: Day, until: Day, calendar: CalendarSetting): Day[] {
  const off = new Set(calendar.closures.flatMap(({ day, until }) => daysFrom(day, until ?? day)));
  for (let year = Number(after.slice(0, 4)); year <= Number(until.slice(0, 4)); year++) for (const day of holidaysOf(year, territoryOf(calendar)).keys()) off.add(day);
  return [...off].filter((day) => day > after && day <= until);
}
