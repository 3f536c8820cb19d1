import { instantAt } from '../calendar/local-time.js';
import { addDays, dayIn } from '../calendar/day.js';
import { notWorked } from '../calendar/working-days.js';
import type { CalendarSetting } from '../settings/calendar.js';
import type { NoticeChoice, NoticeChoices, NoticeLanguage } from './kinds.js';

/** How a person wants to be written to. Hours are on the authority's clocks. */
export interface NoticePreference {
  readonly choices: NoticeChoices;
  readonly hour: number;
  /** Day of weekly digests, 1 is Monday. */
  readonly weekday: number;
  /** Daily digests on working days only. */
  readonly workingDays: boolean;
  /** What would be sent at once waits for the next working day on closed ones. */
  readonly quiet: boolean;
  readonly language: NoticeLanguage;
}

/** For who has said nothing: digests at eight on working days, weekly ones on Mondays, quiet on closed days. */
export const usualPreference: NoticePreference = { choices: {}, hour: 8, weekday: 1, workingDays: true, quiet: true, language: 'fr' };

interface Surroundings {
  readonly timeZone: string;
  readonly calendar: CalendarSetting;
  readonly now: Date;
}

/** Further than this no calendar is closed in one go. */
const mostDays = 400;

/** When a notice that is made now is sent to a person who chose so; undefined when no e-mail is wanted. All notices of one digest have the same instant. */
export function sendingTime(choice: NoticeChoice, preference: NoticePreference, { timeZone, calendar, now }: Surroundings): Date | undefined {
  const today = dayIn(timeZone, now);
  const at = (day: string): Date => instantAt(timeZone, day, `${String(preference.hour).padStart(2, '0')}:00`);
  const open = (day: string): boolean => !notWorked(day, calendar);
  const first = (fits: (day: string) => boolean): Date | undefined => {
    for (let ahead = 0, day = today; ahead < mostDays; ahead++, day = addDays(day, 1)) if (fits(day) && at(day) > now) return at(day);
    return undefined;
  };
  switch (choice) {
    case 'atOnce':
      return preference.quiet && !open(today) ? first(open) : now;
    case 'daily':
      return first((day) => !preference.workingDays || open(day));
    case 'weekly':
      return first((day) => weekdayOf(day) === preference.weekday);
    default:
      return undefined;
  }
}

/** 1 is Monday. */
const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;
