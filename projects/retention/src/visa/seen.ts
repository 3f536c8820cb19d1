import { mayWithCampaign, rolesOnCampaign } from '@bannette/domain';
import { notFound, type Caller, type VisaLineView, type VisaView } from '@bannette/http';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type SqlBool } from 'kysely';
import { forRightsOf, type CampaignRow } from '../campaigns/act.js';

/** The campaign, if it was sent to this archivist for their visa; to everybody else there is none. */
export async function sentCampaign(house: House, db: Kysely<Database>, caller: Caller, id: string): Promise<CampaignRow> {
  const campaign = await db.selectFrom('campaign').selectAll().where('id', '=', id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!campaign || !sent(caller, campaign)) throw notFound('visa');
  return campaign;
}

/** It is theirs to see once it was sent to them, by what they are as archivist alone. */
const sent = (caller: Caller, { state, archivists, submitted_at }: CampaignRow): boolean => {
  const rights = { state, archivists, services: [] };
  return submitted_at !== null && rolesOnCampaign(caller, rights).includes('archivist') && mayWithCampaign(caller, 'read', rights);
};

export async function visaPage(house: House, caller: Caller, { limit, after }: { readonly limit: number; readonly after?: string }): Promise<{ items: VisaLineView[]; next?: string }> {
  const { db } = house.store;
  let query = db.selectFrom('campaign').selectAll().where('entity_id', '=', house.entityId).where('submitted_at', 'is not', null).where(sql<SqlBool>`${caller.id} = any(archivists)`);
  if (after) query = query.where('id', '<', after);
  const rows = (await query.orderBy('id', 'desc').limit(limit + 1).execute()).filter((campaign) => sent(caller, campaign));
  const shown = rows.slice(0, limit);
  return { items: await Promise.all(shown.map((campaign) => lineOf(db, campaign))), next: rows.length > limit ? shown.at(-1)?.id : undefined };
}

async function lineOf(db: Kysely<Database>, campaign: CampaignRow): Promise<VisaLineView> {
  const total = await db
    .selectFrom('campaign_line as l')
    .leftJoin('visa_draft as d', (join) => join.onRef('d.campaign_id', '=', 'l.campaign_id').onRef('d.line', '=', 'l.line'))
    .select([sql<number>`count(*)::int`.as('lines'), sql<number>`count(coalesce(l.visa, d.visa))::int`.as('decided'), sql<number>`coalesce(sum(l.items), 0)::int`.as('items'), sql<number>`coalesce(sum(l.documents), 0)::int`.as('documents'), sql<string>`coalesce(sum(l.bytes), 0)`.as('bytes')])
    .where('l.campaign_id', '=', campaign.id)
    .executeTakeFirstOrThrow();
  return { id: campaign.id, chrono: campaign.chrono, title: campaign.title, state: campaign.state, submittedAt: campaign.submitted_at?.toISOString() ?? '', ...total, bytes: Number(total.bytes), visaOn: campaign.visa_on ?? undefined, reference: campaign.visa_reference ?? undefined };
}

/** A campaign as its archivist sees it: the bordereau with what they noted, who answers for it, and its files. */
export async function viewVisa(house: House, caller: Caller, id: string): Promise<VisaView> {
  const { db } = house.store;
  const campaign = await sentCampaign(house, db, caller, id);
  const [line, lines, drafts, signatures, files, { authority, services }] = await Promise.all([
    lineOf(db, campaign),
    db.selectFrom('campaign_line').selectAll().where('campaign_id', '=', id).orderBy('line').execute(),
    db.selectFrom('visa_draft').selectAll().where('campaign_id', '=', id).execute(),
    db.selectFrom('campaign_signature').selectAll().where('campaign_id', '=', id).orderBy('service').execute(),
    db.selectFrom('campaign_file').select(['id', 'kind', 'name', 'media_type', 'added_at', sql<number>`octet_length(bytes)`.as('size'), sql<string>`encode(sha256, 'hex')`.as('digest')]).where('campaign_id', '=', id).where('kind', 'in', ['manifest', 'bordereauPdf', 'bordereauCsv', 'visa']).orderBy('added_at', 'desc').execute(),
    house.settings(),
  ]);
  const noted = new Map(drafts.map((draft) => [draft.line, { visa: draft.visa, reason: draft.reason ?? undefined }]));
  return {
    ...line,
    revision: campaign.revision,
    producer: authority.name,
    manifestSha512: campaign.manifest_sha512 ?? '',
    bordereau: lines.map((each) => ({ line: each.line, service: each.service, serviceLabel: each.service_label, row: each.row, rowLabel: each.row_label, years: each.years, reference: each.reference, year: each.year, firstDay: each.first_day, lastDay: each.last_day, items: each.items, documents: each.documents, bytes: Number(each.bytes), boxes: each.boxes, visa: each.visa ?? undefined, visaReason: each.visa_reason ?? undefined, noted: noted.get(each.line) })),
    persons: personsOf(campaign, signatures.map((each) => ({ ...each, label: services.find(({ code }) => code === each.service)?.label ?? each.service }))),
    files: files.map((file) => ({ id: file.id, kind: file.kind, name: file.name, mediaType: file.media_type, size: file.size, sha256: file.digest, addedAt: file.added_at.toISOString() })),
    by: campaign.visa_by ?? undefined,
    coolingUntil: campaign.cooling_until?.toISOString(),
    open: mayWithCampaign(caller, 'recordVisa', await forRightsOf(house, db, campaign)),
  };
}

function personsOf(campaign: CampaignRow, signatures: readonly { readonly label: string; readonly person_name: string; readonly signed_at: Date }[]): VisaView['persons'] {
  const steps = [
    ['validated', campaign.validated_by_name, campaign.validated_at],
    ['approved', campaign.approved_by_name, campaign.approved_at],
  ] as const;
  return [
    ...steps.flatMap(([step, name, at]) => (name && at ? [{ step, name, at: at.toISOString() }] : [])),
    ...signatures.map(({ label, person_name, signed_at }) => ({ step: 'signed' as const, name: person_name, at: signed_at.toISOString(), service: label })),
    ...(campaign.submitted_at ? [{ step: 'submitted' as const, name: campaign.submitted_by_name ?? campaign.submitted_by ?? '', at: campaign.submitted_at.toISOString() }] : []),
  ];
}
