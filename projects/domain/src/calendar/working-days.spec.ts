import { territories, type CalendarSetting } from '../settings/calendar.js';
import { addDays, addMonths, dayIn, daysBetween, isDay } from './day.js';
import { addWorkingDays, notWorked, workingDaysLeft } from './working-days.js';

const calendar: CalendarSetting = { weekend: [0, 6], alsaceMoselle: false, closures: [{ day: '2026-05-15', label: 'Pont de l’Ascension' }] };

describe('a day not worked', () => {
  for (const [day, why] of [['2026-05-16', 'weekend'], ['2026-05-17', 'weekend'], ['2026-05-14', 'Ascension'], ['2026-05-15', 'Pont de l’Ascension'], ['2026-05-18', undefined]] as const) {
    it(`${day}: ${why ?? 'is worked'}`, () => expect(notWorked(day, calendar)).toBe(why));
  }
  it('is Good Friday in Alsace and Moselle only', () => {
    expect(notWorked('2026-04-03', calendar)).toBeUndefined();
    expect(notWorked('2026-04-03', { ...calendar, alsaceMoselle: true })).toBeDefined();
  });
  it('is Sunday alone for a house that works on Saturdays', () => {
    expect(notWorked('2026-05-16', { ...calendar, weekend: [0] })).toBeUndefined();
  });
});

describe('working days after a day', () => {
  const cases: readonly (readonly [string, number, string, string])[] = [
    ['2026-03-27', 1, '2026-03-30', 'step over the weekend when clocks go forward'],
    ['2026-10-23', 1, '2026-10-26', 'step over the weekend when clocks go back'],
    ['2026-04-03', 1, '2026-04-07', 'step over Easter Monday'],
    ['2025-12-31', 1, '2026-01-02', 'step over New Year’s Day'],
    ['2026-04-30', 15, '2026-05-28', 'step over a month of May with four holidays and a closure'],
    ['2028-02-28', 1, '2028-02-29', 'stop at 29 February in a leap year'],
    ['2027-02-26', 1, '2027-03-01', 'go from February to March in a common year'],
    ['2026-05-16', 0, '2026-05-18', 'with none, are the next worked day after a Saturday'],
    ['2026-05-18', 0, '2026-05-18', 'with none, are the day itself when it is worked'],
    ['2026-05-16', 1, '2026-05-18', 'count from a Saturday as from the Friday before it'],
    ['2026-07-13', 10, '2026-07-28', 'step over 14 July'],
  ];
  for (const [from, count, to, sentence] of cases) it(`${sentence} (${from} + ${count})`, () => expect(addWorkingDays(from, count, calendar)).toBe(to));

  it('never land on a day not worked, and pass just as many worked ones, all year round', () => {
    for (let from = '2025-12-20'; from < '2027-01-10'; from = addDays(from, 1)) {
      const to = addWorkingDays(from, 15, calendar);
      let worked = 0;
      for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (!notWorked(day, calendar)) worked++;
      expect([notWorked(to, calendar), worked]).withContext(from).toEqual([undefined, 15]);
    }
  });
});

describe('working days, wherever the authority lies and whenever it is closed,', () => {
  const somewhere = territories.flatMap((territory): CalendarSetting[] => [
    { weekend: [0, 6], alsaceMoselle: false, territory, closures: [] },
    { weekend: [0], alsaceMoselle: false, territory, closures: [{ day: '2027-12-24', until: '2028-01-02', label: 'Fermeture de fin d’année' }, { day: '2028-02-29', label: 'Jour ajouté' }] },
  ]);
  for (const [index, here] of somewhere.entries()) {
    it(`go there and come back: ${here.territory ?? ''}, ${here.closures.length ? 'closed at times, at work on Saturdays' : 'never closed'}`, () => {
      // Nine months with both changes of clocks, a turn of the year and a 29 February.
      for (let day = addDays('2027-09-20', index % 3); day < '2028-06-20'; day = addDays(day, 3)) {
        for (const count of [0, 1, 2, 10, 23]) {
          const to = addWorkingDays(day, count, here);
          expect(notWorked(to, here)).withContext(`${day} + ${count}`).toBeUndefined();
          if (notWorked(day, here)) continue;
          expect(workingDaysLeft(day, to, here)).withContext(`${day} + ${count}`).toBe(count);
          expect(addWorkingDays(addWorkingDays(day, count, here), 4, here)).withContext(`${day} + ${count} + 4`).toBe(addWorkingDays(day, count + 4, here));
        }
      }
    });
  }
});

describe('working days left until a due day', () => {
  const cases: readonly (readonly [string, string, number])[] = [
    ['2026-04-02', '2026-04-02', 0], ['2026-04-03', '2026-04-07', 1], ['2026-05-13', '2026-05-18', 1], ['2026-04-03', '2026-04-02', -1],
    ['2026-04-07', '2026-04-03', -1], ['2026-04-08', '2026-04-03', -2], ['2026-04-05', '2026-04-04', -1],
  ];
  for (const [today, due, left] of cases) it(`on ${today} for ${due} are ${left}`, () => expect(workingDaysLeft(today, due, calendar)).toBe(left));
});

describe('days of the civil calendar', () => {
  it('go over the nights when clocks change, and over 29 February', () => {
    expect([addDays('2026-03-28', 2), addDays('2026-10-24', 2), addDays('2028-02-28', 1), addDays('2027-02-28', 1), addDays('2026-01-01', -1)])
      .toEqual(['2026-03-30', '2026-10-26', '2028-02-29', '2027-03-01', '2025-12-31']);
    expect([daysBetween('2026-03-01', '2026-04-01'), daysBetween('2026-10-01', '2026-11-01'), daysBetween('2028-01-01', '2029-01-01')]).toEqual([31, 31, 366]);
  });
  it('count months date to date, ending on the last day of a shorter month', () => {
    expect([addMonths('2026-03-31', 1), addMonths('2025-12-31', 2), addMonths('2027-12-31', 2), addMonths('2026-11-30', 2), addMonths('2026-03-31', -1)])
      .toEqual(['2026-04-30', '2026-02-28', '2028-02-29', '2027-01-30', '2026-02-28']);
  });
  it('are those of the authority, whatever the hour in Greenwich', () => {
    expect([dayIn('Europe/Paris', new Date('2026-03-28T23:30:00Z')), dayIn('Europe/Paris', new Date('2026-06-30T22:30:00Z')), dayIn('Europe/Paris', new Date('2026-06-30T21:59:59Z'))])
      .toEqual(['2026-03-29', '2026-07-01', '2026-06-30']);
    expect(dayIn('Indian/Reunion', new Date('2026-12-31T20:30:00Z'))).toBe('2027-01-01');
  });
  it('exist or not', () => {
    expect(['2028-02-29', '2026-12-31'].map(isDay)).toEqual([true, true]);
    expect(['2026-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '01/02/2026', ''].map(isDay)).toEqual(Array(8).fill(false));
  });
});
