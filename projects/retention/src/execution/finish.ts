import { addDays, dayIn, usualElimination } from '@bannette/domain';
import { faultOf, type House } from '@bannette/house';
import { sha256Of } from '@bannette/seal';
import { newId, tryAdvisoryLock, type TaskHandler } from '@bannette/store';
import { boxesSettled } from '../boxes/index.js';
import { moveCampaign } from '../campaigns/act.js';
import { bySystem, finishTask, type Execution, type ExecutionOptions } from './execution.js';
import { outcomesOf, reportPdf } from './report.js';
import { askToFinish, askToRun } from './run.js';
import { takeBackVisas } from './undo-visa.js';

const lookAgainMs = 2_000;

/** Ends an execution once every item has its outcome and Alfresco has lost the last word of the last folder: the report is written for ever. */
export function finish(execution: Execution): TaskHandler {
  return async (payload) => {
    const campaignId = String(payload.campaignId);
    await tryAdvisoryLock(execution.house.store, `${finishTask}:${campaignId}`, async () => {
      if (await stillMirroring(execution.house, campaignId)) return execution.house.store.transaction(bySystem(execution.house), (tx) => askToFinish(tx, campaignId, new Date(Date.now() + lookAgainMs)));
      await moveCampaign(execution.house, campaignId, async (campaign, tx) => {
        if (campaign.state !== 'executing') return undefined;
        const left = await tx.trx.selectFrom('campaign_item').select('subject_id').where('campaign_id', '=', campaignId).where('state', 'in', ['pending', 'executing']).limit(1).execute();
        if (left.length) return undefined;
        const { house } = execution;
        const at = house.now();
        const { authority } = await house.settings();
        const outcomes = await outcomesOf(tx.trx, campaign);
        const csvSha256 = sha256Of(outcomes.csv).toString('hex');
        const executedOn = new Intl.DateTimeFormat('fr-FR', { timeZone: authority.timeZone, dateStyle: 'long', timeStyle: 'short' }).format(at);
        const pdf = await reportPdf({ authority: authority.name, chrono: campaign.chrono, title: campaign.title, manifest: campaign.manifest_sha512 ?? '', csvSha256, executedOn }, outcomes);
        const files = [['csv', 'text/csv; charset=utf-8', outcomes.csv], ['pdf', 'application/pdf', pdf]] as const;
        await tx.trx.insertInto('campaign_file').values(files.map(([end, media_type, bytes]) => ({ id: newId(), campaign_id: campaignId, kind: 'report' as const, name: `${campaign.chrono}-rapport.${end}`, media_type, bytes, sha256: sha256Of(bytes), added_by: 'system', added_at: at }))).execute();
        await tx.trx.deleteFrom('campaign_claim').where('campaign_id', '=', campaignId).execute();
        const backups = addDays(dayIn(authority.timeZone, at), usualElimination(authority).backupDays);
        const { mails, registers, documents, bytes } = outcomes.destroyed;
        return { set: { state: 'executed', executed_at: at, backups_until: backups, outcome_root: outcomes.root, errors_in_row: 0 }, entry: { type: 'campaign.executed', data: { mails, registers, documents, bytes, excepted: outcomes.excepted, root: outcomes.root, report: csvSha256, backupsUntil: backups } } };
      });
    });
  };
}

async function stillMirroring({ store }: House, campaignId: string): Promise<boolean> {
  const rows = await store.db.selectFrom('campaign_item').innerJoin('mail', 'mail.id', 'campaign_item.mail_id').select('mail.id').where('campaign_id', '=', campaignId).where('campaign_item.state', '=', 'destroyed').where('mail.gone_at', 'is', null).where('mail.node_name', 'is not', null).whereRef('mail.applied_version', '<', 'mail.desired_version').limit(1).execute();
  return rows.length > 0;
}

/**
 * Every night: campaigns whose backups have expired, which are certified and whose boxes have gone are closed; those that a
 * lost job left standing are gone on with. What was kept because Alfresco held it loses its visa once it is free.
 */
export async function tendCampaigns(house: House, options: Pick<ExecutionOptions, 'hands'> = {}): Promise<void> {
  const today = dayIn((await house.settings()).authority.timeZone, house.now());
  const over = await house.store.db.selectFrom('campaign').select('id').where('entity_id', '=', house.entityId).where('state', '=', 'executed').where('backups_until', '<', today).where('certified_at', 'is not', null).execute();
  for (const { id } of over) {
    await moveCampaign(house, id, async (campaign, tx) => (campaign.state === 'executed' && (await boxesSettled(tx.trx, id)) ? { set: { state: 'closed' }, entry: { type: 'campaign.closed', data: { backupsUntil: campaign.backups_until ?? '' } } } : undefined)).catch((error: unknown) => house.log.error({ campaign: id, ...faultOf(error) }, 'A campaign could not be closed'));
  }
  await askForHands(house, options);
  await takeBackVisas(house);
}

/** As many hands as are told, for what is being carried out: at each start, where they may be more than before, and every night. */
export async function askForHands(house: House, options: Pick<ExecutionOptions, 'hands'>): Promise<void> {
  const going = await house.store.db.selectFrom('campaign').select('id').where('entity_id', '=', house.entityId).where('state', '=', 'executing').execute();
  for (const { id } of going) await house.store.transaction(bySystem(house), (tx) => askToRun(tx, id, options));
}
