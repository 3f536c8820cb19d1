import getJoursFeries from '@socialgouv/jours-feries';
import type { Territory } from '../settings/calendar.js';
import { addDays, type Day } from './day.js';

/** Month and day of the abolition of slavery, not worked overseas (loi 83-550; décret 83-1003, art. 1). */
const abolition: Partial<Record<Territory, string>> = { guadeloupe: '05-27', martinique: '05-22', guyane: '06-10', reunion: '12-20', mayotte: '04-27', saintBarthelemy: '10-09', saintMartin: '05-28' };

const known = new Map<string, ReadonlyMap<Day, string>>();

/** Public holidays of a year by day, movable feasts included, each with its name there. */
export function holidaysOf(year: number, territory: Territory): ReadonlyMap<Day, string> {
  const key = `${territory}${year}`;
  let holidays = known.get(key);
  if (!holidays) known.set(key, (holidays = territory === 'belgium' ? belgian(year) : french(year, territory)));
  return holidays;
}

/** Code du travail, L3133-1; Alsace and Moselle: L3134-13. */
function french(year: number, territory: Territory): ReadonlyMap<Day, string> {
  const named = getJoursFeries(year, { alsace: territory === 'alsaceMoselle' }) as { [name: string]: Date };
  const days = new Map(Object.entries(named).map(([name, date]) => [civilDay(date), name]));
  const freed = abolition[territory];
  if (freed) days.set(`${year}-${freed}`, 'Abolition de l’esclavage');
  return days;
}

/** Arrêté royal of 18 April 1974, art. 1. */
function belgian(year: number): ReadonlyMap<Day, string> {
  const easterMonday = [...french(year, 'france')].find(([, name]) => name === 'Lundi de Pâques')?.[0] ?? '';
  return new Map([
    [`${year}-01-01`, 'Nouvel An'],
    [easterMonday, 'Lundi de Pâques'],
    [`${year}-05-01`, 'Fête du Travail'],
    [addDays(easterMonday, 38), 'Ascension'],
    [addDays(easterMonday, 49), 'Lundi de Pentecôte'],
    [`${year}-07-21`, 'Fête nationale'],
    [`${year}-08-15`, 'Assomption'],
    [`${year}-11-01`, 'Toussaint'],
    [`${year}-11-11`, 'Armistice'],
    [`${year}-12-25`, 'Noël'],
  ]);
}

/**
 * The library answers with midnights of the process's own time zone, an hour early or late where clocks changed since
 * Easter: the noon that follows is on the day that is meant.
 */
function civilDay(midnight: Date): Day {
  const noon = new Date(midnight.getTime() + 43_200_000);
  return new Date(Date.UTC(noon.getFullYear(), noon.getMonth(), noon.getDate())).toISOString().slice(0, 10);
}
