import type { Day } from '../calendar/day.js';
import { addWorkingDays, notWorked } from '../calendar/working-days.js';
import type { CalendarSetting } from '../settings/calendar.js';
import { foresee, workingDaysFrom } from './forecast.js';
import { paceOf, weekdayOf, type PastDay } from './pace.js';

const calendar: CalendarSetting = { weekend: [0, 6], territory: 'france', alsaceMoselle: false, closures: [] };
const today = '2026-06-01';

/** `count` worked days before `today`, each as told by its number. */
function pastOf(count: number, told: (day: Day, at: number) => Omit<PastDay, 'day'>): readonly PastDay[] {
  const days: Day[] = [];
  for (let day = '2026-01-05'; day < today; day = addWorkingDays(day, 1, calendar)) days.push(day);
  return days.slice(-count).map((day, at) => ({ day, ...told(day, at) }));
}
const constant = (perDay: number): readonly PastDay[] => pastOf(40, () => ({ closed: { A: perDay }, persons: 2, arrived: [] }));
const queueOf = (dues: readonly (Day | undefined)[], type = 'A') => dues.map((due, at) => ({ id: String(at).padStart(5, '0'), due, type }));

describe('A forecast with a constant pace and nothing that comes in', () => {
  for (const [perDay, open] of [[1, 12], [3, 31], [7, 50], [10, 200]] as const) {
    it(`is arithmetic: ${open} mails at ${perDay} a day`, () => {
      const days = workingDaysFrom(today, 60, calendar);
      const dues = Array.from({ length: open }, (_, at) => addWorkingDays(today, Math.floor((at * 30) / open), calendar));
      const { mails, service } = foresee({ queue: queueOf(dues), past: constant(perDay), calendar, today });
      const expected = dues.map((_, at) => days[Math.floor(at / perDay)]);
      expect(mails.map(({ predicted }) => predicted)).toEqual(expected);
      expect(mails.map(({ latest }) => latest)).toEqual(expected);
      expect(mails.map(({ risk }) => risk)).toEqual(dues.map((due, at) => ((expected[at] ?? '9999') > due ? 1 : 0)));
      for (const share of service.late) {
        const late = dues.filter((due, at) => due <= share.until && (expected[at] ?? '9999') > due).length;
        expect([share.due, share.late, share.low, share.high]).toEqual([dues.filter((due) => due <= share.until).length, late, late, late]);
      }
    });
  }

  it('says how many mails to give away and how many people to add, no more and no less than needed', () => {
    const due = addWorkingDays(today, 4, calendar);
    const { service } = foresee({ queue: queueOf(Array.from({ length: 20 }, () => due)), past: constant(3), calendar, today });
    expect([service.late[0]?.late, service.remedy]).toEqual([5, { move: 5, persons: 1 }]);
    expect(foresee({ queue: queueOf(Array.from({ length: 15 }, () => due)), past: constant(3), calendar, today }).service.remedy).toEqual({});
  });

  it('takes what is due first, whatever the order in which it was told, and what has no due day last', () => {
    const [soon, later] = [addWorkingDays(today, 1, calendar), addWorkingDays(today, 9, calendar)];
    const { mails } = foresee({ queue: queueOf([undefined, later, soon]), past: constant(1), calendar, today });
    expect(mails.map(({ id, risk }) => [id, risk])).toEqual([['00002', 0], ['00001', 0], ['00000', 0]]);
  });

  it('begins on the next day that is worked, and leaves out holidays', () => {
    const { mails } = foresee({ queue: queueOf(['2026-07-13', '2026-07-14', '2026-07-16']), past: constant(1), calendar, today: '2026-07-11' });
    expect(mails.map(({ predicted }) => predicted)).toEqual(['2026-07-13', '2026-07-15', '2026-07-16']);
  });
});

