import { batchOfLetters } from './batch.js';
import { letterKinds } from './letter.js';

describe('A morning of letters', () => {
  const batch = batchOfLetters({ seed: 3, count: 120, receivedAt: '2026-03-12' });

  it('is the same for the same seed, and each letter has a seed of its own', () => {
    expect(batchOfLetters({ seed: 3, count: 120, receivedAt: '2026-03-12' })).toEqual(batch);
    expect(new Set(batch.map(({ seed }) => seed)).size).toBe(120);
    expect(batchOfLetters({ seed: 4, count: 120, receivedAt: '2026-03-12' })).not.toEqual(batch);
  });

  it('brings every kind and every format, written before the day of the stamp', () => {
    expect(new Set(batch.map(({ kind }) => kind)).size).toBe(letterKinds.length);
    expect(new Set(batch.map(({ format }) => format)).size).toBe(6);
    for (const { date } of batch) expect(date < '2026-03-12').toBeTrue();
  });

  it('keeps to the kinds it is given', () => {
    expect(new Set(batchOfLetters({ seed: 1, count: 9, receivedAt: '2026-03-12', kinds: ['APA', 'RSA'] }).map(({ kind }) => kind))).toEqual(new Set(['APA', 'RSA']));
  });
});
