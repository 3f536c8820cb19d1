import type { Area, Finding } from './report.js';
import type { Surroundings } from './surroundings.js';

/** What a check can't do without. */
export type Need = 'eyes' | 'service' | 'records' | 'db';

export interface Check {
  readonly name: string;
  readonly area: Area;
  readonly needs: readonly Need[];
  /** Everything that is worth telling; nothing when all is well. */
  run(surroundings: Surroundings): Promise<readonly Finding[]>;
}

type Having<N extends Need> = Surroundings & { readonly [K in N]-?: NonNullable<Surroundings[K]> };

/** A line of the table of checks; `run` is only called with what the check needs. */
export function check<N extends Need = never>(name: string, area: Area, needs: readonly N[], run: (surroundings: Having<N>) => Promise<readonly Finding[]>): Check {
  return { name, area, needs, run: run as Check['run'] };
}
