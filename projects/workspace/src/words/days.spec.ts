import { brief, plainDay, shortDay } from './days.js';

describe('Days in words', () => {
  it('have the day before the month and 24 hours, in French and in English', () => {
    expect([plainDay('2026-11-05', 'fr'), plainDay('2026-11-05', 'en')]).toEqual(['5 nov. 2026', '5 Nov 2026']);
    expect(brief('2026-11-05T15:04:00Z', 'en', 'Europe/Paris')).toBe('5 Nov 2026, 16:04');
  });

  it('leave out the year that it is', () => {
    expect([shortDay('2026-12-04', 'en', '2026-11-23'), shortDay('2027-01-12', 'en', '2026-11-23')]).toEqual(['Friday 4 Dec', 'Tuesday, 12 Jan 2027']);
  });
});
