import { belongs, dayIn, houseGroups, type CampaignState, type Person } from '@bannette/domain';
import { forbidden, type PurgeView } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql } from 'kysely';

const done: readonly CampaignState[] = ['executed', 'closed', 'cancelled', 'refused'];
/** The DPO knows of a campaign once its list is frozen; before, it is the archives' own work. */
const early: readonly CampaignState[] = ['draft', 'analysed', 'freezing'];

/** Campaigns that are to come, or that were, with who took note of them. */
export async function purges(house: House, caller: Person, query: { readonly limit: number; readonly after?: string; readonly done: boolean }): Promise<{ items: PurgeView[]; next?: string }> {
  if (![houseGroups.dpo, houseGroups.archives, houseGroups.approvers].some((group) => belongs(caller, group))) throw forbidden('purges');
  const { db } = house.store;
  const { services, authority } = await house.settings();
  let campaigns = db.selectFrom('campaign').selectAll().where('entity_id', '=', house.entityId).where('state', query.done ? 'in' : 'not in', [...done]);
  if (!belongs(caller, houseGroups.archives)) campaigns = campaigns.where('state', 'not in', [...early]).where((eb) => eb.or([eb('state', '<>', 'cancelled'), eb('validated_at', 'is not', null)]));
  if (query.after) campaigns = campaigns.where('id', '<', query.after);
  const rows = await campaigns.orderBy('id', 'desc').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  const ids = shown.map(({ id }) => id);
  if (!ids.length) return { items: [] };
  const [lines, items, warnings, certificates] = await Promise.all([
    db.selectFrom('campaign_line').select(['campaign_id', 'service', 'items']).where('campaign_id', 'in', ids).execute(),
    db.selectFrom('campaign_item').select((eb) => ['campaign_id', eb.fn.countAll<string>().as('mails')]).where('campaign_id', 'in', ids).where('state', '=', 'destroyed').groupBy('campaign_id').execute(),
    db.selectFrom('purge_warning').select(['campaign_id', 'audience', 'acknowledged_at', 'escalated_at']).where('campaign_id', 'in', ids).execute(),
    db.selectFrom('campaign_file').select(['campaign_id', sql<string>`(array_agg(id order by added_at desc))[1]`.as('id')]).where('campaign_id', 'in', ids).where('kind', '=', 'certificate').groupBy('campaign_id').execute(),
  ]);
  const of = <T extends { readonly campaign_id: string }>(all: readonly T[], id: string): readonly T[] => all.filter(({ campaign_id }) => campaign_id === id);
  const view = (campaign: (typeof shown)[number]): PurgeView => {
    const { id } = campaign;
    const [own, told] = [of(lines, id), of(warnings, id)];
    const certificate = of(certificates, id)[0]?.id;
    return {
      id,
      chrono: campaign.chrono,
      title: campaign.title,
      state: campaign.state,
      services: [...new Set(own.map(({ service }) => service))].map((code) => services.find((each) => each.code === code)?.label ?? code).sort((a, b) => a.localeCompare(b, 'fr')),
      mails: own.reduce((sum, line) => sum + line.items, 0),
      destroyed: Number(of(items, id)[0]?.mails ?? 0),
      ...(campaign.cooling_until ? { startsOn: dayIn(authority.timeZone, campaign.cooling_until) } : {}),
      ...(campaign.executed_at ? { executedAt: campaign.executed_at.toISOString() } : {}),
      ...(certificate ? { certificate } : {}),
      warnings: told.length,
      missing: told.filter(({ acknowledged_at }) => !acknowledged_at).length,
      escalated: told.filter(({ escalated_at }) => escalated_at).length,
      yours: told.filter(({ acknowledged_at, audience }) => !acknowledged_at && belongs(caller, audience)).length,
    };
  };
  return { items: shown.map(view), ...(rows.length > query.limit ? { next: shown.at(-1)?.id } : {}) };
}
