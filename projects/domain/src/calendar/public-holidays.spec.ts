import { spawnSync } from 'node:child_process';
import type { Territory } from '../settings/calendar.js';
import { holidaysOf } from './territories.js';
import { addDays } from './day.js';

/** Easter Sundays as almanacs give them, not computed here. */
const easter: Readonly<Record<number, string>> = { 2024: '2024-03-31', 2025: '2025-04-20', 2026: '2026-04-05', 2027: '2027-03-28', 2028: '2028-04-16', 2029: '2029-04-01', 2030: '2030-04-21' };
const years = Object.keys(easter).map(Number);
const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];

/** The eleven days of Code du travail L3133-1, from the almanac's Easter. */
function expected(year: number): string[] {
  const sunday = easter[year] ?? '';
  const movable = [addDays(sunday, 1), addDays(sunday, 39), addDays(sunday, 50)];
  return [...new Set([...fixed.map((day) => `${year}-${day}`), ...movable])].sort();
}
const daysOf = (year: number, territory: Territory): string[] => [...holidaysOf(year, territory).keys()].sort();

describe('public holidays', () => {
  for (const year of years) {
    it(`of ${year} move with Easter, ${easter[year]}`, () => {
      expect(daysOf(year, 'france')).toEqual(expected(year));
    });
    it(`of ${year} have Good Friday and 26 December beside them in Alsace and Moselle`, () => {
      expect(daysOf(year, 'alsaceMoselle')).toEqual([...expected(year), addDays(easter[year] ?? '', -2), `${year}-12-26`].sort());
    });
  }

  it('overseas have the day of abolition beside those of France', () => {
    expect([...holidaysOf(2026, 'reunion')].filter(([day]) => !expected(2026).includes(day))).toEqual([['2026-12-20', 'Abolition de l’esclavage']]);
    const freed = (['guadeloupe', 'martinique', 'guyane', 'mayotte', 'saintBarthelemy', 'saintMartin'] as const).map((territory) => daysOf(2026, territory).filter((day) => !expected(2026).includes(day)).join());
    expect(freed).toEqual(['2026-05-27', '2026-05-22', '2026-06-10', '2026-04-27', '2026-10-09', '2026-05-28']);
  });

  for (const year of years) {
    it(`of Belgium in ${year} are the ten of 1974, with Easter ${easter[year]}`, () => {
      const sunday = easter[year] ?? '';
      expect(daysOf(year, 'belgium')).toEqual([...new Set([...['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'].map((day) => `${year}-${day}`), addDays(sunday, 1), addDays(sunday, 39), addDays(sunday, 50)])].sort());
    });
  }

  it('fall on the days that people remember', () => {
    expect([holidaysOf(2026, 'france').get('2026-04-06'), holidaysOf(2026, 'france').get('2026-05-14'), holidaysOf(2026, 'france').get('2026-05-25')])
      .toEqual(['Lundi de Pâques', 'Ascension', 'Lundi de Pentecôte']);
  });

  for (const timeZone of ['UTC', 'America/New_York', 'Pacific/Auckland', 'America/Havana']) {
    it(`are the same days on a server in ${timeZone}`, () => {
      const code = `import { holidaysOf } from ${JSON.stringify(new URL('./territories.js', import.meta.url).href)};
        console.log(JSON.stringify(${JSON.stringify(years)}.map((year) => [...holidaysOf(year, 'alsaceMoselle').keys()].sort())), Intl.DateTimeFormat().resolvedOptions().timeZone);`;
      const child = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { env: { ...process.env, TZ: timeZone }, encoding: 'utf8' });
      expect(child.stderr).toBe('');
      expect(child.stdout.trim()).toBe(`${JSON.stringify(years.map((year) => daysOf(year, 'alsaceMoselle')))} ${timeZone}`);
    });
  }
});
