import { campaignActions, campaignWaitsFor, capsOf, isSecondPerson, mayStandIn, mayWithCampaign, rolesOnCampaign, signsFor, takenShare, type CampaignForRights, type Person, type Settings, type Verdict } from '@bannette/domain';
import { type Caller, type CampaignFileView, type CampaignLine, type CampaignView } from '@bannette/http';
import { displayNames, type House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type Selectable } from 'kysely';
import { forRightsOf, requireDeed, type CampaignRow } from './act.js';

/** The campaign as `caller` may see it. @throws Problem 404 for who may not know of it */
export async function viewCampaign(house: House, caller: Caller, id: string): Promise<CampaignView> {
  const { db } = house.store;
  const campaign = await db.selectFrom('campaign').selectAll().where('id', '=', id).where('entity_id', '=', house.entityId).executeTakeFirst();
  const rights = campaign && (await forRightsOf(house, db, campaign));
  requireDeed(caller, 'read', campaign, rights);
  const [settings, totals, signatures, signatories, files] = await Promise.all([house.settings(), totalsOf(db, [id]), signaturesOf(db, id), db.selectFrom('campaign_signatory').selectAll().where('campaign_id', '=', id).execute(), filesOf(db, id)]);
  const seen = rights as CampaignForRights;
  const total = totals.get(id) ?? noTotals;
  const names = await displayNames(db, [...campaign.archivists, campaign.frozen_by ?? '', campaign.visa_recorded_by ?? '', campaign.started_by ?? ''].filter(Boolean));
  const mine = serviceFilter(caller, seen);
  const fund = campaign.fund ?? 0;
  const signing = signaturesFor(caller, campaign, seen, settings, signatures, signatories);
  return {
    ...lineOf(caller, campaign, total, seen, signing.filter(({ by }) => !by).map(({ service }) => service), house.now()),
    revision: campaign.revision,
    services: campaign.services,
    rows: campaign.rows,
    maxItems: campaign.max_items,
    maxShare: campaign.max_share,
    maxErrors: campaign.max_errors,
    coolingDays: campaign.cooling_days,
    documents: total.documents,
    counts: total.counts,
    share: takenShare(total.counts.destroy, fund),
    refusals: campaign.state === 'analysed' ? [...capsOf({ items: total.counts.destroy, fund }, { maxItems: campaign.max_items, maxShare: campaign.max_share })] : [],
    steps: stepsOf(campaign, names),
    manifestSha512: campaign.manifest_sha512 ?? undefined,
    timestamp: campaign.manifest_token_at ? { at: campaign.manifest_token_at.toISOString(), authority: campaign.manifest_token_authority ?? '' } : undefined,
    signatures: mine ? signing.filter(({ service }) => mine.includes(service)) : signing,
    files: mayWithCampaign(caller, 'readFiles', seen) ? files : [],
    archivists: campaign.archivists.map(names),
    cancelledBecause: campaign.cancelled_because ?? undefined,
    actions: campaignActions.filter((action) => mayWithCampaign(caller, action, seen) && (action !== 'approve' || isSecondPerson(caller, { createdBy: campaign.created_by, validatedBy: campaign.validated_by }))),
  };
}

export interface Totals {
  readonly counts: { readonly [verdict in Verdict]: number };
  readonly documents: number;
  readonly bytes: number;
}
const noTotals: Totals = { counts: { keep: 0, destroy: 0, conflict: 0 }, documents: 0, bytes: 0 };

