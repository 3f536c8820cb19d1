import { brief, fullDay, moment, plainDay, shortDay } from './days.js';

describe('Days in words', () => {
  it('have the day before the month and 24 hours, in French and in English', () => {
    expect([plainDay('2026-11-05', 'fr'), plainDay('2026-11-05', 'en')]).toEqual(['5 nov. 2026', '5 Nov 2026']);
    expect(brief('2026-11-05T15:04:00Z', 'en', 'Europe/Paris')).toBe('5 Nov 2026, 16:04');
  });

  it('say the first of a month as French does, and nothing else so', () => {
    expect([plainDay('2026-12-01', 'fr'), fullDay('2027-01-01', 'fr'), shortDay('2026-12-01', 'fr', '2026-11-23'), plainDay('2026-12-01', 'en')]).toEqual(['1er déc. 2026', 'vendredi 1er janvier 2027', 'mardi 1er déc.', '1 Dec 2026']);
    expect([plainDay('2026-12-21', 'fr'), moment('2031-12-11T08:01:00Z', 'fr', 'Europe/Paris'), brief('2026-12-11T10:01:00Z', 'fr', 'Europe/Paris')]).toEqual(['21 déc. 2026', 'jeudi 11 décembre 2031 à 09:01', '11 déc. 2026, 11:01']);
  });

  it('leave out the year that it is', () => {
    expect([shortDay('2026-12-04', 'en', '2026-11-23'), shortDay('2027-01-12', 'en', '2026-11-23')]).toEqual(['Friday 4 Dec', 'Tuesday, 12 Jan 2027']);
  });
});
