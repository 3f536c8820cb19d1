import { addDays } from '../calendar/day.js';
import { addWorkingDays, notWorked, workingDaysBefore } from '../calendar/working-days.js';
import { defaultSettings } from '../settings/default-settings.spec-support.js';
import { audienceOf, directionOf, remindersOf } from './plan.js';
import { isAtWork } from './working-time.js';

const settings = defaultSettings();
const mail = { type: 'SUBVENTION', priority: null, service: 'ROUTES', assignee: 'j.petit' } as const;

describe('Reminders of a mail', () => {
  it('fall on working days before and after its due day, by its priority', () => {
    expect(remindersOf(mail, '2026-05-18', settings).map(({ day, to }) => [day, to])).toEqual([['2026-05-11', 'assignee'], ['2026-05-18', 'secretaries'], ['2026-05-21', 'heads'], ['2026-06-02', 'directors']]);
    expect(remindersOf({ ...mail, priority: 'urgent' }, '2026-05-18', settings).map(({ day, to }) => [day, to])).toEqual([['2026-05-11', 'assignee'], ['2026-05-13', 'secretaries'], ['2026-05-18', 'heads'], ['2026-05-20', 'directors']]);
  });

  it('of a due day that is not worked come on the last day worked before it', () => {
    expect(remindersOf(mail, '2026-05-14', settings).find(({ offset }) => offset === 0)?.day).toBe('2026-05-13');
  });

  it('never fall on a day that is not worked, and in the order of their steps, all year round', () => {
    for (let due = '2026-01-01'; due < '2027-01-01'; due = addDays(due, 1)) {
      const days = remindersOf(mail, due, settings).map(({ day }) => day);
      expect(days).withContext(due).toEqual([...days].sort());
      for (const day of days) expect(notWorked(day, settings.calendar)).withContext(day).toBeUndefined();
    }
  });

  it('are those of the first plan that fits, and none where none fits', () => {
    const plans = [{ code: 'X', label: 'X', types: ['SUBVENTION'], priorities: [], services: ['ROUTES'], steps: [] }, ...settings.reminders];
    expect(remindersOf(mail, '2026-05-18', { ...settings, reminders: plans })).toEqual([]);
    expect(remindersOf({ ...mail, service: 'AUTRE' }, '2026-05-18', { ...settings, reminders: plans }).length).toBe(4);
    expect(remindersOf(mail, '2026-05-18', { ...settings, reminders: [] })).toEqual([]);
  });

  it('go to the assignee, to the secretaries while there is none, to heads and those above them', () => {
    expect(audienceOf('assignee', mail, settings.services)).toEqual({ person: 'j.petit' });
    expect(audienceOf('assignee', { ...mail, assignee: null }, settings.services)).toEqual({ group: 'GROUP_GEC_S_ROUTES__SECRETARIAT' });
    expect(audienceOf('heads', mail, settings.services)).toEqual({ group: 'GROUP_GEC_S_ROUTES__RESPONSABLE' });
    const tree = [{ code: 'D', label: 'D', kind: 'direction' as const, compartments: [] }, { code: 'P', label: 'P', kind: 'service' as const, parent: 'D', compartments: [] }, { code: 'S', label: 'S', kind: 'service' as const, parent: 'P', compartments: [] }];
    expect(['S', 'P', 'D', 'X'].map((service) => directionOf(service, tree))).toEqual(['D', 'D', 'D', 'X']);
    expect(directionOf('A', [{ code: 'A', label: 'A', kind: 'service', parent: 'B', compartments: [] }, { code: 'B', label: 'B', kind: 'service', parent: 'A', compartments: [] }])).toMatch(/A|B/);
  });

  it('wait for working hours: the service’s own, its site’s, or the house’s', () => {
    const at = (time: string): boolean => isAtWork('ROUTES', new Date(`2026-06-02T${time}:00+02:00`), { ...settings, sites: [] });
    expect(['08:29', '08:30', '12:00', '17:29', '17:30'].map(at)).toEqual([false, true, true, true, false]);
    expect(isAtWork('ROUTES', new Date('2026-06-06T10:00:00+02:00'), settings)).toBeFalse();
    expect(isAtWork('ROUTES', new Date('2026-07-14T10:00:00+02:00'), settings)).toBeFalse();
    const early = { ...settings, calendar: { ...settings.calendar, services: [{ service: 'ROUTES', hours: [{ day: 2, opens: '05:00', closes: '06:00' }] }] } };
    expect([isAtWork('ROUTES', new Date('2026-06-02T05:30:00+02:00'), early), isAtWork('ROUTES', new Date('2026-06-02T10:00:00+02:00'), early)]).toEqual([true, false]);
  });
});

describe('Working days before a day', () => {
  it('are those after it, backwards', () => {
    for (let day = '2027-12-20'; day < '2028-06-10'; day = addDays(day, 1)) {
      for (const count of [1, 3, 10]) {
        const before = workingDaysBefore(day, count, settings.calendar);
        expect(notWorked(before, settings.calendar)).toBeUndefined();
        if (!notWorked(day, settings.calendar)) expect(addWorkingDays(before, count, settings.calendar)).withContext(`${day} − ${count}`).toBe(day);
      }
    }
  });
});
