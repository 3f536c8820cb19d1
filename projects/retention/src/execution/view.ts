import { belongs, campaignActions, houseGroups, isOpen, mayWithCampaign, withSortedOut, type Person } from '@bannette/domain';
import { forbidden, invalid, notFound, type Call, type Caller, type CampaignExecution, type CampaignOutcome, type Contract, type EliminatedThing, type Elimination } from '@bannette/http';
import { displayNames } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Selectable } from 'kysely';
import { forRightsOf, requireDeed, type CampaignRow } from '../campaigns/act.js';
import { canDestroy, type Execution } from './execution.js';

async function seen({ house }: Execution, caller: Caller, id: string, deed: 'read' | 'readItems' = 'read'): Promise<CampaignRow> {
  const { db } = house.store;
  const campaign = await db.selectFrom('campaign').selectAll().where('id', '=', id).where('entity_id', '=', house.entityId).executeTakeFirst();
  requireDeed(caller, deed, campaign, campaign && (await forRightsOf(house, db, campaign)));
  return campaign;
}

/** How far a campaign is carried out. @throws Problem 404 for who may not know of it */
export async function viewExecution(execution: Execution, caller: Caller, id: string): Promise<CampaignExecution> {
  const { house } = execution;
  const { db } = house.store;
  const campaign = await seen(execution, caller, id);
  const [counted, recent, boxes, names, rights] = await Promise.all([
    db.selectFrom('campaign_item').select((eb) => ['state', eb.fn.countAll<string>().as('n'), eb.fn.sum<string>('bytes').as('bytes')]).where('campaign_id', '=', id).where('position', 'is not', null).groupBy('state').execute(),
    sql<{ n: number; since: number }>`SELECT count(*)::int AS n, coalesce(extract(epoch FROM max(destroyed_at) - min(destroyed_at)), 0)::float AS since FROM campaign_item WHERE campaign_id = ${id} AND destroyed_at > ${new Date(house.now().getTime() - 300_000)}`.execute(db),
    db.selectFrom('campaign_box').select((eb) => [eb.fn.countAll<string>().as('total'), eb.fn.count<string>('destroyed_on').as('destroyed')]).where('campaign_id', '=', id).executeTakeFirstOrThrow(),
    displayNames(db, campaign.started_by ? [campaign.started_by] : []),
    forRightsOf(house, db, campaign),
  ]);
  const of = (...states: readonly string[]): number => counted.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + Number(n), 0);
  const { n = 0, since = 0 } = recent.rows[0] ?? {};
  return {
    id: campaign.id,
    chrono: campaign.chrono,
    state: campaign.state,
    revision: campaign.revision,
    total: of('pending', 'executing', 'destroyed', 'kept', 'failed'),
    refused: of('refused'),
    destroyed: of('destroyed'),
    kept: of('kept'),
    failed: of('failed'),
    left: of('pending', 'executing'),
    bytes: Number(counted.find(({ state }) => state === 'destroyed')?.bytes ?? 0),
    ...(campaign.state === 'executing' && n > 1 && since > 0 ? { perMinute: Math.round((600 * (n - 1)) / since) / 10 } : {}),
    errorsInRow: campaign.errors_in_row,
    maxErrors: campaign.max_errors,
    coolingUntil: campaign.cooling_until?.toISOString(),
    startedAt: campaign.started_at?.toISOString(),
    startedBy: campaign.started_by ? names(campaign.started_by) : undefined,
    stoppedBecause: campaign.state === 'stopped' ? (campaign.stopped_because ?? undefined) : undefined,
    executedAt: campaign.executed_at?.toISOString(),
    certifiedAt: campaign.certified_at?.toISOString(),
    outcomeRoot: campaign.outcome_root ?? undefined,
    backupsUntil: campaign.backups_until ?? undefined,
    boxes: { total: Number(boxes.total), destroyed: Number(boxes.destroyed) },
    canDestroy: canDestroy(execution),
    seals: execution.seal !== undefined,
    actions: campaignActions.filter((action) => mayWithCampaign(caller, action, rights)),
  };
}

export async function campaignOutcomes(execution: Execution, { caller, params, query }: Call<Contract['campaignOutcomes']>): Promise<{ items: CampaignOutcome[]; next?: string }> {
  await seen(execution, caller, params.id, 'readItems');
  let selection = execution.house.store.db.selectFrom('campaign_item').leftJoin('mail', 'mail.id', 'campaign_item.mail_id').selectAll('campaign_item').select('mail.chrono').where('campaign_id', '=', params.id).where('position', 'is not', null);
  if (query.state) selection = selection.where('campaign_item.state', '=', query.state);
  if (query.after) selection = selection.where('position', '>', wholeNumber(query.after));
  const rows = await selection.orderBy('position').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  return {
    items: shown.map((row) => ({
      kind: row.subject_kind,
      subject: row.subject_id,
      position: row.position ?? 0,
      line: row.line ?? undefined,
      chrono: row.chrono ?? undefined,
      row: row.row ?? undefined,
      year: row.year ?? undefined,
      documents: row.documents.length,
      bytes: Number(row.bytes),
      state: row.state,
      attempts: row.attempts,
      destroyedAt: row.destroyed_at?.toISOString(),
      failure: row.failure ?? undefined,
    })),
    next: rows.length > query.limit ? String(shown.at(-1)?.position) : undefined,
  };
}

