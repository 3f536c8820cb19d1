import { instantAt } from '../calendar/local-time.js';
import type { HandOverTerm } from '../settings/hand-over.js';
import { escalationOf, handOverLimit, handOverStep, type HandOverTerms } from './hand-over.js';

const terms = (handOver: HandOverTerm, rounds: readonly string[] = ['16:30', '11:30'], escalateAfter: HandOverTerm = { amount: 1, unit: 'workingDays' }): HandOverTerms =>
  ({ authority: { timeZone: 'Europe/Paris', handOver: { rounds, escalateAfter } }, calendar: { weekend: [0, 6], alsaceMoselle: false, closures: [] }, unscanned: [{ code: 'PLI', handOver }] }) as unknown as HandOverTerms;
/** Registered at this time in Paris. */
const mail = (day: string, time: string) => ({ unscanned: 'PLI', receivedAt: day, registeredAt: instantAt('Europe/Paris', day, time) });
const limit = (...[day, time, ...rest]: [string, string, ...Parameters<typeof terms>]): string => handOverLimit(mail(day, time), terms(...rest)).toISOString();

describe('Clocks of the authority', () => {
  it('are read in summer and in winter, and on the nights when they change', () => {
    expect(instantAt('Europe/Paris', '2026-07-01', '11:30').toISOString()).toBe('2026-07-01T09:30:00.000Z');
    expect(instantAt('Europe/Paris', '2026-12-01', '11:30').toISOString()).toBe('2026-12-01T10:30:00.000Z');
    expect(instantAt('Europe/Paris', '2026-10-25', '00:00').toISOString()).toBe('2026-10-24T22:00:00.000Z');
    expect(instantAt('Europe/Paris', '2026-10-26', '00:00').toISOString()).toBe('2026-10-25T23:00:00.000Z');
    expect(instantAt('Indian/Reunion', '2026-01-01', '08:00').toISOString()).toBe('2026-01-01T04:00:00.000Z');
  });
});

describe('Mail that is not scanned', () => {
  it('is carried with the next round, over the night and the weekend', () => {
    const round: HandOverTerm = { amount: 1, unit: 'rounds' };
    expect(limit('2026-11-19', '09:00', round)).toBe('2026-11-19T10:30:00.000Z');
    expect(limit('2026-11-19', '11:30', round)).toBe('2026-11-19T15:30:00.000Z');
    expect(limit('2026-11-20', '17:00', round)).toBe('2026-11-23T10:30:00.000Z');
    expect(limit('2026-11-19', '09:00', { amount: 3, unit: 'rounds' })).toBe('2026-11-20T10:30:00.000Z');
  });
  it('is carried by the last round of its day, or within the day where there are no rounds', () => {
    expect(limit('2026-11-20', '09:00', { amount: 1, unit: 'workingDays' })).toBe('2026-11-23T15:30:00.000Z');
    expect(limit('2026-11-20', '09:00', { amount: 1, unit: 'workingDays' }, [])).toBe('2026-11-23T23:00:00.000Z');
    expect(limit('2026-11-19', '09:00', { amount: 1, unit: 'rounds' }, [])).toBe('2026-11-19T23:00:00.000Z');
  });
  it('has hours of days worked only', () => {
    expect(limit('2026-11-19', '09:00', { amount: 4, unit: 'hours' })).toBe('2026-11-19T12:00:00.000Z');
    expect(limit('2026-11-20', '22:00', { amount: 4, unit: 'hours' })).toBe('2026-11-23T01:00:00.000Z');
    expect(limit('2026-11-21', '10:00', { amount: 2, unit: 'hours' })).toBe('2026-11-23T01:00:00.000Z');
    expect(limit('2026-12-24', '23:00', { amount: 2, unit: 'hours' })).toBe('2026-12-28T00:00:00.000Z');
  });
  it('is told late to the mail room after its limit, and to the head after a worked day more', () => {
    const asked = terms({ amount: 1, unit: 'rounds' });
    const friday = mail('2026-11-20', '09:00');
    const at = (day: string, time: string) => handOverStep(friday, instantAt('Europe/Paris', day, time), asked);
    expect([at('2026-11-20', '11:30'), at('2026-11-20', '11:31'), at('2026-11-23', '16:30'), at('2026-11-23', '16:31')]).toEqual([undefined, 'late', 'late', 'escalated']);
  });
  it('is told to the head a round later where the authority says so', () => {
    const asked = terms({ amount: 0, unit: 'days' }, ['11:30', '16:30'], { amount: 1, unit: 'rounds' });
    expect(escalationOf(handOverLimit(mail('2026-11-20', '09:00'), asked), asked).toISOString()).toBe('2026-11-23T10:30:00.000Z');
  });
});
