import { foldedLines } from '@bannette/domain';
import { Problem, type Call, type Contract } from '@bannette/http';
import type { House } from '@bannette/house';
import { z } from 'zod';
import { requireAction } from './card.js';

const answer = z.object({ features: z.array(z.object({ properties: z.looseObject({ name: z.string(), postcode: z.string().optional(), city: z.string().optional() }) })) });
const patienceMs = 2_000;

/**
 * Proposes addresses as one types, by a service that answers as France's address base does (addok: `?q=…&limit=…`, GeoJSON).
 * Only what was typed is sent to it; without one, nothing is proposed.
 */
export async function completeAddress(house: House, url: string | undefined, { query, caller }: Call<Contract['completeAddress']>) {
  await requireAction(house, caller, 'see');
  if (!url) return { items: [], available: false };
  const asked = new URL(url);
  asked.searchParams.set('q', query.q);
  asked.searchParams.set('limit', '8');
  const found = await fetch(asked, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' })
    .then(async (response) => (response.ok ? answer.safeParse(await response.json()) : undefined))
    .catch(() => undefined);
  if (!found?.success) throw new Problem(503, 'addressesUnavailable', 'The service that completes addresses does not answer');
  return { available: true, items: found.data.features.map(({ properties: { name, postcode, city } }) => ({ lines: foldedLines([name]).slice(0, 4), postcode, city: city?.slice(0, 32) })) };
}