export async function campaignItemSteps(execution: Execution, { caller, params }: Call<Contract['campaignItemSteps']>) {
  await seen(execution, caller, params.id, 'readItems');
  const rows = await execution.house.store.db.selectFrom('campaign_step').selectAll().where('campaign_id', '=', params.id).where('subject_kind', '=', params.kind).where('subject_id', '=', params.subject).orderBy('id').limit(1000).execute();
  return { items: rows.map(({ at, step, phase, node_id, facts }) => ({ at: at.toISOString(), step, phase, node: node_id ?? undefined, facts })) };
}

/** Numbers, rows and years alone: for those who keep the schedule, for the DPO, and for the mail room, which is asked about numbers. */
function requireEliminations(person: Person): void {
  if (![houseGroups.archives, houseGroups.dpo, houseGroups.mailRoom].some((group) => belongs(person, group))) throw forbidden('eliminations');
}

/** What is said of the ledger itself is for those who answer for it. */
export function requireRecordsOrDpo(person: Person): void {
  if (![houseGroups.archives, houseGroups.dpo].some((group) => belongs(person, group))) throw forbidden('eliminations');
}

export async function listEliminations({ house }: Execution, { caller, query }: Call<Contract['eliminations']>): Promise<{ items: Elimination[]; next?: string }> {
  requireEliminations(caller);
  const settings = await house.settings();
  let selection = house.store.db.selectFrom('elimination').selectAll().where('entity_id', '=', house.entityId);
  if (query.number) selection = selection.where(sql<boolean>`coalesce(chrono, subject_id) ILIKE ${`${query.number.replace(/[\\%_]/g, '\\$&')}%`}`);
  if (query.after) {
    const [at = '', id = ''] = query.after.split('~');
    if (Number.isNaN(Date.parse(at))) throw invalid('invalid', 'The cursor is not one of ours', { field: 'after' });
    selection = selection.where(sql<boolean>`(destroyed_at, subject_id) < (${new Date(at)}::timestamptz, ${id})`);
  }
  const rows = await selection.orderBy('destroyed_at', 'desc').orderBy('subject_id', 'desc').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return { items: shown.map((row) => view(row, withSortedOut(settings.schedule.rows))), next: rows.length > query.limit && last ? `${last.destroyed_at.toISOString()}~${last.subject_id}` : undefined };
}

export async function viewElimination({ house }: Execution, { caller, params }: Call<Contract['elimination']>): Promise<EliminatedThing> {
  requireEliminations(caller);
  const { db } = house.store;
  const row = await db.selectFrom('elimination').selectAll().where('entity_id', '=', house.entityId).where('subject_kind', '=', params.kind).where('subject_id', '=', params.subject).executeTakeFirst();
  if (!row) throw notFound('elimination');
  const mail = params.kind === 'mail' ? await db.selectFrom('mail').select(['service', 'state']).where('id', '=', params.subject).executeTakeFirst() : undefined;
  const campaign = await db.selectFrom('campaign').selectAll().where('id', '=', row.campaign_id).executeTakeFirst();
  return {
    ...view(row, withSortedOut((await house.settings()).schedule.rows)),
    nodes: row.nodes.map(({ node, part, name, sha512, size }) => ({ node, part, name, sha512, size })),
    manifestSha512: row.manifest_sha512,
    certifiedAt: campaign?.certified_at?.toISOString(),
    service: mail && !isOpen(mail.state) ? (mail.service ?? undefined) : undefined,
    seesCampaign: campaign !== undefined && mayWithCampaign(caller, 'read', await forRightsOf(house, db, campaign)),
  };
}

const view = (row: Selectable<Database['elimination']>, rows: readonly { readonly code: string; readonly label: string }[]): Elimination => ({
  kind: row.subject_kind,
  subject: row.subject_id,
  chrono: row.chrono ?? undefined,
  row: row.row,
  rowLabel: rows.find(({ code }) => code === row.row)?.label,
  year: row.year ?? undefined,
  due: row.due,
  documents: row.nodes.length,
  campaign: { id: row.campaign_id, chrono: row.campaign_chrono },
  visaReference: row.visa_reference,
  destroyedAt: row.destroyed_at.toISOString(),
  backupsUntil: row.backups_until,
});

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw invalid('invalid', 'The cursor is not one of ours', { field: 'after' });
  return Number(text);
}
