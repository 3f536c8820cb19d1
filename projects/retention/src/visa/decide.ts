import { afterVisa, dayIn, visaFlaw, type GivenVisa, type Settings } from '@bannette/domain';
import { conflict, invalid } from '@bannette/http';
import type { Tx } from '@bannette/store';
import { sql } from 'kysely';
import type { CampaignChange, CampaignRow } from '../campaigns/act.js';

export interface Decided extends GivenVisa {
  /** Who decided, as they sign. */
  readonly name: string;
  readonly reference: string;
  readonly how: 'online' | 'paper';
}

/**
 * Writes a visa on a locked campaign: each line's decision for ever, items of refused lines let go of, and the days of
 * reflection from now by the database's clock; a visa that grants nothing ends the campaign.
 *
 * @throws 409 `visaOtherList`; 422 for any other flaw of `visaFlaw`
 */
export async function decide(tx: Tx, campaign: CampaignRow, { decisions, digest, on, name, reference, how }: Decided, { authority }: Settings, now: Date): Promise<CampaignChange> {
  const lines = await tx.trx.selectFrom('campaign_line').select(['line', 'items']).where('campaign_id', '=', campaign.id).orderBy('line').execute();
  const manifest = campaign.manifest_sha512 ?? '';
  const flaw = visaFlaw({ decisions, digest, on }, { lines: lines.map(({ line }) => line), manifest, submittedOn: dayIn(authority.timeZone, campaign.submitted_at ?? now), today: dayIn(authority.timeZone, now) });
  if (flaw) throw flaw.code === 'visaOtherList' ? conflict(flaw.code, 'It is the digest of another list') : invalid(flaw.code, 'The visa can’t count like this', { ...flaw.params });
  await sql`UPDATE campaign_line l SET visa = d.visa, visa_reason = d.reason FROM jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) AS d(line int, visa text, reason text) WHERE l.campaign_id = ${campaign.id} AND l.line = d.line`.execute(tx.trx);
  const refused = decisions.filter(({ visa }) => visa === 'refused').map(({ line }) => line);
  if (refused.length) await letGo(tx, campaign.id, refused);
  await tx.trx.deleteFrom('visa_draft').where('campaign_id', '=', campaign.id).execute();
  const state = afterVisa(decisions);
  const itemsOf = (of: 'granted' | 'refused'): number => lines.filter(({ line }) => refused.includes(line) === (of === 'refused')).reduce((sum, { items }) => sum + items, 0);
  const given = { visa_by: name, visa_on: on, visa_reference: reference, visa_manifest_sha512: manifest, visa_recorded_by: tx.context.actor, visa_how: how };
  const at = await reflection(tx, campaign.cooling_days);
  return {
    set: { ...given, state, visa_recorded_at: at.now, cooling_until: state === 'cooling' ? at.until : null },
    entry: { type: state === 'cooling' ? 'campaign.visaRecorded' : 'campaign.refused', data: { how, on, reference, manifest, granted: decisions.length - refused.length, refused: refused.length, grantedItems: itemsOf('granted'), refusedItems: itemsOf('refused') }, personal: { name } },
  };
}

/** Items of refused lines stay as they are, and another campaign may take them again. */
async function letGo(tx: Tx, campaignId: string, lines: readonly number[]): Promise<void> {
  await tx.trx.updateTable('campaign_item').set({ state: 'refused' }).where('campaign_id', '=', campaignId).where('line', 'in', lines).where('position', 'is not', null).execute();
  await sql`DELETE FROM campaign_claim c USING campaign_item i WHERE c.campaign_id = ${campaignId} AND i.campaign_id = c.campaign_id AND i.subject_kind = c.subject_kind AND i.subject_id = c.subject_id AND i.line = ANY(${lines})`.execute(tx.trx);
}

async function reflection(tx: Tx, days: number): Promise<{ readonly now: Date; readonly until: Date }> {
  const { rows } = await sql<{ now: Date; until: Date }>`SELECT now() AS now, now() + make_interval(days => ${days}) AS until`.execute(tx.trx);
  return rows[0] as { now: Date; until: Date };
}
