import { addDays, addMonths, dayIn } from '../calendar/day.js';
import { mailStates } from '../mail/states.js';
import type { RetentionTrigger } from '../settings/schedule.js';
import { retentionTriggers } from '../settings/schedule.js';
import { retentionDue, triggerDay } from '../retention/due.js';
import { endOfCurrentUse } from './current-use.js';
import { dueUnder } from './due.js';
import { noonOf } from './zoned-day.js';

/** Days of forty years, among them every 29 February and every end of a month. */
const days = Array.from({ length: 14_610 }, (_, index) => addDays('2010-01-01', index));
const reopen = { reopenDays: 30 };

describe('The end of current use', () => {
  it('is the later of the days for reopening and the row’s own duration', () => {
    const closed = { state: 'closed', endedOn: '2024-01-31' } as const;
    expect([undefined, 0, 1, 3].map((currentUseYears) => endOfCurrentUse({ currentUseYears }, closed, reopen))).toEqual(['2024-03-01', '2024-03-01', '2025-01-31', '2027-01-31']);
    expect(endOfCurrentUse({ currentUseYears: 1 }, { state: 'sent', endedOn: '2024-02-29' }, reopen)).toBe('2025-02-28');
    expect(endOfCurrentUse(undefined, closed, { reopenDays: 0 })).toBe('2024-01-31');
  });

  it('never comes for what is open or voided, nor where nobody knows when it ended', () => {
    const ends = mailStates.filter((state) => endOfCurrentUse({}, { state, endedOn: '2024-01-31' }, reopen));
    expect([...ends].sort()).toEqual(['closed', 'noFollowUp', 'sent']);
    expect(endOfCurrentUse({}, { state: 'closed' }, reopen)).toBeUndefined();
  });

  it('of a mail in an affair is that of the affair, and never before its own', () => {
    const inAffair = (affair: { closedOn?: string }) => endOfCurrentUse({ currentUseYears: 1 }, { state: 'closed', endedOn: '2024-05-10', affair }, reopen);
    expect([{}, { closedOn: '2026-02-28' }, { closedOn: '2023-01-01' }].map(inAffair)).toEqual([undefined, '2027-02-28', '2025-05-10']);
  });

  it('is never before the last day for reopening, and later for what ended later', () => {
    for (const currentUseYears of [0, 1, 4, 10]) {
      const ends = days.map((endedOn) => endOfCurrentUse({ currentUseYears }, { state: 'closed', endedOn }, reopen) ?? '');
      expect(ends.every((end, index) => end >= addDays(days[index]!, 30) && end >= addMonths(days[index]!, 12 * currentUseYears))).toBeTrue();
      expect(ends.every((end, index) => index === 0 || end >= ends[index - 1]!)).toBeTrue();
    }
  });
});

describe('The due day', () => {
  const row = (trigger: RetentionTrigger, years = 5) => ({ trigger, years });

  it('of a mail in no affair is that of its row', () => {
    const known = { documentDate: '2024-03-05', registeredOn: '2024-03-08', closedOn: '2024-04-02', fiscalYearEnd: '06-30' };
    for (const trigger of retentionTriggers) expect(dueUnder(row(trigger), known)).withContext(trigger).toEqual({ trigger: triggerDay(row(trigger), known), due: retentionDue(row(trigger), known) });
  });

  it('of pieces of a file runs from the closing of the affair, however old they are; before, it is not known', () => {
    const piece = { documentDate: '2015-03-05', registeredOn: '2015-03-08', closedOn: '2015-04-02', fiscalYearEnd: '06-30' };
    const of = (trigger: RetentionTrigger, closedOn?: string) => dueUnder(row(trigger), piece, { closedOn });
    for (const trigger of retentionTriggers) expect(of(trigger)).withContext(trigger).toEqual({ trigger: undefined, due: undefined });
    expect((['CLOTURE', 'DATE_DOC', 'FIN_ANNEE', 'FIN_EXERCICE', 'NAISSANCE'] as const).map((trigger) => of(trigger, '2024-02-29').due)).toEqual(['2029-02-28', '2029-02-28', '2029-12-31', '2029-06-30', undefined]);
  });

  it('is that of what was declared on the mail, then on its file', () => {
    const file = { closedOn: '2024-02-29', declaredTrigger: '2025-01-01' };
    expect(dueUnder(row('CLOTURE'), { closedOn: '2020-01-01' }, file).trigger).toBe('2025-01-01');
    expect(dueUnder(row('NAISSANCE', 90), { declaredTrigger: '2016-02-29' }, file)).toEqual({ trigger: '2016-02-29', due: '2106-02-28' });
  });

  it('is never before its trigger and keeps its day of the year, but 29 February in common years and ends of years', () => {
    for (const years of [0, 1, 4, 10, 90])
      for (const closedOn of days) {
        const { trigger, due } = dueUnder(row('CLOTURE', years), { closedOn });
        const kept = due!.slice(5) === closedOn.slice(5) || (closedOn.endsWith('02-29') && due!.endsWith('02-28'));
        if (trigger !== closedOn || !kept || Number(due!.slice(0, 4)) - Number(closedOn.slice(0, 4)) !== years) fail(`${closedOn} + ${years}: ${due}`);
      }
    expect(days.every((closedOn) => dueUnder(row('FIN_EXERCICE', 1), { closedOn, fiscalYearEnd: '06-30' }).due!.endsWith('-06-30'))).toBeTrue();
  });

  it('survives a machine that keeps instants, whatever zone it lives in and wherever clocks are changed in between', () => {
    const zones = ['Europe/Paris', 'Europe/Brussels', 'America/Guadeloupe', 'Indian/Reunion', 'Pacific/Noumea', 'Pacific/Tahiti', 'UTC'];
    for (const zone of zones)
      for (const day of days.filter((one, index) => index % 17 === 0 || /-(02-29|03-2\d|03-3\d|10-2\d|10-3\d|12-31|01-01)$/.test(one)).slice(0, 1_200)) {
        const noon = noonOf(day, zone);
        // The machine counts in UTC here, date to date: 29 February is followed by 28 February.
        const later = new Date(`${addMonths(noon.toISOString().slice(0, 10), 60)}T${noon.toISOString().slice(11)}`);
        if (dayIn(zone, noon) !== day || dayIn(zone, later) !== addMonths(day, 60)) fail(`${zone} ${day}: ${noon.toISOString()} ${later.toISOString()}`);
      }
  });
});
