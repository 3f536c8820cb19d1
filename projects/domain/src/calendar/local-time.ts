import type { Day } from './working-days.js';

/** The instant at which clocks in `timeZone` show `time` (`HH:MM`) on `day`; in the hour that clocks leave out, the one after it. */
export function instantAt(timeZone: string, day: Day, time: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const shown = (instant: number): number => {
    const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
    return Date.parse(`${parts.replace(' ', 'T')}Z`);
  };
  const first = wanted - (shown(wanted) - wanted);
  return new Date(first - (shown(first) - wanted));
}
