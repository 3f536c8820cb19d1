import { dayIn, directionOf, headGroup, houseGroups, isIgnored, isTimeToTell, notWorked, usualElimination, type Settings } from '@bannette/domain';
import type { House } from '@bannette/house';
import { tryAdvisoryLock, type Tx } from '@bannette/store';
import { notify } from '../tell.js';
import { toldCampaign } from './campaign.js';
import { remindOfSortings } from './tell-sortings.js';
import { warn } from './warn.js';

/** Each day: asks again about sortings; warns once more of executions that may soon begin, and tells the general direction what nobody took note of. One process at a time. */
export async function watchPurges(house: House): Promise<void> {
  await tryAdvisoryLock(house.store, 'rgpd.purges', async () => {
    await warnOfSoon(house);
    await escalate(house);
    await remindOfSortings(house);
  });
}

async function warnOfSoon(house: House): Promise<void> {
  const { authority } = await house.settings();
  const today = dayIn(authority.timeZone, house.now());
  const waiting = await house.store.db.selectFrom('campaign').select('id').where('entity_id', '=', house.entityId).where('state', '=', 'cooling').execute();
  for (const { id } of waiting) {
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
      const campaign = await toldCampaign(tx.trx, house, id);
      if (campaign?.state === 'cooling' && campaign.startsOn && isTimeToTell(today, campaign.startsOn, usualElimination(authority).warnDays)) await warn(tx, house, campaign, 'soon');
    });
  }
}

/** On days that are worked, so that who is told can act on it. */
async function escalate(house: House): Promise<void> {
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  if (notWorked(today, settings.calendar)) return;
  const open = await house.store.db
    .selectFrom('purge_warning')
    .innerJoin('campaign', 'campaign.id', 'campaign_id')
    .select(['campaign_id', 'campaign.state', 'acknowledge_by'])
    .where('purge_warning.entity_id', '=', house.entityId)
    .where('acknowledged_at', 'is', null)
    .where('escalated_at', 'is', null)
    .where('acknowledge_by', '<', today)
    .execute();
  for (const id of new Set(open.filter(({ acknowledge_by, state }) => isIgnored(today, acknowledge_by, state)).map(({ campaign_id }) => campaign_id))) {
    await house.store.transaction({ entityId: house.entityId, actor: 'system' }, (tx) => escalateCampaign(tx, house, settings, { id, today }));
  }
}

async function escalateCampaign(tx: Tx, house: House, settings: Settings, { id, today }: { readonly id: string; readonly today: string }): Promise<void> {
  const campaign = await toldCampaign(tx.trx, house, id);
  const ignored = await tx.trx
    .updateTable('purge_warning')
    .set({ escalated_at: house.now() })
    .where('campaign_id', '=', id)
    .where('acknowledged_at', 'is', null)
    .where('escalated_at', 'is', null)
    .where('acknowledge_by', '<', today)
    .returning(['service', 'warning'])
    .execute();
  if (!campaign || !ignored.length) return;
  const services = [...new Set(ignored.map(({ service }) => service ?? ''))].sort();
  const labels = services.map((code) => settings.services.find((each) => each.code === code)?.label ?? (code || 'DPO'));
  const directions = services.filter(Boolean).map((code) => headGroup(directionOf(code, settings.services)));
  const link = `/campaigns/${id}`;
  for (const audience of new Set([...directions, houseGroups.approvers, houseGroups.archives])) {
    // Heads of a direction see the campaign only where its own mails are in it.
    await notify(tx, { audience, kind: 'campaign.ignored', key: `${id}:${today}`, params: { number: campaign.chrono, count: services.length, service: labels.join(', ') }, link: directions.includes(audience) ? '/notices' : link });
  }
  tx.append({ type: 'campaign.notAcknowledged', subjectKind: 'campaign', subjectId: id, data: { chrono: campaign.chrono, services, warnings: [...new Set(ignored.map(({ warning }) => warning))] } });
}
