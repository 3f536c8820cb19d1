import { dayIn, judge, usualElimination, type Settings } from '@bannette/domain';
import type { Call, CampaignView, Contract } from '@bannette/http';
import { faultOf, type House } from '@bannette/house';
import type { Database, Tx } from '@bannette/store';
import { sql, type Insertable, type Kysely, type RawBuilder } from 'kysely';
import { registerCandidates } from '../series/index.js';
import { actOnCampaign, lockCampaign, type CampaignRow } from './act.js';
import { askRecords } from './ask-records.js';
import { candidateOf, factsNow, type CandidateFacts } from './facts.js';
import { noWork } from './draft.js';
import { viewCampaign } from './view.js';

/** Name of the job that judges what fell due. */
export const analyseTask = 'campaign.analyse';
const atOnce = 250;

/** Judges anew what fell due: what an analysis before has found is forgotten. */
export async function analyseCampaign(house: House, call: Call<Contract['analyseCampaign']>): Promise<CampaignView> {
  await actOnCampaign(house, call, {
    action: 'analyse',
    change: async (campaign, tx) => {
      await tx.trx.deleteFrom('campaign_item').where('campaign_id', '=', campaign.id).execute();
      const [total, fund] = [await count(tx.trx, campaign), await fundOf(tx.trx, house.entityId)];
      await tx.enqueue(analyseTask, { campaignId: campaign.id }, { key: `${analyseTask}:${campaign.id}`, maxAttempts: 25 });
      return { set: { ...noWork, work: 'analysis', work_total: total, work_at: house.now(), analysed_at: null, fund }, entry: { type: 'campaign.analysisAsked', data: { candidates: total } } };
    },
  });
  return viewCampaign(house, call.caller, call.params.id);
}

/** Mails of the authority that are still there: what a campaign's share is of. */
async function fundOf(db: Kysely<Database>, entityId: string): Promise<number> {
  const { n } = await db.selectFrom('mail').select((eb) => eb.fn.countAll<string>().as('n')).where('entity_id', '=', entityId).where('eliminated_at', 'is', null).where('state', '<>', 'voided').executeTakeFirstOrThrow();
  return Number(n);
}

/**
 * Whatever either computation has found due: what only one of them says is a conflict, not a mail left out. A campaign of
 * terms of personal data is about the mails that it proposes.
 */
