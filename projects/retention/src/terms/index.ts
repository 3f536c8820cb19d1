import type { House } from '@bannette/house';
import { tryAdvisoryLock } from '@bannette/store';
import { computeTerms } from './compute.js';
import { proposeTerms } from './propose.js';

/** Each day: when personal data come to their term, and what is proposed because they have. One process at a time. */
export async function keepTerms(house: House): Promise<void> {
  await tryAdvisoryLock(house.store, 'retention.terms', async () => {
    await computeTerms(house);
    await proposeTerms(house);
  });
}
