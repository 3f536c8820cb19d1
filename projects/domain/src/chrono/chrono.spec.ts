import { formatChrono, isChronoPattern } from './chrono.js';

describe('a chrono number', () => {
  it('bears the year and the sequence, padded with zeros', () => {
    expect(formatChrono('A-{year}-{seq:6}', 2026, 123)).toBe('A-2026-000123');
  });
  it('grows past its width rather than start again', () => {
    expect(formatChrono('A-{year}-{seq:3}', 2026, 12345)).toBe('A-2026-12345');
  });
  it('is not padded when no width is given', () => {
    expect(formatChrono('{year}.{seq}', 2026, 7)).toBe('2026.7');
  });
  it('keeps the order of the numbers when sorted as text, within its width', () => {
    const numbers = [1, 9, 10, 99, 100, 99999].map((sequence) => formatChrono('D-{year}-{seq:6}', 2026, sequence));
    expect([...numbers].sort()).toEqual(numbers);
  });
});

describe('a chrono pattern', () => {
  for (const pattern of ['A-{year}-{seq:6}', '{year}{seq}', 'CD.{year}_{seq:4}']) {
    it(`may be ${pattern}`, () => expect(isChronoPattern(pattern)).toBeTrue());
  }
  for (const [pattern, why] of [['A-{seq:6}', 'has no year'], ['A-{year}', 'has no sequence'], ['A-{year}-{year}-{seq}', 'has two years'], ['A-{year}-{seq}-{seq}', 'has two sequences'], ['A/{year}/{seq}', 'would be a path'], ['A {year} {seq}', 'has spaces'], ['A-{year}-{seq:x}', 'has a width that is no number'], ['', 'is empty']]) {
    it(`may not be "${pattern}", which ${why}`, () => expect(isChronoPattern(pattern ?? '')).toBeFalse());
  }
});
