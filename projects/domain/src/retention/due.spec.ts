import { retentionTriggers, type RetentionTrigger, type ScheduleRow } from '../settings/schedule.js';
import { addDays, addMonths } from '../calendar/day.js';
import { retentionDue, triggerDay } from './due.js';
import { isFiscalYearEnd, yearEndFrom } from './years.js';

const row = (trigger: RetentionTrigger, years: number): ScheduleRow => ({ code: 'X-01', label: 'X', years, trigger, finalSort: 'D', source: '' });
const allKnown = { documentDate: '2024-03-05', registeredOn: '2024-03-08', closedOn: '2024-04-02' };

describe('the day from which a retention period runs', () => {
  it('is the 31 December of the year of registration', () => {
    expect(triggerDay(row('FIN_ANNEE', 1), allKnown)).toBe('2024-12-31');
  });
  it('is the date of the letter', () => {
    expect(triggerDay(row('DATE_DOC', 1), allKnown)).toBe('2024-03-05');
  });
  it('is the day of closing', () => {
    expect(triggerDay(row('CLOTURE', 2), allKnown)).toBe('2024-04-02');
  });

  it('is the end of the fiscal year in which treatment ended', () => {
    expect(triggerDay(row('FIN_EXERCICE', 10), allKnown)).toBe('2024-12-31');
    expect(triggerDay(row('FIN_EXERCICE', 10), { ...allKnown, fiscalYearEnd: '03-31' })).toBe('2025-03-31');
    expect(triggerDay(row('FIN_EXERCICE', 10), { closedOn: '2024-03-31', fiscalYearEnd: '03-31' })).toBe('2024-03-31');
    expect(triggerDay(row('FIN_EXERCICE', 10), { closedOn: '2024-03-01', fiscalYearEnd: '02-29' })).toBe('2025-02-28');
    expect(triggerDay(row('FIN_EXERCICE', 10), { closedOn: '2023-06-01', fiscalYearEnd: '02-29' })).toBe('2024-02-29');
  });

  for (const trigger of retentionTriggers.filter((known) => !['FIN_ANNEE', 'FIN_EXERCICE', 'DATE_DOC', 'CLOTURE'].includes(known))) {
    it(`is not guessed from the mail where only people know it (${trigger})`, () => {
      expect(triggerDay(row(trigger, 5), allKnown)).toBeUndefined();
      expect(retentionDue(row(trigger, 5), allKnown)).toBeUndefined();
      expect(triggerDay(row(trigger, 5), { ...allKnown, declaredTrigger: '2025-06-30' })).toBe(trigger.startsWith('FIN_') ? '2025-12-31' : '2025-06-30');
    });
  }

  for (const trigger of ['FIN_ANNEE', 'FIN_EXERCICE', 'DATE_DOC', 'CLOTURE'] as const) {
    it(`is the declared one, where people corrected it (${trigger})`, () => {
      expect(triggerDay(row(trigger, 5), { ...allKnown, declaredTrigger: '2025-06-30' })).toBe(trigger.startsWith('FIN_') ? '2025-12-31' : '2025-06-30');
    });
    it(`is unknown as long as its own day is (${trigger})`, () => {
      const { documentDate, registeredOn, closedOn } = allKnown;
      const others = { FIN_ANNEE: { documentDate, closedOn }, FIN_EXERCICE: { documentDate, registeredOn }, DATE_DOC: { registeredOn, closedOn }, CLOTURE: { documentDate, registeredOn } }[trigger];
      expect(retentionDue(row(trigger, 1), others)).toBeUndefined();
    });
  }

  it('never comes before the day it is rounded from, nor a year later', () => {
    for (let index = 0; index < 800; index++) {
      const day = addDays('2023-01-01', index);
      for (const end of ['12-31', '02-29', '06-30', '01-01']) {
        const rounded = yearEndFrom(day, end);
        expect(rounded >= day && rounded < addMonths(day, 12) && yearEndFrom(rounded, end) === rounded).withContext(`${day} ${end} ${rounded}`).toBeTrue();
      }
    }
  });
});

