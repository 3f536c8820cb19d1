import { lateness } from './late.js';

describe('A hand-over that is late', () => {
  it('is told in hours within a day, and in days beyond', () => {
    const after = (hours: number) => lateness('2026-11-16T15:30:00.000Z', Date.parse('2026-11-16T15:30:00.000Z') + hours * 3_600_000);
    expect([after(0.2), after(5.9), after(24), after(60)]).toEqual([{ key: 'LATE_HOURS', count: 1 }, { key: 'LATE_HOURS', count: 5 }, { key: 'LATE_DAYS', count: 1 }, { key: 'LATE_DAYS', count: 2 }]);
  });
});
