import { dueDay } from './delay.js';

const calendar = { weekend: [0, 6], alsaceMoselle: false, closures: [{ day: '2026-05-15', label: 'Pont de l’Ascension' }] };

describe('the day by which a mail is answered', () => {
  it('counts two months date to date', () => {
    expect(dueDay('2026-01-12', { amount: 2, unit: 'months' }, calendar)).toEqual({ day: '2026-03-12', because: { from: '2026-01-12', amount: 2, unit: 'months' } });
  });
  it('moves to the next worked day, and says from where', () => {
    expect(dueDay('2026-03-14', { amount: 2, unit: 'months' }, calendar)).toEqual({ day: '2026-05-18', because: { from: '2026-03-14', amount: 2, unit: 'months', movedFrom: '2026-05-14' } });
  });
  it('of a month that has no such day is its last, moved when that is a Saturday', () => {
    expect(dueDay('2025-12-31', { amount: 2, unit: 'months' }, calendar)).toEqual({ day: '2026-03-02', because: { from: '2025-12-31', amount: 2, unit: 'months', movedFrom: '2026-02-28' } });
  });
  it('is 29 February in a leap year', () => {
    expect(dueDay('2027-12-31', { amount: 2, unit: 'months' }, calendar).day).toBe('2028-02-29');
  });
  it('counts thirty days for an invoice, weekends included', () => {
    expect(dueDay('2026-03-02', { amount: 30, unit: 'days' }, calendar)).toEqual({ day: '2026-04-01', because: { from: '2026-03-02', amount: 30, unit: 'days' } });
  });
  it('counts working days only, and never moves', () => {
    expect(dueDay('2026-04-30', { amount: 15, unit: 'workingDays' }, calendar)).toEqual({ day: '2026-05-28', because: { from: '2026-04-30', amount: 15, unit: 'workingDays' } });
  });
  it('is the day of arrival with no delay, or the next worked one', () => {
    expect(dueDay('2026-05-14', { amount: 0, unit: 'workingDays' }, calendar).day).toBe('2026-05-18');
  });
});
