import { retentionTriggers, type RetentionTrigger, type ScheduleRow } from '../settings/schedule.js';
import { retentionDue, triggerDay } from './due.js';

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

  for (const trigger of retentionTriggers.filter((known) => !['FIN_ANNEE', 'DATE_DOC', 'CLOTURE'].includes(known))) {
    it(`is not guessed from the mail where only people know it (${trigger})`, () => {
      expect(triggerDay(row(trigger, 5), allKnown)).toBeUndefined();
      expect(retentionDue(row(trigger, 5), allKnown)).toBeUndefined();
      expect(triggerDay(row(trigger, 5), { ...allKnown, declaredTrigger: '2025-06-30' })).toBe('2025-06-30');
    });
  }

  for (const trigger of ['FIN_ANNEE', 'DATE_DOC', 'CLOTURE'] as const) {
    it(`is the declared one, where people corrected it (${trigger})`, () => {
      expect(triggerDay(row(trigger, 5), { ...allKnown, declaredTrigger: '2025-06-30' })).toBe('2025-06-30');
    });
    it(`is unknown as long as its own day is (${trigger})`, () => {
      const { documentDate, registeredOn, closedOn } = allKnown;
      const others = { FIN_ANNEE: { documentDate, closedOn }, DATE_DOC: { registeredOn, closedOn }, CLOTURE: { documentDate, registeredOn } }[trigger];
      expect(retentionDue(row(trigger, 1), others)).toBeUndefined();
    });
  }
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
  it('reaches over a century for a child’s file', () => {
    expect(retentionDue(row('NAISSANCE', 90), { declaredTrigger: '2015-08-17' })).toBe('2105-08-17');
  });
  it('is the trigger itself when the row asks for no years', () => {
    expect(retentionDue(row('DATE_DOC', 0), allKnown)).toBe('2024-03-05');
  });
});
