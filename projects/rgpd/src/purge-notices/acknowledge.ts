import { audiencesOf, belongs, headGroup, houseGroups, usualElimination, type Person } from '@bannette/domain';
import { forbidden, notFound, type Caller, type PurgeWarningView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Selectable } from 'kysely';

type WarningRow = Selectable<Database['purge_warning']>;

export interface Warnings {
  items: PurgeWarningView[];
  missing: number;
  yours: number;
  required: boolean;
}

/** Who was told of a campaign before its purge: all of it for who answers for it, their own service's for heads. */
export async function warningsOf(house: House, caller: Person, campaignId: string): Promise<Warnings> {
  const { db } = house.store;
  const campaign = await db.selectFrom('campaign').select('id').where('entity_id', '=', house.entityId).where('id', '=', campaignId).executeTakeFirst();
  const rows = await db.selectFrom('purge_warning').selectAll().where('campaign_id', '=', campaignId).orderBy('told_at').orderBy('id').execute();
  const seen = seesAll(caller) ? rows : rows.filter((row) => isFor(caller, row));
  if (!campaign || (!seen.length && !seesAll(caller))) throw notFound('campaign');
  const { services, authority } = await house.settings();
  const labelOf = (code: string): string => services.find((each) => each.code === code)?.label ?? code;
  return {
    items: seen.map((row) => ({
      warning: row.warning,
      ...(row.service ? { service: { code: row.service, label: labelOf(row.service) } } : {}),
      toldAt: row.told_at.toISOString(),
      acknowledgeBy: row.acknowledge_by,
      ...(row.acknowledged_at ? { acknowledgedAt: row.acknowledged_at.toISOString(), acknowledgedBy: row.acknowledged_by_name ?? row.acknowledged_by ?? '' } : {}),
      ...(row.escalated_at ? { escalatedAt: row.escalated_at.toISOString() } : {}),
    })),
    missing: seen.filter(({ acknowledged_at }) => !acknowledged_at).length,
    yours: rows.filter((row) => !row.acknowledged_at && isFor(caller, row)).length,
    required: usualElimination(authority).requireAcknowledgement,
  };
}

/** Who was told; or the head that a service has had since. */
const isFor = (person: Person, { audience, service }: Pick<WarningRow, 'audience' | 'service'>): boolean => audience === person.id || belongs(person, audience) || (service !== null && belongs(person, headGroup(service)));
const seesAll = (person: Person): boolean => [houseGroups.dpo, houseGroups.archives, houseGroups.approvers].some((group) => belongs(person, group));

/** Takes note of all that the person was told of a campaign so far, as head or DPO; their notices of it are read. Done again, it changes nothing. */
export async function acknowledge(house: House, call: { readonly caller: Caller; readonly correlationId: string; readonly params: { readonly id: string } }): Promise<Warnings> {
  const { caller, params } = call;
  await warningsOf(house, caller, params.id);
  const told = await house.store.db.selectFrom('purge_warning').selectAll().where('campaign_id', '=', params.id).execute();
  const mine = told.filter((row) => isFor(caller, row)).map(({ id }) => id);
  if (!mine.length) throw forbidden('acknowledgePurge');
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const noted = await tx.trx
      .updateTable('purge_warning')
      .set({ acknowledged_at: house.now(), acknowledged_by: caller.id, acknowledged_by_name: caller.displayName })
      .where('id', 'in', mine)
      .where('acknowledged_at', 'is', null)
      .returning(['audience', 'service', 'warning'])
      .execute();
    if (!noted.length) return;
    const { chrono } = await tx.trx.selectFrom('campaign').select('chrono').where('id', '=', params.id).executeTakeFirstOrThrow();
    tx.append({ type: 'campaign.acknowledged', subjectKind: 'campaign', subjectId: params.id, data: { chrono, services: [...new Set(noted.map(({ service }) => service ?? ''))].sort(), warnings: [...new Set(noted.map(({ warning }) => warning))] } });
    const read = await tx.trx.selectFrom('notice').select('id').where('entity_id', '=', house.entityId).where('audience', 'in', audiencesOf(caller)).where((eb) => eb.or([eb('key', '=', params.id), eb('key', 'like', `${params.id}:%`)])).where('kind', 'like', 'campaign.%').execute();
    if (read.length) await tx.trx.insertInto('notice_read').values(read.map(({ id }) => ({ notice_id: id, person: caller.id }))).onConflict((conflict) => conflict.doNothing()).execute();
  });
  return warningsOf(house, caller, params.id);
}
