import { instantAt } from './local-time.js';
import { addDays, dayIn } from './day.js';

const zones = ['Europe/Paris', 'Europe/Brussels', 'America/Martinique', 'America/Cayenne', 'Indian/Reunion', 'Indian/Mayotte', 'America/Marigot'];

describe('The time of day where an authority is', () => {
  it('is an instant of that very day, every day of the year, where clocks change too', () => {
    for (const zone of zones) {
      for (let day = '2026-01-01'; day < '2028-03-05'; day = addDays(day, 1)) {
        for (const time of ['00:00', '01:30', '11:30', '16:30', '23:59']) {
          const at = instantAt(zone, day, time);
          const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(at);
          expect(`${dayIn(zone, at)} ${shown}`).withContext(zone).toBe(`${day} ${time}`);
        }
      }
    }
  });

  it('that clocks leave out in spring is the one after it; what they show twice in autumn is one of both', () => {
    expect(instantAt('Europe/Paris', '2026-03-29', '02:30').toISOString()).toBe('2026-03-29T01:30:00.000Z');
    expect(['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']).toContain(instantAt('Europe/Paris', '2026-10-25', '02:30').toISOString());
  });

  it('makes a day of 23 hours in spring and one of 25 in autumn', () => {
    const hours = (day: string): number => (instantAt('Europe/Paris', addDays(day, 1), '00:00').getTime() - instantAt('Europe/Paris', day, '00:00').getTime()) / 3_600_000;
    expect(['2026-03-29', '2026-10-25', '2026-06-10'].map(hours)).toEqual([23, 25, 24]);
  });
});
