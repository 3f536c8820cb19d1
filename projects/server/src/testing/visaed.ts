import { dayIn } from '@bannette/domain';
import type { CampaignExecution, CampaignView, ProblemBody } from '@bannette/http';
import { sql } from 'kysely';
import type { Answer } from './client.js';
import type { Campaigns } from './campaigns.js';
import type { TestHouse } from './house.js';
import { until } from './until.js';

/** Campaigns with their visa, and what becomes of them. */
export interface Visaed {
  /** A campaign of exactly these mails with its visa; its days of reflection are over by both clocks unless told. */
  campaign(mails: readonly string[], options?: { readonly cooling?: boolean; readonly refuse?: readonly number[] }): Promise<CampaignView>;
  seen(id: string): Promise<CampaignExecution>;
  start(id: string): Promise<Answer<ProblemBody & CampaignExecution>>;
  /** Waits until it is in one of these states. */
  ended(id: string, ...states: readonly string[]): Promise<CampaignExecution>;
}

export function visaedCampaigns(house: TestHouse, campaigns: Campaigns, now: () => Date): Visaed {
  const { odile, hortense } = campaigns;
  const { db } = house.store;
  const seen = (id: string): Promise<CampaignExecution> => odile.get(`/campaigns/${id}/execution`);
  return {
    campaign: async (mails, { cooling = false, refuse = [] } = {}) => {
      let campaign = await campaigns.in('analysed');
      await db.deleteFrom('campaign_item').where('campaign_id', '=', campaign.id).where('subject_id', 'not in', mails).execute();
      for (const step of ['freeze', 'validate', 'approve', 'sign', 'submit'] as const) campaign = await campaigns.step(campaign.id, step);
      const lines = await db.selectFrom('campaign_line').select('line').where('campaign_id', '=', campaign.id).execute();
      await hortense.call('PUT', `/visas/${campaign.id}/notes`, { decisions: lines.map(({ line }) => (refuse.includes(line) ? { line, visa: 'refused', reason: 'intérêt historique' } : { line, visa: 'granted' })) });
      const { revision } = await odile.get<CampaignView>(`/campaigns/${campaign.id}`);
      const given = await hortense.call<ProblemBody>('POST', `/visas/${campaign.id}/give`, { revision, name: 'Hortense Aubry', on: dayIn('Europe/Paris', now()), reference: 'AD/2026/77', manifestSha512: campaign.manifestSha512 });
      if (given.status >= 300) throw new Error(JSON.stringify(given));
      if (!cooling) await sql`UPDATE campaign SET cooling_until = now() - interval '1 hour' WHERE id = ${campaign.id}`.execute(db);
      return odile.get(`/campaigns/${campaign.id}`);
    },
    seen,
    start: async (id) => odile.call('POST', `/campaigns/${id}/start`, { revision: (await seen(id)).revision }),
    ended: (id, ...states) =>
      until(`the campaign is ${states.join(' or ')}`, async () => {
        const found = await seen(id).catch(() => undefined);
        return found && states.includes(found.state) && found;
      }, 120_000),
  };
}
