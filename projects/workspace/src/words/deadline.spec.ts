import { deadlineWords, plural } from './deadline.js';

describe('Time in words', () => {
  const today = '2025-11-22';
  const of = (dueDate: string, workingDaysLeft: number) => deadlineWords({ dueDate, workingDaysLeft }, today, 'fr');

  it('says by how many working days a mail is late, singular and plural', () => {
    expect(of('2025-11-19', -2)).toEqual(jasmine.objectContaining({ key: 'DEADLINE.LATE.OTHER', tone: 'late', params: jasmine.objectContaining({ count: 2 }) }));
    expect(of('2025-11-20', -1).key).toBe('DEADLINE.LATE.ONE');
  });

  it('counts a mail that was due on Friday as late on Saturday, though no working day has passed', () => {
    expect(of('2025-11-21', 0)).toEqual(jasmine.objectContaining({ key: 'DEADLINE.LATE.ONE', tone: 'late' }));
  });

  it('says today and tomorrow by their names', () => {
    expect(of('2025-11-22', 0)).toEqual(jasmine.objectContaining({ key: 'DEADLINE.TODAY', tone: 'soon' }));
    expect(of('2025-11-23', 1).key).toBe('DEADLINE.TOMORROW');
  });

  it('names the day otherwise, with its year only when it is another one', () => {
    expect(of('2025-11-28', 4)).toEqual({ key: 'DEADLINE.BEFORE', tone: 'calm', params: { day: 'vendredi 28 nov.', exact: 'vendredi 28 novembre 2025' } });
    expect(of('2026-01-05', 28).params['day']).toBe('lundi 5 janv. 2026');
  });

  it('calls three working days or fewer near', () => {
    expect(of('2025-11-26', 3).tone).toBe('soon');
    expect(of('2025-11-27', 4).tone).toBe('calm');
  });

  it('counts zero as French and as English do', () => {
    expect([plural(0, 'fr'), plural(0, 'en'), plural(1, 'en'), plural(2, 'fr')]).toEqual(['ONE', 'OTHER', 'ONE', 'OTHER']);
  });
});