describe('The pace of a service', () => {
  it('is not known while it has closed nothing', () => {
    const { service, mails } = foresee({ queue: queueOf(['2026-06-03']), past: pastOf(10, () => ({ closed: {}, persons: 0, arrived: [] })), calendar, today });
    expect([service.perDay, service.open, mails]).toEqual([0, 1, []]);
    expect(paceOf([])).toBeUndefined();
  });

  it('has the pattern of its week', () => {
    const past = pastOf(80, (day) => ({ closed: { A: weekdayOf(day) === 5 ? 2 : 10 }, persons: 2, arrived: [] }));
    const { weekdays = [] } = paceOf(past) ?? {};
    expect((weekdays[5] ?? 1) / (weekdays[1] ?? 1)).toBeCloseTo(0.25, 1);
  });

  it('knows a type that takes three times as long from days of one and days of the other', () => {
    const past = pastOf(80, (_, at) => ({ closed: { ...(at % 2 ? { SHORT: 12 } : { SHORT: 3, LONG: 3 }) } as PastDay['closed'], persons: 2, arrived: [] }));
    const { effort } = paceOf(past) ?? { effort: new Map<string, number>() };
    expect((effort.get('LONG') ?? 0) / (effort.get('SHORT') ?? 1)).toBeGreaterThan(2);
  });
});

describe('Whatever a service is, a forecast', () => {
  const uneven = (seed: number): readonly PastDay[] => pastOf(40, (_, at) => ({ closed: { A: (at * seed) % 7, B: (at * 3 + seed) % 4 }, persons: 1 + (at % 3), arrived: Array.from({ length: (at * seed) % 5 }, (__, n) => ({ type: n % 2 ? 'A' : 'B', term: 5 + n })) }));

  it('has its intervals in order, days that are worked, and no more late than due', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const dues = Array.from({ length: 10 * seed }, (_, at) => addWorkingDays('2026-05-27', (at * 7) % 25, calendar));
      const { service, mails } = foresee({ queue: queueOf(dues), past: uneven(seed), calendar, today, seed });
      for (const { low, late, high, due } of service.late) expect(0 <= low && low <= late && late <= high && high <= due).withContext(`${seed}`).toBeTrue();
      for (const { low, open, high } of service.course) expect(low <= open && open <= high).toBeTrue();
      for (const { predicted, latest, risk } of mails) {
        expect(!predicted || (!notWorked(predicted, calendar) && predicted >= today && (!latest || latest >= predicted))).toBeTrue();
        expect(risk >= 0 && risk <= 1).toBeTrue();
      }
    }
  });

  it('is the same when it is made again', () => {
    const asked = { queue: queueOf(Array.from({ length: 40 }, (_, at) => addWorkingDays(today, at % 15, calendar))), past: uneven(3), calendar, today };
    expect(foresee(asked)).toEqual(foresee(asked));
  });

  it('is never better for more mail or fewer hands', () => {
    const dues = Array.from({ length: 60 }, (_, at) => addWorkingDays(today, at % 12, calendar));
    const late = (queue: number, past: readonly PastDay[]): number => foresee({ queue: queueOf(dues.slice(0, queue)), past, calendar, today }).service.late[2]?.late ?? 0;
    expect(late(40, constant(3))).toBeLessThanOrEqual(late(60, constant(3)));
    expect(late(60, constant(5))).toBeLessThanOrEqual(late(60, constant(3)));
  });

  it('sees that mail which comes in with short delays goes before what is there', () => {
    const dues = Array.from({ length: 30 }, () => addWorkingDays(today, 12, calendar));
    const quiet = pastOf(40, () => ({ closed: { A: 3 }, persons: 2, arrived: [] }));
    const busy = quiet.map((day) => ({ ...day, arrived: [{ type: 'A', term: 2 }] }));
    expect(foresee({ queue: queueOf(dues), past: quiet, calendar, today }).service.late[2]?.late).toBe(0);
    expect(foresee({ queue: queueOf(dues), past: busy, calendar, today }).service.late[2]?.late).toBeGreaterThan(0);
  });
});
