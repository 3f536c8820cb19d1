import type { Day } from '../calendar/day.js';

export const calendarYearEnd = '12-31';

/** Whether the text is a day of a year, `MM-DD`; 29 February is one. */
export function isFiscalYearEnd(text: string): boolean {
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  return !!month && !!day && month <= 12 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate();
}

/** The last day of the year that ends each `end` (`MM-DD`) and holds `day`; 29 February is 28 February in common years. */
export function yearEndFrom(day: Day, end: string = calendarYearEnd): Day {
  const year = Number(day.slice(0, 4));
  const ofYear = endIn(year, end);
  return day <= ofYear ? ofYear : endIn(year + 1, end);
}

function endIn(year: number, end: string): Day {
  const text = String(year).padStart(4, '0');
  const leap = new Date(Date.UTC(year, 2, 0)).getUTCDate() === 29;
  return end === '02-29' && !leap ? `${text}-02-28` : `${text}-${end}`;
}
