import { hoursOn, hoursText, withHours } from './hours.js';

describe('Opening hours', () => {
  const week = [1, 2, 3, 4].flatMap((day) => [{ day, opens: '08:30', closes: '12:00' }, { day, opens: '13:30', closes: '17:30' }]);
  const open = [...week, { day: 5, opens: '08:30', closes: '16:00' }];

  it('are read as on the door: days that are alike together', () => {
    expect(hoursText(open, 'fr')).toBe('lun.–jeu. 8 h 30–12 h, 13 h 30–17 h 30 ; ven. 8 h 30–16 h');
    expect(hoursText(open, 'en')).toBe('Mon–Thu 8:30–12:00, 13:30–17:30; Fri 8:30–16:00');
    expect(hoursText([], 'fr')).toBe('');
  });
  it('part a week at a day that is closed', () => {
    expect(hoursText([{ day: 1, opens: '09:00', closes: '12:00' }, { day: 3, opens: '09:00', closes: '12:00' }], 'fr')).toBe('lun. 9 h–12 h ; mer. 9 h–12 h');
  });
  it('take a day off when its beginning is emptied, and leave the others', () => {
    expect(hoursOn(withHours(open, 5, 0, { opens: '', closes: '16:00' }), 5)).toEqual([]);
    expect(withHours(open, 5, 0, { opens: '', closes: '' }).length).toBe(8);
  });
  it('get the usual end when only a beginning is said', () => {
    expect(hoursOn(withHours([], 6, 0, { opens: '09:00', closes: '' }), 6)).toEqual([{ day: 6, opens: '09:00', closes: '12:00' }]);
    expect(hoursOn(withHours(open, 5, 1, { opens: '16:30', closes: '' }), 5).at(-1)).toEqual({ day: 5, opens: '16:30', closes: '17:30' });
  });
});
