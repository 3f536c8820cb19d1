import type { RepoNode } from '@bannette/alfresco';
import { affairRegister, parseChrono, readChrono, usualAffairPattern, type Settings } from '@bannette/domain';
import type { House } from '@bannette/house';
import { readMirrored, type Told } from '@bannette/registration';
import type { CounterDifference } from './plan.js';

/** The highest number of each register and year that was seen anywhere. */
export function highestNumbers(settings: Settings) {
  const highest = new Map<string, { register: string; year: number; number: number }>();
  const see = ({ register, year, number }: { register: string | null; year: number | null; number: number | null }): void => {
    if (register === null || year === null || number === null) return;
    const key = `${register} ${year}`;
    if (number > (highest.get(key)?.number ?? 0)) highest.set(key, { register, year, number });
  };
  return {
    see: (row: Pick<Told, 'register' | 'year' | 'number'>): void => see(row),
    seeNode: (node: RepoNode): void => {
      const told = readMirrored(node, settings)?.told;
      if (told) see(told);
      const affair = node.properties['gec:affair'];
      const filed = typeof affair === 'string' ? parseChrono(settings.authority.affairPattern ?? usualAffairPattern, affair) : undefined;
      if (filed) see({ register: affairRegister, year: filed.year ?? null, number: filed.number });
      const register = node.properties['gec:register'];
      // Its name is its chrono, whatever became of its properties.
      if (typeof register === 'string') see({ register, ...readChrono(settings.registers, register, node.name) });
    },
    /** Counters that stand below what was seen. */
    differences: async (house: House): Promise<CounterDifference[]> => {
      const rows = await house.store.db.selectFrom('mail').select(['register', 'year', (eb) => eb.fn.max('number').as('number')]).where('entity_id', '=', house.entityId).where('number', 'is not', null).groupBy(['register', 'year']).execute();
      rows.forEach(see);
      const affairs = await house.store.db.selectFrom('affair').select(['register', 'year', (eb) => eb.fn.max('number').as('number')]).where('entity_id', '=', house.entityId).groupBy(['register', 'year']).execute();
      affairs.forEach(see);
      const counters = await house.store.db.selectFrom('counter').selectAll().where('entity_id', '=', house.entityId).execute();
      const standing = (register: string, year: number): number => counters.find((one) => one.register === register && one.year === year)?.last ?? 0;
      return [...highest.values()].map(({ register, year, number }) => ({ register, year, stands: standing(register, year), seen: number })).filter(({ stands, seen }) => stands < seen);
    },
  };
}
