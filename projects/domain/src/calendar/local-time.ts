import type { Day } from './day.js';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Made once a time zone: making one takes longer than all else here. */
function clocksIn(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(timeZone, known);
  return known;
}

/** The instant at which clocks in `timeZone` show `time` (`HH:MM`) on `day`; in the hour that clocks leave out, the one after it. */
export function instantAt(timeZone: string, day: Day, time: string): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const shown = (instant: number): number => {
    const parts = clocksIn(timeZone).format(instant);
    return Date.parse(`${parts.replace(' ', 'T')}Z`);
  };
  const first = wanted - (shown(wanted) - wanted);
  return new Date(first - (shown(first) - wanted));
}
