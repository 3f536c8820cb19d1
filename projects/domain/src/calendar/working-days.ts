import { territoryOf, type CalendarSetting } from '../settings/calendar.js';
import { addDays, daysBetween, toInstant, type Day } from './day.js';
import { holidaysOf } from './territories.js';

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
