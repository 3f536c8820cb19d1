import { mayWithCampaign, printedDigestLength } from '@bannette/domain';
import { notFound, type Caller, type CampaignVisaView } from '@bannette/http';
import { displayNames, type House } from '@bannette/house';
import { sql } from 'kysely';
import { forRightsOf } from '../campaigns/act.js';

/** The visa of a campaign, for the people of the house who may see it. */
export async function campaignVisa(house: House, caller: Caller, id: string): Promise<CampaignVisaView> {
  const { db } = house.store;
  const campaign = await db.selectFrom('campaign').selectAll().where('id', '=', id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!campaign || !mayWithCampaign(caller, 'read', await forRightsOf(house, db, campaign))) throw notFound('campaign');
  const { visa_by: by, visa_on: on, visa_reference: reference, visa_recorded_at: at, visa_recorded_by: recorder, visa_how: how } = campaign;
  const sent = { submittedAt: campaign.submitted_at?.toISOString(), printedDigest: campaign.manifest_sha512?.slice(0, printedDigestLength) };
  if (!by || !on || !reference || !at || !recorder || !how) return sent;
  const [names, lines] = await Promise.all([
    displayNames(db, [recorder]),
    db.selectFrom('campaign_line').select([sql<number>`count(*) filter (where visa = 'granted')::int`.as('granted'), sql<number>`count(*) filter (where visa = 'refused')::int`.as('refused')]).where('campaign_id', '=', id).executeTakeFirstOrThrow(),
  ]);
  return { ...sent, given: { how, by, on, reference, recordedBy: names(recorder).displayName, recordedAt: at.toISOString(), coolingUntil: campaign.cooling_until?.toISOString(), ...lines, file: campaign.visa_file ?? undefined, signatures: [...campaign.visa_signatures] } };
}
