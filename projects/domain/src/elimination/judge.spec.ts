import { addDays } from '../calendar/day.js';
import { mailStates } from '../mail/states.js';
import { dueUnder } from '../records/due.js';
import { recordStates } from '../records/words.js';
import type { KnownDays } from '../retention/due.js';
import { retentionTriggers, type ScheduleRow } from '../settings/schedule.js';
import { judge, type Candidate, type PartSeen } from './judge.js';
import { capsOf, takenShare } from './next.js';
import { eliminationCauses, type EliminationCause } from './states.js';

const row = (more: Partial<ScheduleRow> = {}): ScheduleRow => ({ code: 'CHR-01', label: 'Chronos', years: 5, trigger: 'CLOTURE', finalSort: 'D', source: '', agreed: { by: 'AD', on: '2020-01-01', reference: 'V-1' }, ...more });
const part = (more: Partial<PartSeen> = {}): PartSeen => ({ node: 'n', seen: 'record', due: '2025-04-02', ...more });
const bounds = { until: '2026-01-01', minYears: 1 };
/** Nothing speaks against eliminating it. */
const over: Candidate = {
  state: 'closed',
  eliminated: false,
  days: { closedOn: '2020-04-02' },
  affairOpen: false,
  openLinks: 0,
  holds: 0,
  personalRequests: 0,
  alerts: 0,
  goneFromAlfresco: false,
  heldInAlfresco: false,
  inForce: row(),
  record: { state: 'dated', row: row(), due: '2025-04-02' },
  partsMissing: 0,
  parts: [part()],
};
const record = (more: Partial<NonNullable<Candidate['record']>>): Partial<Candidate> => ({ record: { ...over.record!, ...more } });

/** What brings each cause about, alone; in the order in which they are told. */
const each: readonly (readonly [EliminationCause, Partial<Candidate>, 'keep' | 'conflict'])[] = [
  ['eliminated', { eliminated: true }, 'keep'],
  ['noRow', { inForce: undefined, record: undefined }, 'keep'],
  ['notAgreed', record({ row: row({ agreed: undefined }) }), 'keep'],
  ['fate', record({ row: row({ finalSort: 'C' }) }), 'keep'],
  ['open', { state: 'inProgress' }, 'keep'],
  ['affairOpen', { affairOpen: true }, 'keep'],
  ['noTrigger', { days: {} }, 'keep'],
  ['notDue', { days: { closedOn: '2022-01-01' } }, 'keep'],
  ['held', { holds: 1 }, 'keep'],
  ['personalRequest', { personalRequests: 1 }, 'keep'],
  ['linkedOpen', { openLinks: 2 }, 'keep'],
  ['notDeclared', record({ state: 'ending' }), 'keep'],
  ['otherCampaign', { claimedBy: 'ELIM-2026-001' }, 'keep'],
  ['belowMinimum', { ...record({ row: row({ years: 0 }), due: '2020-04-02' }), parts: [part({ due: '2020-04-02' })] }, 'conflict'],
  ['rowChanged', { inForce: row({ years: 10 }) }, 'conflict'],
  ['rowDrift', { rowDrift: 'stepsDiffer' }, 'conflict'],
  ['heldInAlfresco', { parts: [part({ frozen: true })] }, 'conflict'],
  ['alertOpen', { alerts: 1 }, 'conflict'],
  ['goneFromAlfresco', { parts: [part({ seen: 'gone' })] }, 'conflict'],
  ['unreadable', { parts: [part({ seen: 'unreadable' })] }, 'conflict'],
  ['recordChanged', { partsMissing: 1 }, 'conflict'],
  ['datesDiffer', { parts: [part(), part({ due: '2025-04-03' })] }, 'conflict'],
  ['contentAltered', { parts: [part({ altered: true })] }, 'conflict'],
  ['contentShared', { parts: [part({ shared: true })] }, 'conflict'],
];