describe('the end of a fiscal year', () => {
  it('is a day of a year', () => {
    expect(['12-31', '02-29', '06-30'].filter((text) => !isFiscalYearEnd(text))).toEqual([]);
    expect(['00-10', '13-01', '02-30', '04-31', '1-1', '2024-12-31', '', '12-00'].filter(isFiscalYearEnd)).toEqual([]);
  });
});

describe('the end of a retention period', () => {
  it('counts years date to date', () => {
    expect(retentionDue(row('CLOTURE', 5), allKnown)).toBe('2029-04-02');
  });
  it('is a 31 December when the period starts with one', () => {
    expect(retentionDue(row('FIN_ANNEE', 10), allKnown)).toBe('2034-12-31');
  });
  it('is 28 February when a period from 29 February ends in a common year, and 29 in a leap year', () => {
    expect(retentionDue(row('DATE_DOC', 1), { documentDate: '2024-02-29' })).toBe('2025-02-28');
    expect(retentionDue(row('DATE_DOC', 4), { documentDate: '2024-02-29' })).toBe('2028-02-29');
  });
  it('is what civil calendars say, for any trigger, day, years and fiscal year, and moves only with what it depends on', () => {
    let seed = 20_240_229;
    const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const [leap, two] = [(year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0, (value: number) => String(value).padStart(2, '0')];
    const lengthOf = (year: number, month: number): number => [31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
    const text = (year: number, month: number, day: number): string => `${year}-${two(month)}-${two(Math.min(day, lengthOf(year, month)))}`;
    const fiscalEnds = [undefined, '12-31', '02-28', '02-29', '03-31', '06-30', '08-15'];
    /** By counting in civil years, months and days alone: no clock, no time zone, nothing of what is tried. */
    const reckoned = (trigger: RetentionTrigger, years: number, [year, month, day]: readonly [number, number, number], fiscal: string | undefined): string => {
      if (!trigger.startsWith('FIN_')) return text(year + years, month, day);
      const [endMonth = 12, endDay = 31] = (trigger === 'FIN_EXERCICE' ? (fiscal ?? '12-31') : '12-31').split('-').map(Number);
      const last = Math.min(endDay, lengthOf(year, endMonth));
      const endYear = month < endMonth || (month === endMonth && day <= last) ? year : year + 1;
      return text(endYear + years, endMonth, Math.min(endDay, lengthOf(endYear, endMonth)));
    };
    for (let index = 0; index < 20_000; index++) {
      const [year, month, years, fiscal] = [1896 + next(260), 1 + next(12), next(8) ? next(121) : 0, fiscalEnds[next(fiscalEnds.length)]];
      const day = next(6) ? 1 + next(lengthOf(year, month)) : lengthOf(year, month);
      const trigger = retentionTriggers[next(retentionTriggers.length)] ?? 'CLOTURE';
      const [declaredTrigger, fiscalYearEnd] = [text(year, month, day), fiscal];
      const due = (more: { readonly years?: number; readonly on?: string } = {}): string => retentionDue(row(trigger, more.years ?? years), { declaredTrigger: more.on ?? declaredTrigger, fiscalYearEnd }) ?? '';
      const [found, wanted] = [due(), reckoned(trigger, years, [year, month, day], fiscal)];
      if (found !== wanted) fail(`${trigger} ${years} years from ${declaredTrigger} (${fiscal}): ${found}, not ${wanted}`);
      if (found < declaredTrigger || due({ years: years + 1 }) <= found || due({ on: addDays(declaredTrigger, 1) }) < found) fail(`${trigger} ${years} years from ${declaredTrigger} (${fiscal}) falls back`);
    }
    expect(retentionDue(row('CLOTURE', 4), { closedOn: '1896-02-29' })).withContext('1900 was a common year').toBe('1900-02-28');
  });

  it('reaches over a century for a child’s file', () => {
    expect(retentionDue(row('NAISSANCE', 90), { declaredTrigger: '2015-08-17' })).toBe('2105-08-17');
  });
  it('is the trigger itself when the row asks for no years', () => {
    expect(retentionDue(row('DATE_DOC', 0), allKnown)).toBe('2024-03-05');
  });
});
