import { dayIn, type Day } from '../calendar/day.js';
import { notWorked } from '../calendar/working-days.js';
import type { Settings } from '../settings/settings.js';
import { siteOfService } from '../settings/services.js';
import type { OpeningHours } from '../settings/sites.js';

type Hours = Pick<Settings, 'calendar' | 'services' | 'sites'>;

/** When a service is at work, by weekday: its own hours, those of its site, or the house's; none: all day. */
export function hoursOf(service: string | undefined, { calendar, services, sites }: Hours): readonly OpeningHours[] {
  const own = calendar.services?.find(({ service: its }) => its === service)?.hours;
  if (own?.length) return own;
  const site = siteOfService(services.find(({ code }) => code === service) ?? {});
  const there = sites.find(({ code }) => code === site)?.hours;
  return there?.length ? there : (calendar.hours ?? []);
}

/** Whether a service is at work at an instant. */
export function isAtWork(service: string | undefined, at: Date, settings: Hours & Pick<Settings, 'authority'>): boolean {
  const { timeZone } = settings.authority;
  const day = dayIn(timeZone, at);
  if (notWorked(day, settings.calendar)) return false;
  const hours = hoursOf(service, settings);
  if (!hours.length) return true;
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(at);
  return hours.some(({ day: weekday, opens, closes }) => weekday === isoWeekday(day) && opens <= time && time < closes);
}

/** Monday is 1, Sunday 7. */
export const isoWeekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
