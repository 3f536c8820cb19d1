import { addDays, addMonths, daysBetween, isDay } from '../calendar/day.js';
import { notWorked } from '../calendar/working-days.js';
import { territories, type CalendarSetting } from '../settings/calendar.js';
import { clockSetting, type ClockSetting } from '../settings/clocks.js';
import { isExtendable, readClock, runsFor, type ClockFacts } from './clock.js';

const calendar = { weekend: [0, 6], alsaceMoselle: false, closures: [] };
const clock = (given: Partial<ClockSetting>): ClockSetting => clockSetting.parse({ code: 'X', label: 'x', kind: 'treatment', delay: { amount: 2, unit: 'months' }, ...given });
const refuses = clock({ kind: 'silenceRefuses', from: 'firstReceipt', onMissing: 'suspend', rollsOver: false });
const accepts = clock({ kind: 'silenceAccepts', onMissing: 'restart', rollsOver: false });
const facts = (given: Partial<ClockFacts> = {}): ClockFacts => ({ channel: 'post', receivedOn: '2026-03-03', missing: [], ...given });

describe('A clock', () => {
  it('runs from date to date and says so', () => {
    expect(readClock(refuses, facts(), calendar, '2026-03-10')).toEqual({
      code: 'X', kind: 'silenceRefuses', state: 'running', start: '2026-03-03', due: '2026-05-03',
      because: [{ code: 'received', day: '2026-03-03' }, { code: 'delay', amount: 2, unit: 'months' }],
    });
  });

  it('of silence ends on a Sunday too; a promise of the house goes to the next day worked', () => {
    expect(readClock(refuses, facts(), calendar, '2026-05-03').state).toBe('running');
    expect(readClock(refuses, facts(), calendar, '2026-05-04').state).toBe('passed');
    const promise = readClock(clock({}), facts(), calendar, '2026-03-10');
    expect([promise.due, promise.because.at(-1)]).toEqual(['2026-05-04', { code: 'moved', from: '2026-05-03', to: '2026-05-04' }]);
  });

  it('ends on the last day of a month that is too short, 29 February included', () => {
    expect(readClock(refuses, facts({ receivedOn: '2025-12-31' }), calendar, '2026-01-01').due).toBe('2026-02-28');
    expect(readClock(refuses, facts({ receivedOn: '2027-12-31' }), calendar, '2028-01-01').due).toBe('2028-02-29');
    expect(readClock(clock({ delay: { amount: 12, unit: 'months' }, rollsOver: false }), facts({ receivedOn: '2028-02-29' }), calendar, '2028-03-01').due).toBe('2029-02-28');
  });

  it('that may be extended goes on from its first day, if its author was told within the term (RGPD art. 12.3)', () => {
    const rights = clock({ kind: 'personalData', delay: { amount: 1, unit: 'months' }, extension: { amount: 2, unit: 'months' }, rollsOver: false, metBy: 'answer' });
    const told = (day: string) => readClock(rights, facts({ receivedOn: '2026-01-31', extendedOn: day }), calendar, '2026-02-10');
    expect([told('2026-02-20').due, told('2026-02-28').due, told('2026-03-01').due]).toEqual(['2026-04-30', '2026-04-30', '2026-02-28']);
    expect(told('2026-02-20').because).toEqual([{ code: 'received', day: '2026-01-31' }, { code: 'delay', amount: 1, unit: 'months' }, { code: 'extended', day: '2026-02-20', amount: 2, unit: 'months' }]);
    expect(told('2026-03-01').because.length).withContext('too late changes nothing').toBe(2);
    expect(readClock(clock({ delay: { amount: 10, unit: 'workingDays' }, extension: { amount: 1, unit: 'months' }, rollsOver: false }), facts({ receivedOn: '2026-05-04', extendedOn: '2026-05-20' }), calendar, '2026-05-05').due).withContext('of another unit: from the first end').toBe('2026-06-20');
    const now = readClock(rights, facts({ receivedOn: '2026-01-31' }), calendar, '2026-02-10');
    expect([isExtendable(rights, now), isExtendable(rights, told('2026-02-20')), isExtendable(refuses, now), isExtendable(rights, readClock(rights, facts({ receivedOn: '2026-01-31' }), calendar, '2026-03-01'))]).toEqual([true, false, false, false]);
  });

  it('of working days jumps over feasts: ten for a reception receipt (CRPA R112-11-1)', () => {
    const receipt = clock({ kind: 'receipt', delay: { amount: 10, unit: 'workingDays' }, channels: 'electronic', metBy: 'receipt' });
    expect(readClock(receipt, facts({ channel: 'form', receivedOn: '2026-05-04' }), calendar, '2026-05-04').due).toBe('2026-05-20');
    expect([runsFor(receipt, 'form'), runsFor(receipt, 'email'), runsFor(receipt, 'post')]).toEqual([true, true, false]);
    expect(readClock(receipt, facts({ channel: 'form', receivedOn: '2026-05-04', receiptOn: '2026-05-20' }), calendar, '2026-06-01').state).toBe('met');
    expect(readClock(receipt, facts({ channel: 'form', receivedOn: '2026-05-04', receiptOn: '2026-05-21' }), calendar, '2026-06-01').state).toBe('metLate');
  });

  it('of silence that refuses runs from the first authority, of silence that accepts from the competent one (L114-3)', () => {
    const sentOn = facts({ firstReceivedOn: '2026-02-10' });
    expect([readClock(refuses, sentOn, calendar, '2026-03-04').due, readClock(accepts, sentOn, calendar, '2026-03-04').due]).toEqual(['2026-04-10', '2026-05-03']);
  });

  it('of silence that refuses stands still while pieces are asked for, at most for the time given (L114-5)', () => {
    const asked = { askedOn: '2026-03-10', until: '2026-03-31' };
    const waiting = readClock(refuses, facts({ missing: [asked] }), calendar, '2026-03-20');
    expect([waiting.state, waiting.due, waiting.suspended]).toEqual(['suspended', '2026-05-24', { since: '2026-03-10', until: '2026-03-31' }]);
    expect(readClock(refuses, facts({ missing: [asked] }), calendar, '2026-03-31').state).toBe('running');
    const early = readClock(refuses, facts({ missing: [{ ...asked, completedOn: '2026-03-22' }] }), calendar, '2026-03-25');
    expect([early.state, early.due, early.because.at(-1)]).toEqual(['running', '2026-05-15', { code: 'suspended', from: '2026-03-10', until: '2026-03-22', days: 12 }]);
    expect(readClock(refuses, facts({ missing: [{ ...asked, completedOn: '2026-04-20' }] }), calendar, '2026-04-25').due).toBe('2026-05-24');
  });

  it('is not suspended twice for the same days, nor once it has ended', () => {
    const both = [{ askedOn: '2026-03-10', until: '2026-03-20' }, { askedOn: '2026-03-15', until: '2026-03-25' }];
    expect(readClock(refuses, facts({ missing: both }), calendar, '2026-03-26').due).toBe('2026-05-18');
    expect(readClock(refuses, facts({ missing: [{ askedOn: '2026-05-04', until: '2026-06-01' }] }), calendar, '2026-05-10')).toEqual(jasmine.objectContaining({ due: '2026-05-03', state: 'passed' }));
  });

  it('of silence that accepts has no term while pieces are missing, and begins anew with the last of them', () => {
    const open = readClock(accepts, facts({ missing: [{ askedOn: '2026-03-10', until: '2026-03-31' }] }), calendar, '2026-07-01');
    expect([open.state, open.due]).toEqual(['suspended', undefined]);
    const whole = readClock(accepts, facts({ missing: [{ askedOn: '2026-03-10', until: '2026-03-31', completedOn: '2026-04-02' }] }), calendar, '2026-04-03');
    expect([whole.state, whole.start, whole.due]).toEqual(['running', '2026-04-02', '2026-06-02']);
  });

  it('of silence that accepts has accepted once it has ended: pieces asked for later change nothing', () => {
    const late = [{ askedOn: '2026-05-04', until: '2026-06-01' }];
    for (const completedOn of [undefined, '2026-05-20']) {
      const reading = readClock(accepts, facts({ missing: late.map((one) => ({ ...one, completedOn })) }), calendar, '2026-05-25');
      expect([reading.state, reading.start, reading.due, reading.suspended]).withContext(completedOn ?? 'open').toEqual(['passed', '2026-03-03', '2026-05-03', undefined]);
    }
    const lastDay = readClock(accepts, facts({ missing: [{ askedOn: '2026-05-03', until: '2026-06-01', completedOn: '2026-05-20' }] }), calendar, '2026-05-25');
    expect([lastDay.state, lastDay.due]).toEqual(['running', '2026-07-20']);
    const again = [{ askedOn: '2026-03-10', until: '2026-03-31', completedOn: '2026-04-02' }, { askedOn: '2026-06-03', until: '2026-07-01', completedOn: '2026-06-20' }];
    expect(readClock(accepts, facts({ missing: again }), calendar, '2026-06-25').due).toBe('2026-06-02');
  });

  it('of an answer ends with the transmission to the competent authority: its silence, no longer ours, answers from then on (L114-3)', () => {
    const transmitted = facts({ transmittedOn: '2026-03-12', closedOn: '2026-03-12' });
    for (const silence of [refuses, accepts]) {
      const { state, metOn } = readClock({ ...silence, metBy: 'answer' }, transmitted, calendar, '2026-09-01');
      expect([state, metOn]).toEqual(['met', '2026-03-12']);
    }
    expect(readClock({ ...refuses, metBy: 'receipt' }, transmitted, calendar, '2026-09-01').state).toBe('passed');
  });

  it('of the registration receipt is met by a reception receipt that goes out at once, and either by the answer (L112-11)', () => {
    const registration = clock({ kind: 'registrationReceipt', delay: { amount: 1, unit: 'workingDays' }, metBy: 'registrationReceipt' });
    const reception = clock({ kind: 'receipt', delay: { amount: 10, unit: 'workingDays' }, metBy: 'receipt' });
    const met = (setting: ClockSetting, given: Partial<ClockFacts>) => readClock(setting, facts(given), calendar, '2026-06-01').metOn;
    expect(met(registration, { receiptOn: '2026-03-03' })).toBe('2026-03-03');
    expect(met(registration, { registrationReceiptOn: '2026-03-04', receiptOn: '2026-03-10' })).toBe('2026-03-04');
    expect([met(registration, { answeredOn: '2026-03-04' }), met(reception, { answeredOn: '2026-03-04' }), met(reception, { receiptOn: '2026-03-05', answeredOn: '2026-03-09' })]).toEqual(['2026-03-04', '2026-03-04', '2026-03-05']);
    expect(met(reception, { registrationReceiptOn: '2026-03-04', closedOn: '2026-03-05' })).toBeUndefined();
  });

  it('is met by the answer, or by closing, on time or late', () => {
    expect(readClock(clock({}), facts({ closedOn: '2026-05-04' }), calendar, '2026-06-01').state).toBe('met');
    expect(readClock(clock({}), facts({ closedOn: '2026-05-05' }), calendar, '2026-06-01').state).toBe('metLate');
    expect(readClock({ ...refuses, metBy: 'answer' }, facts({ closedOn: '2026-03-05' }), calendar, '2026-06-01').state).toBe('passed');
  });
});

