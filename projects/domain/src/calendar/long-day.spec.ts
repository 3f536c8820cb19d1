import { longDay } from './long-day.js';

describe('A day on paper', () => {
  it('is written as French does, the first of a month too', () => {
    expect(['2026-12-01', '2026-12-11', '2027-01-21'].map(longDay)).toEqual(['1er décembre 2026', '11 décembre 2026', '21 janvier 2027']);
  });
});
