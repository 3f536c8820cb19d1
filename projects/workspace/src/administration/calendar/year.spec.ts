import type { CalendarSetting } from '@bannette/domain';
import { possibleBridges, yearOf } from './year.js';

const calendar: CalendarSetting = { weekend: [0, 6], territory: 'france', alsaceMoselle: false, closures: [{ day: '2026-12-28', until: '2026-12-31', label: 'Fermeture' }, { day: '2026-05-15', label: 'Pont', kind: 'bridge' }] };

describe('A year of the calendar', () => {
  it('has each of its days once, with what it is', () => {
    const days = yearOf(2026, calendar).flatMap((month) => month.days);
    expect(days.length).toBe(365);
    const kindOf = (day: string) => days.find((one) => one.day === day)?.kind;
    expect(['2026-05-14', '2026-05-15', '2026-05-16', '2026-05-18', '2026-12-30'].map(kindOf)).toEqual(['holiday', 'bridge', 'weekend', 'worked', 'closure']);
    expect(yearOf(2028, calendar)[1]?.days.length).toBe(29);
  });

  it('begins its weeks on Monday', () => {
    expect(yearOf(2026, calendar)[0]?.blanks).toBe(3);
    expect(yearOf(2026, calendar)[5]?.blanks).toBe(0);
  });

  it('offers as bridges what lies between a holiday and a weekend and is worked', () => {
    expect(possibleBridges(2026, calendar)).toEqual(['2026-01-02', '2026-07-13']);
  });
});
