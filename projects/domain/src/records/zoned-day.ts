import type { Day } from '../calendar/day.js';

/**
 * Noon of `day` in `timeZone`, as an instant. A day that is sent to a machine which keeps instants is sent as its noon:
 * years later, by the machine's own calendar and in its own zone, clocks put forward or back still leave it that day.
 */
export function noonOf(day: Day, timeZone: string): Date {
  const wanted = Date.parse(`${day}T12:00:00Z`);
  const nearly = wanted - offsetAt(wanted, timeZone);
  return new Date(wanted - offsetAt(nearly, timeZone));
}

/** Milliseconds by which clocks in `timeZone` are ahead of UTC at `instant`. */
function offsetAt(instant: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - instant;
}
