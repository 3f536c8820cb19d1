import { coolingIsOver, usualElimination } from '@bannette/domain';
import { acknowledgementsMissing } from '@bannette/house';
import { conflict, type Call, type CampaignExecution, type Contract } from '@bannette/http';
import { sql } from 'kysely';
import { actOnCampaign } from '../campaigns/act.js';
import { canDestroy, type Execution } from './execution.js';
import { askToRun } from './run.js';
import { viewExecution } from './view.js';

/** Begins to destroy, once the days of reflection are over by this machine's clock and by the database's. */
export async function startCampaign(execution: Execution, call: Call<Contract['startCampaign']>): Promise<CampaignExecution> {
  const { house } = execution;
  await actOnCampaign(house, call, {
    action: 'start',
    change: async (campaign, tx) => {
      if (!canDestroy(execution)) throw conflict('noPurgeAccount', 'The account that destroys is not known here');
      const missing = usualElimination((await house.settings()).authority).requireAcknowledgement ? await acknowledgementsMissing(tx.trx, campaign.id) : [];
      if (missing.length) throw conflict('notAcknowledged', 'Somebody has not taken note of it yet', { missing: missing.length });
      const { rows } = await sql<{ now: Date }>`SELECT clock_timestamp() AS now`.execute(tx.trx);
      const until = campaign.cooling_until;
      if (!until || !coolingIsOver(until, { house: house.now(), database: rows[0]?.now ?? new Date(0) })) throw conflict('stillCooling', 'The days of reflection are not over', { until: until?.toISOString() ?? '' });
      await sql`UPDATE campaign_item i SET state = CASE WHEN l.visa = 'granted' THEN 'pending' ELSE 'refused' END FROM campaign_line l WHERE l.campaign_id = i.campaign_id AND l.line = i.line AND i.campaign_id = ${campaign.id} AND i.position IS NOT NULL`.execute(tx.trx);
      // What was refused can be in another list from now on.
      await sql`DELETE FROM campaign_claim c USING campaign_item i WHERE i.campaign_id = ${campaign.id} AND c.campaign_id = i.campaign_id AND c.subject_kind = i.subject_kind AND c.subject_id = i.subject_id AND i.state = 'refused'`.execute(tx.trx);
      const { n } = await tx.trx.selectFrom('campaign_item').select((eb) => eb.fn.countAll<string>().as('n')).where('campaign_id', '=', campaign.id).where('state', '=', 'pending').executeTakeFirstOrThrow();
      await askToRun(tx, campaign.id, execution);
      return { set: { started_by: call.caller.id, started_at: house.now(), errors_in_row: 0 }, entry: { type: 'campaign.started', data: { items: Number(n), visa: campaign.visa_reference ?? '' } } };
    },
  });
  return viewExecution(execution, call.caller, call.params.id);
}

export async function stopCampaign(execution: Execution, call: Call<Contract['stopCampaign']>): Promise<CampaignExecution> {
  await actOnCampaign(execution.house, call, {
    action: 'stop',
    change: () => ({ set: { stopped_because: JSON.stringify({ code: 'byPerson', params: { name: call.caller.displayName } }) }, entry: { type: 'campaign.stopped', data: { code: 'byPerson' }, personal: { reason: call.body.reason } } }),
  });
  return viewExecution(execution, call.caller, call.params.id);
}

/** Goes on; what was given up because nobody answered is tried again, what differed from the list is not. */
export async function resumeCampaign(execution: Execution, call: Call<Contract['resumeCampaign']>): Promise<CampaignExecution> {
  const { house } = execution;
  await actOnCampaign(house, call, {
    action: 'resume',
    change: async (campaign, tx) => {
      if (!canDestroy(execution)) throw conflict('noPurgeAccount', 'The account that destroys is not known here');
      await sql`UPDATE campaign_item SET state = 'pending', attempts = 0 WHERE campaign_id = ${campaign.id} AND state = 'failed' AND failure->>'code' = 'notDone'`.execute(tx.trx);
      await sql`UPDATE campaign_item SET attempts = 0 WHERE campaign_id = ${campaign.id} AND state = 'executing'`.execute(tx.trx);
      await askToRun(tx, campaign.id, execution);
      return { set: { stopped_because: null, errors_in_row: 0, resumed_at: house.now() }, entry: { type: 'campaign.resumed', personal: { reason: call.body.reason } } };
    },
  });
  return viewExecution(execution, call.caller, call.params.id);
}
