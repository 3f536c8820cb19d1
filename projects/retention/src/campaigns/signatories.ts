import type { StandIns } from '@bannette/domain';
import { headsAbove, type House } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';

/** Who can sign for the producing services of a campaign beside their heads. */
export async function standInsOf(house: House, db: Kysely<Database>, id: string, services: readonly string[]): Promise<StandIns> {
  if (!services.length) return {};
  const above = await headsAbove(db, services, await house.settings());
  const named = await db.selectFrom('campaign_signatory').select(['service', 'person']).where('campaign_id', '=', id).execute();
  return Object.fromEntries(services.map((service) => [service, { above: above.get(service), named: named.find((each) => each.service === service)?.person }]));
}
