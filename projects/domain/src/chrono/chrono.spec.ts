import { formatChrono, parseChrono } from './chrono.js';

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
  it('may bear the year’s last two figures and the service that it is of', () => {
    expect(formatChrono('{service}-{yy}-{seq:4}', 2026, 12, 'DGA_SOLIDARITES')).toBe('DGA_SOLIDARITES-26-0012');
  });
  it('keeps the order of the numbers when sorted as text, within its width', () => {
    const numbers = [1, 9, 10, 99, 100, 99999].map((sequence) => formatChrono('D-{year}-{seq:6}', 2026, sequence));
    expect([...numbers].sort()).toEqual(numbers);
  });
  it('is read back by its pattern, and by no other', () => {
    expect(parseChrono('A-{year}-{seq:6}', 'A-2026-000123')).toEqual({ year: 2026, number: 123 });
    expect(parseChrono('{service}.{yy}.{seq}', 'CAB_2.26.7')).toEqual({ year: 2026, service: 'CAB_2', number: 7 });
    expect(parseChrono('A-{year}-{seq:6}', 'D-2026-000123')).toBeUndefined();
    expect(parseChrono('A.{year}.{seq}', 'A-2026-7')).toBeUndefined();
  });
});