describe('Whatever the days, a clock', () => {
  const any = (count: number): number => Math.floor(Math.random() * count);
  const anyDay = (): string => addDays('2023-12-01', any(1900));
  const rounds = Array.from({ length: 1500 }, anyDay);

  it('never ends before it began, nor earlier when it began later', () => {
    for (const day of rounds) {
      for (const setting of [refuses, accepts, clock({}), clock({ delay: { amount: any(40), unit: 'workingDays' } }), clock({ delay: { amount: any(90), unit: 'days' } })]) {
        const due = readClock(setting, facts({ receivedOn: day }), calendar, day).due ?? '';
        const next = readClock(setting, facts({ receivedOn: addDays(day, 1) }), calendar, day).due ?? '';
        expect(isDay(due) && due >= day && next >= due).withContext(`${day} ${JSON.stringify(setting.delay)}`).toBeTrue();
        if (setting.rollsOver) expect(notWorked(due, calendar)).withContext(due).toBeUndefined();
      }
    }
  });

  it('of working days that is asked for pieces until its last day stands still, and never ends before it would have', () => {
    for (const day of rounds) {
      const setting = clock({ delay: { amount: 1 + any(30), unit: 'workingDays' }, onMissing: 'suspend' });
      const plain = readClock(setting, facts({ receivedOn: day }), calendar, day).due ?? '';
      const asked = addDays(day, any(daysBetween(day, plain) + 1));
      const stood = readClock(setting, facts({ receivedOn: day, missing: [{ askedOn: asked, until: addDays(asked, 20) }] }), calendar, day).due ?? '';
      expect(stood > plain).withContext(`${day} ${asked} ${JSON.stringify(setting.delay)}`).toBeTrue();
      const after = readClock(setting, facts({ receivedOn: day, missing: [{ askedOn: addDays(plain, 1), until: addDays(plain, 20) }] }), calendar, day).due;
      expect(after).withContext(`${day} after its end`).toBe(plain);
    }
  });

  it('of months that began on the 29th, 30th or 31st ends on the last day of a month that lacks it, in leap years too', () => {
    const ends = [['2027-12-31', '2028-02-29'], ['2026-12-29', '2027-02-28'], ['2026-12-30', '2027-02-28'], ['2028-02-29', '2028-04-29'], ['2026-08-31', '2026-10-31'], ['2026-07-31', '2026-09-30']] as const;
    for (const [from, to] of ends) expect(readClock(refuses, facts({ receivedOn: from }), calendar, from).due).withContext(from).toBe(to);
  });

  it('of a promise ends on the first day worked from its term on, wherever the authority lies', () => {
    for (const [index, territory] of territories.entries()) {
      const here: CalendarSetting = { weekend: [0, 6], alsaceMoselle: false, territory, closures: [{ day: '2026-12-24', until: '2027-01-03', label: 'Fermeture' }] };
      for (const day of rounds.slice(index * 100, index * 100 + 100)) {
        const months = 1 + any(6);
        const due = readClock(clock({ delay: { amount: months, unit: 'months' } }), facts({ receivedOn: day }), here, day).due ?? '';
        const plain = addMonths(day, months);
        expect(notWorked(due, here)).withContext(`${territory} ${day} + ${months}`).toBeUndefined();
        for (let between = plain; between < due; between = addDays(between, 1)) expect(notWorked(between, here)).withContext(`${territory} ${day} + ${months}: ${between} was passed over`).toBeDefined();
        expect(due >= plain).withContext(`${territory} ${day}`).toBeTrue();
      }
    }
  });

  it('that stood still ends by as many days later as it stood', () => {
    for (const day of rounds) {
      const asked = addDays(day, any(50));
      const request = { askedOn: asked, until: addDays(asked, 1 + any(60)), ...(any(2) ? { completedOn: addDays(asked, 1 + any(90)) } : {}) };
      const reading = readClock(refuses, facts({ receivedOn: day, missing: [request] }), calendar, addDays(day, 200));
      const stood = daysBetween(asked, request.completedOn && request.completedOn < request.until ? request.completedOn : request.until);
      expect(daysBetween(addMonths(day, 2), reading.due ?? '')).withContext(`${day} ${JSON.stringify(request)}`).toBe(stood);
    }
  });
});
