import { acknowledgeBy, dayIn, houseGroups, usualElimination, type PurgeWarning, type Settings } from '@bannette/domain';
import type { House } from '@bannette/house';
import { newId, type Tx } from '@bannette/store';
import { notify } from '../tell.js';
import { headsOf, namesOf, type ToldCampaign } from './campaign.js';

/**
 * Tells the heads of each producing service, and the DPO, of a purge that is to come; each warning once a service, however
 * often it is asked for and whoever answers for it since. They take note of it in time, or the general direction is told.
 */
export async function warn(tx: Tx, house: House, campaign: ToldCampaign, warning: PurgeWarning): Promise<void> {
  const settings = await house.settings();
  const dpo = { audience: houseGroups.dpo, service: undefined, label: namesOf(campaign, settings), mails: campaign.mails };
  for (const { audience, service, label, mails } of [...headsOf(campaign, settings), dpo]) {
    if (!(await warned(tx, house, settings, { campaign: campaign.id, warning, audience, service }))) continue;
    const params = { number: campaign.chrono, count: mails, service: label, campaign: campaign.id, ...(campaign.startsOn ? { day: campaign.startsOn } : {}) };
    await notify(tx, { audience, kind: `campaign.${warning}`, key: noticeKey(campaign.id, service), params, link: `/campaigns/${campaign.id}` });
  }
}

/** One head may answer for several services. */
export const noticeKey = (campaign: string, service: string | undefined): string => (service ? `${campaign}:${service}` : campaign);

/** Whether it was written just now that the audience is told. */
async function warned(tx: Tx, house: House, { authority, calendar }: Settings, { campaign, warning, audience, service }: { readonly campaign: string; readonly warning: PurgeWarning; readonly audience: string; readonly service: string | undefined }): Promise<boolean> {
  const now = house.now();
  const by = acknowledgeBy(dayIn(authority.timeZone, now), usualElimination(authority).acknowledgeDays, calendar);
  const made = await tx.trx
    .insertInto('purge_warning')
    .values({ id: newId(), entity_id: house.entityId, campaign_id: campaign, warning, audience, service: service ?? null, told_at: now, acknowledge_by: by, acknowledged_at: null, acknowledged_by: null, acknowledged_by_name: null, escalated_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(made.numInsertedOrUpdatedRows) > 0;
}