function candidates({ id, entity_id, until, services, rows }: CampaignRow): RawBuilder<unknown> {
  return sql`
    (SELECT m.id FROM mail m LEFT JOIN mail_record r ON r.mail_id = m.id
    WHERE m.entity_id = ${entity_id} AND m.eliminated_at IS NULL AND (m.retention_due <= ${until}::date OR (r.state = 'dated' AND r.due <= ${until}::date))
      ${services.length ? sql`AND m.service = ANY (${services}::text[])` : sql``}
      ${rows.length ? sql`AND coalesce(r.row->>'code', m.retention_row, m.schedule_row) = ANY (${rows}::text[])` : sql``}
      AND NOT EXISTS (SELECT FROM personal_term p WHERE p.campaign_id = ${id})
    UNION SELECT m.id FROM personal_term p JOIN mail m ON m.id = p.mail_id WHERE p.campaign_id = ${id} AND m.eliminated_at IS NULL) AS due`;
}
async function count(db: Kysely<Database>, campaign: CampaignRow): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM ${candidates(campaign)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** The job: slice after slice, each committed with how far it came; a killed one goes on there. */
export async function analyse(house: House, campaignId: string): Promise<void> {
  const { db } = house.store;
  const settings = await house.settings();
  for (;;) {
    const campaign = await db.selectFrom('campaign').selectAll().where('id', '=', campaignId).where('work', '=', 'analysis').executeTakeFirst();
    if (!campaign) return;
    const { rows } = await sql<{ id: string }>`SELECT id FROM ${candidates(campaign)} WHERE ${campaign.work_after}::uuid IS NULL OR id > ${campaign.work_after}::uuid ORDER BY id LIMIT ${atOnce}`.execute(db);
    const ids = rows.map(({ id }) => id);
    const items = await judged(house, campaign, ids, settings).catch(async (error: unknown) => {
      await noteFailure(house, campaignId, 'analysis', error);
      throw error;
    });
    if (await keepSlice(house, campaign, ids, items)) return;
  }
}

/** What keeps a job from getting on, for the page; the job tries again. */
export async function noteFailure(house: House, campaignId: string, work: 'analysis' | 'freezing', error: unknown): Promise<void> {
  const { code } = faultOf(error) as { code?: string };
  await house.store.db.updateTable('campaign').set({ work_failure: JSON.stringify({ code: code ?? 'unexpected' }) }).where('id', '=', campaignId).where('work', '=', work).execute();
}

type Item = Insertable<Database['campaign_item']>;

async function judged(house: House, campaign: CampaignRow, ids: readonly string[], settings: Settings): Promise<Item[]> {
  const facts = await factsNow(house, campaign.id, ids);
  return (await judgeAll(house, facts, campaign.until, settings)).map(({ facts: mail, judgement }) => ({
    campaign_id: campaign.id,
    subject_kind: 'mail',
    subject_id: mail.id,
    mail_id: mail.id,
    service: mail.service,
    row: judgement.row?.code ?? mail.row_code,
    year: judgement.trigger ? Number(judgement.trigger.slice(0, 4)) : null,
    due: judgement.due ?? null,
    ags_due: judgement.agsDue ?? null,
    verdict: judgement.verdict,
    cause: judgement.cause ?? null,
    params: JSON.stringify(judgement.params),
    metadata_sha512: null,
    line: null,
    position: null,
    destroyed_at: null,
  }));
}

/** The verdict on each, with AGS asked now; never of a day that has not come. */
export async function judgeAll(house: House, facts: readonly CandidateFacts[], until: string, settings: Settings) {
  const today = dayIn(settings.authority.timeZone, house.now());
  const bounds = { until: until < today ? until : today, minYears: usualElimination(settings.authority).minYears };
  // AGS is asked only where the store alone would not keep the mail already.
  const open = facts.filter((mail) => judge(candidateOf(mail, new Map(mail.parts.map(({ node }) => [node, { node, seen: 'record' as const }])), settings), bounds).verdict !== 'keep');
  const seen = await askRecords(house, open.flatMap((mail) => (mail.record_row ? mail.parts.map(({ node, sizes }) => ({ node, sizes, row: mail.record_row as NonNullable<typeof mail.record_row> })) : [])));
  return facts.map((mail) => ({ facts: mail, judgement: judge(candidateOf(mail, seen, settings), bounds) }));
}

/** Answers whether the work is done, or was taken over by another. */
async function keepSlice(house: House, { id, work_after, work_done }: CampaignRow, ids: readonly string[], items: readonly Item[]): Promise<boolean> {
  return house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    const now = await lockCampaign(tx, house.entityId, id);
    if (now?.work !== 'analysis' || now.work_after !== work_after) return now?.work !== 'analysis';
    if (items.length) await tx.trx.insertInto('campaign_item').values([...items]).onConflict((conflict) => conflict.columns(['campaign_id', 'subject_kind', 'subject_id']).doNothing()).execute();
    const last = ids.length < atOnce;
    await tx.trx.updateTable('campaign').set({ work_done: work_done + ids.length, work_at: house.now(), work_failure: null, ...(ids.length ? { work_after: ids.at(-1) ?? null } : {}) }).where('id', '=', id).execute();
    if (last) {
      await addRegisters(house, tx, now);
      await finish(house, tx, id);
    }
    return last;
  });
}

/** Registers of mail are a series of their own, with their own row: a day's is an item as a mail is. */
async function addRegisters(house: House, tx: Tx, { id, until, services, rows }: CampaignRow): Promise<void> {
  const due = await registerCandidates(house, tx.trx, until);
  const wanted = due.filter(({ row, service }) => (!rows.length || rows.includes(row)) && (!services.length || services.includes(service ?? '')));
  const claims = new Map((await tx.trx.selectFrom('campaign_claim').innerJoin('campaign', 'campaign.id', 'campaign_id').select(['subject_id', 'chrono']).where('subject_kind', '=', 'register').execute()).map(({ subject_id, chrono }) => [subject_id, chrono]));
  const items = wanted.map(({ day, row, service, year, due: on, verdict, cause }): Item => {
    const other = verdict === 'destroy' ? claims.get(day) : undefined;
    return { campaign_id: id, subject_kind: 'register', subject_id: day, mail_id: null, service: service ?? null, row, year, due: on, ags_due: null, verdict: other ? 'keep' : verdict, cause: other ? 'otherCampaign' : (cause ?? null), params: JSON.stringify(other ? { campaign: other } : {}), metadata_sha512: null, line: null, position: null, destroyed_at: null };
  });
  if (items.length) await tx.trx.insertInto('campaign_item').values(items).onConflict((known) => known.doNothing()).execute();
}

async function finish(house: House, tx: Tx, id: string): Promise<void> {
  const rows = await tx.trx.selectFrom('campaign_item').select((eb) => ['verdict', eb.fn.countAll<string>().as('n')]).where('campaign_id', '=', id).groupBy('verdict').execute();
  const counts = Object.fromEntries(rows.map(({ verdict, n }) => [verdict, Number(n)]));
  const { revision, chrono } = await tx.trx.selectFrom('campaign').select(['revision', 'chrono']).where('id', '=', id).executeTakeFirstOrThrow();
  await tx.trx.updateTable('campaign').set({ state: 'analysed', analysed_at: house.now(), work: null, work_after: null, revision: revision + 1 }).where('id', '=', id).execute();
  tx.append({ type: 'campaign.analysed', subjectKind: 'campaign', subjectId: id, data: { chrono, ...counts } });
}

