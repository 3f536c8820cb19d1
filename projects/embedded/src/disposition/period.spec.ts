import { endOfPeriod, parsePeriod, writtenPeriod } from './period.js';

const over = (period: string, from: string): string | undefined => endOfPeriod(parsePeriod(period), new Date(from))?.toISOString();

describe('A retention period', () => {
  const noon = '2026-11-22T02:27:01.719Z';

  it('keeps the hour at which it began', () => {
    expect(over('year|5', noon)).toBe('2031-11-22T02:27:01.719Z');
    expect(over('month|1', noon)).toBe('2026-12-22T02:27:01.719Z');
    expect(over('week|1', noon)).toBe('2026-11-29T02:27:01.719Z');
    expect(over('day|2', noon)).toBe('2026-11-24T02:27:01.719Z');
    expect(over('quarter|1', noon)).toBe('2027-02-22T02:27:01.719Z');
  });

  it('is over when it begins, if immediate, and never, if there is none', () => {
    expect(over('immediately|', noon)).toBe('2026-11-22T02:27:01.719Z');
    expect(over('none|0', noon)).toBeUndefined();
  });

  it('ends on a month’s last day when the day is missing there', () => {
    expect(over('month|1', '2024-01-31T00:00:00.000Z')).toBe('2024-02-29T00:00:00.000Z');
    expect(over('year|1', '2024-02-29T00:00:00.000Z')).toBe('2025-02-28T00:00:00.000Z');
  });

  it('ends with the month, the quarter, the year', () => {
    expect(over('monthend|', noon)).toBe('2026-11-30T00:00:00.000Z');
    expect(over('quarterend|', noon)).toBe('2026-12-31T00:00:00.000Z');
    expect(over('yearend|', noon)).toBe('2026-12-31T00:00:00.000Z');
    expect(over('yearend|', '2026-12-31T10:00:00.000Z')).toBe('2027-12-31T00:00:00.000Z');
  });

  it('may be a duration of XML Schema', () => {
    expect(over('duration|P1Y2M3D', '2026-01-01T00:00:00.000Z')).toBe('2027-03-04T00:00:00.000Z');
    expect(over('duration|later', noon)).toBeUndefined();
  });

  it('loses an amount that its kind doesn’t count in', () => {
    expect(writtenPeriod('immediately', 3)).toBe('immediately|');
    expect(writtenPeriod('month', 0)).toBe('month|0');
  });
});
