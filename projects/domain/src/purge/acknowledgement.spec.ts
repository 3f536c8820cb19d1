import type { CalendarSetting } from '../settings/calendar.js';
import { acknowledgeBy, isIgnored, isTimeToTell } from './acknowledgement.js';

const calendar: CalendarSetting = { weekend: [0, 6], alsaceMoselle: false, closures: [{ day: '2026-05-15', label: 'Pont de l’Ascension' }] };

describe('A warning before a purge', () => {
  it('can be taken note of for so many working days, over weekends, holidays and bridges', () => {
    expect([acknowledgeBy('2026-05-11', 5, calendar), acknowledgeBy('2026-11-23', 5, calendar), acknowledgeBy('2026-12-24', 1, calendar), acknowledgeBy('2028-02-28', 1, calendar)])
      .toEqual(['2026-05-20', '2026-11-30', '2026-12-28', '2028-02-29']);
  });

  it('goes on to the general direction the day after, and only while the campaign still goes somewhere', () => {
    expect([isIgnored('2026-05-20', '2026-05-20', 'approved'), isIgnored('2026-05-21', '2026-05-20', 'approved'), isIgnored('2026-05-21', '2026-05-20', 'cooling')]).toEqual([false, true, true]);
    for (const state of ['cancelled', 'refused', 'executed', 'closed'] as const) expect(isIgnored('2026-06-30', '2026-05-20', state)).withContext(state).toBeFalse();
  });

  it('is told once more so many days before an execution may begin, and not after', () => {
    const days = ['2026-05-17', '2026-05-18', '2026-05-21', '2026-05-22'];
    expect(days.map((day) => isTimeToTell(day, '2026-05-21', 3))).toEqual([false, true, true, false]);
  });
});
