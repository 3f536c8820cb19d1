/** A day of the civil calendar, `YYYY-MM-DD`, in the authority's own time zone. */
export type Day = string;

const millisecondsPerDay = 86_400_000;
export const toInstant = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
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

/** Made once each: making one costs a hundred times what it costs to use it. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The day it is in `timeZone` at `instant`. */
export function dayIn(timeZone: string, instant: Date): Day {
  const format = dayFormats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  dayFormats.set(timeZone, format);
  return format.format(instant);
}

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(toInstant(text)) && toDay(toInstant(text)) === text;
}