/** What each campaign's analysis came to; documents and bytes are those of what is to be eliminated. */
export async function totalsOf(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlyMap<string, Totals>> {
  if (!ids.length) return new Map();
  const rows = await db
    .selectFrom('campaign_item')
    .select((eb) => ['campaign_id', 'verdict', eb.fn.countAll<string>().as('items'), sql<string>`sum(jsonb_array_length(documents))`.as('documents'), eb.fn.sum<string>('bytes').as('bytes')])
    .where('campaign_id', 'in', ids)
    .groupBy(['campaign_id', 'verdict'])
    .execute();
  const totals = new Map<string, Totals>();
  for (const { campaign_id, verdict, items, documents, bytes } of rows) {
    const before = totals.get(campaign_id) ?? noTotals;
    const goes = verdict === 'destroy';
    totals.set(campaign_id, { counts: { ...before.counts, [verdict]: Number(items) }, documents: goes ? Number(documents) : before.documents, bytes: goes ? Number(bytes) : before.bytes });
  }
  return totals;
}

export function lineOf(caller: Person, campaign: CampaignRow, total: Totals | undefined, rights: CampaignForRights, unsigned: readonly string[], now: Date): CampaignLine {
  const waitingFor = campaignWaitsFor(campaign.state, { unsigned: unsigned.length, working: campaign.work !== null, resting: campaign.cooling_until !== null && campaign.cooling_until > now, certified: campaign.certified_at !== null });
  return {
    id: campaign.id,
    chrono: campaign.chrono,
    title: campaign.title,
    state: campaign.state,
    until: campaign.until,
    items: total?.counts.destroy ?? 0,
    bytes: total?.bytes ?? 0,
    createdAt: campaign.created_at.toISOString(),
    createdBy: { id: campaign.created_by, displayName: campaign.created_by_name },
    work: campaign.work ? { kind: campaign.work, done: campaign.work_done, total: campaign.work_total, at: campaign.work_at?.toISOString(), failure: campaign.work_failure ?? undefined } : undefined,
    waitingFor,
    yours: waitingFor !== undefined && waitsForPerson(caller, campaign, rights, waitingFor, unsigned),
  };
}

function waitsForPerson(caller: Person, campaign: CampaignRow, rights: CampaignForRights, waitingFor: NonNullable<CampaignLine['waitingFor']>, unsigned: readonly string[]): boolean {
  if (!rolesOnCampaign(caller, rights).includes(waitingFor)) return false;
  if (waitingFor === 'approver') return isSecondPerson(caller, { createdBy: campaign.created_by, validatedBy: campaign.validated_by });
  return waitingFor !== 'head' || unsigned.some((service) => isAskedToSign(caller, campaign, rights, service));
}

/** They sign for the service, and had no part in the list before where they only stand in for its head. */
function isAskedToSign(caller: Person, campaign: CampaignRow, { standIns }: CampaignForRights, service: string): boolean {
  const signing = signsFor(caller, service, standIns?.[service]);
  if (signing?.capacity === 'above' || signing?.capacity === 'named') return mayStandIn(caller.id, partsIn(campaign));
  return signing !== undefined;
}

export const partsIn = ({ created_by, validated_by, approved_by }: CampaignRow) => ({ createdBy: created_by, validatedBy: validated_by, approvedBy: approved_by });

/** Services whose lines the person sees; undefined: all. Who signs for some and is nothing else sees these. */
export function serviceFilter(caller: Person, rights: CampaignForRights): readonly string[] | undefined {
  const roles = rolesOnCampaign(caller, rights);
  return roles.every((role) => role === 'head') ? rights.services.filter((service) => signsFor(caller, service, rights.standIns?.[service])) : undefined;
}

export type SignatureRow = Pick<Selectable<Database['campaign_signature']>, 'service' | 'person' | 'person_name' | 'signed_at' | 'capacity' | 'replaces_name' | 'above'>;
export const signaturesOf = (db: Kysely<Database>, id: string): Promise<SignatureRow[]> => db.selectFrom('campaign_signature').select(['service', 'person', 'person_name', 'signed_at', 'capacity', 'replaces_name', 'above']).where('campaign_id', '=', id).orderBy('service').execute();

function signaturesFor(caller: Person, campaign: CampaignRow, rights: CampaignForRights, settings: Settings, signed: readonly SignatureRow[], signatories: readonly Selectable<Database['campaign_signatory']>[]): CampaignView['signatures'] {
  const labelOf = (service: string): string => settings.services.find(({ code }) => code === service)?.label ?? service;
  return rights.services.map((service) => {
    const signature = signed.find((each) => each.service === service);
    const named = signatories.find((each) => each.service === service);
    const standIn = signature ? undefined : rights.standIns?.[service];
    return {
      service,
      label: labelOf(service),
      ...(signature ? { by: { id: signature.person, displayName: signature.person_name }, at: signature.signed_at.toISOString() } : {}),
      ...(signature ? { capacity: signature.capacity, ...(signature.replaces_name ? { replaces: signature.replaces_name } : {}), ...(signature.above ? { above: labelOf(signature.above) } : {}) } : {}),
      ...(standIn?.above ? { above: labelOf(standIn.above) } : {}),
      ...(named ? { named: { by: { id: named.named_by, displayName: named.named_by_name }, person: { id: named.person, displayName: named.person_name }, reason: named.reason } } : {}),
      nameable: !signature && mayWithCampaign(caller, 'nameSignatory', rights),
      yours: !signature && campaign.state === 'approved' && isAskedToSign(caller, campaign, rights, service),
    };
  });
}

async function filesOf(db: Kysely<Database>, id: string): Promise<CampaignFileView[]> {
  const rows = await db
    .selectFrom('campaign_file')
    .select(['id', 'kind', 'name', 'media_type', 'added_at', sql<number>`octet_length(bytes)`.as('size'), sql<string>`encode(sha256, 'hex')`.as('digest')])
    .where('campaign_id', '=', id)
    .orderBy('added_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((file) => ({ id: file.id, kind: file.kind, name: file.name, mediaType: file.media_type, size: file.size, sha256: file.digest, addedAt: file.added_at.toISOString() }));
}

function stepsOf(campaign: CampaignRow, names: (id: string) => { id: string; displayName: string }): CampaignView['steps'] {
  const by = (id: string | null, name?: string | null): { id: string; displayName: string } | undefined => (id ? (name ? { id, displayName: name } : names(id)) : undefined);
  const steps = [
    ['created', campaign.created_at, by(campaign.created_by, campaign.created_by_name)],
    ['analysed', campaign.analysed_at, undefined],
    ['frozen', campaign.frozen_at, by(campaign.frozen_by)],
    ['validated', campaign.validated_at, by(campaign.validated_by, campaign.validated_by_name)],
    ['approved', campaign.approved_at, by(campaign.approved_by, campaign.approved_by_name)],
    ['submitted', campaign.submitted_at, by(campaign.submitted_by, campaign.submitted_by_name)],
    ['visa', campaign.visa_recorded_at, campaign.visa_by ? { id: campaign.visa_by, displayName: campaign.visa_by } : undefined],
    ['started', campaign.started_at, by(campaign.started_by)],
    ['executed', campaign.executed_at, undefined],
    ['certified', campaign.certified_at, undefined],
    ['cancelled', campaign.cancelled_at, by(campaign.cancelled_by, campaign.cancelled_by_name)],
  ] as const;
  return steps.filter(([step, at]) => at ?? (step !== 'cancelled' && campaign.state !== 'cancelled')).map(([step, at, who]) => ({ step, ...(at ? { at: at.toISOString() } : {}), ...(at && who ? { by: who } : {}) }));
}