describe('The verdict on a mail that fell due', () => {
  it('is to destroy it where its row is agreed, its period is over by both computations, and nothing speaks against it', () => {
    expect(judge(over, bounds)).toEqual(jasmine.objectContaining({ verdict: 'destroy', due: '2025-04-02', agsDue: '2025-04-02', trigger: '2020-04-02' }));
    expect(judge({ ...over, parts: [] }, bounds).verdict).withContext('a mail that is only a line').toBe('destroy');
  });

  for (const [cause, facts, verdict] of each)
    it(`is ${verdict} for ${cause}`, () => {
      const told = judge({ ...over, ...facts }, bounds);
      expect([told.verdict, told.cause]).toEqual([verdict, cause]);
    });

  it('knows every cause, in the order in which they are told; taking out is a person’s', () => {
    expect(each.map(([cause]) => cause)).toEqual(eliminationCauses.filter((cause) => cause !== 'takenOut' && cause !== 'visaRefused'));
  });

  it('tells the first of two causes, and two never make it destroyed', () => {
    each.forEach(([first, one], index) => {
      for (const [second, other] of each.slice(index + 1)) {
        const [a, b] = ['record', 'parts', 'inForce', 'days'].map((key) => key in one && key in other);
        if (a || b || Object.keys(one).some((key) => key in other)) continue;
        const { verdict, cause } = judge({ ...over, ...other, ...one }, bounds);
        expect(verdict).withContext(`${first} ${second}`).not.toBe('destroy');
        // What takes away the row or its day changes what the others look at.
        if (!['noRow', 'notDue'].includes(first)) expect(cause).withContext(`${first} ${second}`).toBe(first);
      }
    });
  });

  it('is to destroy it only under an agreed row of fate D, treated, filed and dated, its trigger known: no other row, state or day is ever due', () => {
    const known: readonly (readonly [days: KnownDays, triggers: readonly string[]])[] = [[{}, []], [{ documentDate: '2010-03-01' }, ['DATE_DOC']], [{ registeredOn: '2010-03-01' }, ['FIN_ANNEE']], [{ closedOn: '2010-03-01' }, ['CLOTURE', 'FIN_EXERCICE']], [{ declaredTrigger: '2010-03-01' }, retentionTriggers]];
    let [destroyed, kept] = [0, 0];
    for (const finalSort of ['C', 'D', 'T'] as const)
      for (const agreed of [row().agreed, undefined])
        for (const trigger of retentionTriggers)
          for (const [days, triggers] of known)
            for (const state of mailStates)
              for (const filed of [...recordStates, undefined]) {
                const under = row({ finalSort, agreed, trigger });
                const { due } = dueUnder(under, days);
                const { verdict } = judge({ ...over, state, days, inForce: under, record: filed && { state: filed, row: under, due }, parts: [part({ due })] }, bounds);
                const wanted = finalSort === 'D' && agreed !== undefined && triggers.includes(trigger) && ['closed', 'sent', 'noFollowUp'].includes(state) && filed === 'dated';
                if ((verdict === 'destroy') !== wanted) fail(`${finalSort} ${agreed ? 'agreed' : 'not agreed'} ${trigger} ${JSON.stringify(days)} ${state} ${filed}: ${verdict}`);
                if (wanted) destroyed++;
                else kept++;
              }
    // Four triggers that are read off the mail and all that are declared, in three states.
    expect([destroyed, destroyed + kept]).toEqual([3 * (4 + retentionTriggers.length), 3 * 2 * retentionTriggers.length * known.length * mailStates.length * (recordStates.length + 1)]);
  });

  it('never takes the due day that was stored for the one that follows from the facts', () => {
    const stored = { ...over, ...record({ due: '2020-01-01' }) };
    expect(judge(stored, bounds)).toEqual(jasmine.objectContaining({ verdict: 'conflict', cause: 'datesDiffer', params: { here: '2025-04-02', stored: '2020-01-01', ags: '2025-04-02' } }));
    expect(judge({ ...stored, parts: [part({ due: undefined })] }, bounds).cause).withContext('AGS knows no day').toBe('datesDiffer');
  });

  it('is never to destroy before the day, whatever the day, and does not waver afterwards', () => {
    for (let index = 0; index < 1500; index += 7) {
      const until = addDays('2023-01-01', index);
      const { verdict } = judge(over, { ...bounds, until });
      expect(verdict).withContext(until).toBe(until >= '2025-04-02' ? 'destroy' : 'keep');
    }
  });

  it('counts from 29 February to 28 February', () => {
    const leap = { ...over, days: { closedOn: '2020-02-29' }, ...record({ due: '2025-02-28' }), parts: [part({ due: '2025-02-28' })] };
    expect(judge(leap, { ...bounds, until: '2025-02-28' }).verdict).toBe('destroy');
    expect(judge(leap, { ...bounds, until: '2025-02-27' }).cause).toBe('notDue');
  });

  it('does not follow a schedule that was typed wrongly', () => {
    const years = (count: number): Candidate => ({ ...over, inForce: row({ years: count }), record: undefined });
    expect(judge(years(0), bounds).verdict).not.toBe('destroy');
    const filed = { ...over, ...record({ row: row({ years: 0 }), due: '2020-04-02' }), parts: [part({ due: '2020-04-02' })] };
    expect(judge({ ...filed, inForce: row({ years: 0 }) }, bounds).cause).toBe('belowMinimum');
    expect(judge({ ...filed, inForce: row({ years: 0 }) }, { ...bounds, minYears: 0 }).verdict).withContext('allowed by the setting').toBe('destroy');
  });

  it('keeps the row it was filed under where today’s is shorter, and waits for people where it is gone, without agreement or of another fate', () => {
    const under = (inForce: ScheduleRow | undefined) => judge({ ...over, inForce }, bounds);
    expect(under(row({ years: 2 })).verdict).toBe('destroy');
    expect([undefined, row({ agreed: undefined }), row({ finalSort: 'T' }), row({ years: 6 })].map((now) => under(now).params['change'])).toEqual(['gone', 'notAgreed', 'fate', 'longer']);
  });
});

describe('The bounds of a list', () => {
  const allowed = { maxItems: 100, maxShare: 0.2 };
  it('refuse what is empty, too many, or too large a share', () => {
    const codes = (items: number, fund: number): string[] => capsOf({ items, fund }, allowed).map(({ code }) => code);
    expect(codes(0, 1000)).toEqual(['nothingToEliminate']);
    expect(codes(100, 500)).toEqual([]);
    expect(codes(101, 505)).toEqual(['tooManyItems']);
    expect(codes(100, 499)).toEqual(['tooLargeShare']);
    expect(codes(200, 500)).toEqual(['tooManyItems', 'tooLargeShare']);
    expect(capsOf({ items: 1001, fund: 5000 }, { maxItems: 2000, maxShare: 0.2 })[0]?.params).toEqual({ share: 20.1, most: 20 });
  });
  it('let nothing be a share of nothing', () => {
    expect([takenShare(0, 0), takenShare(3, 0), takenShare(1, 4)]).toEqual([0, 1, 0.25]);
  });
});
