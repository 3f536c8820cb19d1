import { keepDaysOf, leavesOn, standingOf, type MailOfFile } from './rule.js';

const at = (day: string): Date => new Date(`${day}T12:00:00Z`);
const stored = (day: string) => ({ storedAt: at(day), gone: false, held: false });
const mail = (extra: Partial<MailOfFile> = {}): MailOfFile => ({ state: 'distributed', closedAt: null, numbered: true, gone: false, openAlerts: 0, documents: [stored('2026-03-02')], ...extra });
const file = (...mails: MailOfFile[]) => ({ settled: true, since: at('2026-03-01'), mails });

describe('A batch’s file', () => {
  it('is counted from the day when Alfresco held the last of its mails', () => {
    expect(standingOf(file(mail(), mail({ documents: [stored('2026-03-02'), stored('2026-03-09')] })))).toEqual({ since: at('2026-03-09') });
  });

  it('of which nothing became a mail is counted from when it was read', () => {
    expect(standingOf(file())).toEqual({ since: at('2026-03-01') });
  });

  it('with a mail that was voided before it had a number is counted from that, as it never goes to Alfresco', () => {
    const lacking = { storedAt: null, gone: false, held: false };
    expect(standingOf(file(mail({ state: 'voided', numbered: false, closedAt: at('2026-03-20'), documents: [lacking] })))).toEqual({ since: at('2026-03-20') });
    expect(standingOf(file(mail({ state: 'voided', closedAt: at('2026-03-20'), documents: [lacking] })))).toEqual({ stays: 'notStored' });
  });

  it('stays while anything of it waits, is missing, frozen, or in doubt', () => {
    expect(standingOf({ ...file(mail()), settled: false })).toEqual({ stays: 'toQualify' });
    expect(standingOf(file(mail(), mail({ state: 'toQualify', numbered: false })))).toEqual({ stays: 'toQualify' });
    expect(standingOf(file(mail(), mail({ documents: [stored('2026-03-02'), { storedAt: null, gone: false, held: false }] })))).toEqual({ stays: 'notStored' });
    expect(standingOf(file(mail({ gone: true })))).toEqual({ stays: 'gone' });
    expect(standingOf(file(mail({ documents: [{ ...stored('2026-03-02'), gone: true }] })))).toEqual({ stays: 'gone' });
    expect(standingOf(file(mail({ documents: [{ ...stored('2026-03-02'), held: true }] })))).toEqual({ stays: 'frozen' });
    expect(standingOf(file(mail({ openAlerts: 1 })))).toEqual({ stays: 'alert' });
  });
});

describe('The day on which bytes leave', () => {
  it('is so many days after the authority’s day, as its setting says', () => {
    const authority = { timeZone: 'Europe/Paris', leaving: { batchDays: 10, discardedDays: 30 } };
    // 23:30 UTC is the next day in Paris.
    expect(leavesOn(new Date('2026-03-01T23:30:00Z'), 'batch', authority)).toBe('2026-03-12');
    expect(leavesOn(new Date('2026-03-01T23:30:00Z'), 'discarded', authority)).toBe('2026-04-01');
  });

  it('is three months off for a batch and a year for what was discarded, unless told', () => {
    expect([keepDaysOf('batch', {}), keepDaysOf('discarded', {}), keepDaysOf('batch', { leaving: { batchDays: 7 } as never })]).toEqual([90, 365, 7]);
  });
});
