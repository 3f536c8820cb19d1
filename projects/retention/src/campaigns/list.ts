import { belongs, campaignStates, houseGroups, mayWithCampaign, signsFor, type CampaignForRights, type CampaignState, type Person, type Settings } from '@bannette/domain';
import { invalid, notFound, type Call, type CampaignItemView, type Contract } from '@bannette/http';
import { headsAbove, type House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type RawBuilder, type Selectable, type SqlBool } from 'kysely';
import { journalOf } from '../journal.js';
import { forRightsOf, requireDeed, type CampaignRow } from './act.js';
import { bordereauCsv } from './bordereau-csv.js';
import { bordereauOf, linesOf } from './bordereau.js';
import { bordereauPdf } from './bordereau-pdf.js';
import { lineOf, serviceFilter, signaturesOf, totalsOf } from './view.js';

/** Campaigns that the person may see, newest first. */
export async function listCampaigns(house: House, { caller, query }: Call<Contract['campaigns']>) {
  const { db } = house.store;
  const settings = await house.settings();
  const seen = seenBy(caller, settings.services, await headsAbove(db, settings.services.map(({ code }) => code), settings));
  let selection = db.selectFrom('campaign').selectAll().where('entity_id', '=', house.entityId).where(seen);
  if (query.state) selection = selection.where('state', '=', query.state);
  if (query.after) selection = selection.where('id', '<', query.after);
  const rows = await selection.orderBy('id', 'desc').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  const totals = await totalsOf(db, shown.map(({ id }) => id));
  const items = await Promise.all(
    shown.map(async (campaign) => {
      const [rights, signed] = await Promise.all([forRightsOf(house, db, campaign), signaturesOf(db, campaign.id)]);
      return lineOf(caller, campaign, totals.get(campaign.id), rights, rights.services.filter((service) => !signed.some((signature) => signature.service === service)), house.now());
    }),
  );
  return { items, next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
}

/** The table of rights as a condition; undefined for who sees none. */
function seenBy(person: Person, services: Settings['services'], above: ReadonlyMap<string, string>): RawBuilder<SqlBool> {
  const states = (role: Partial<CampaignForRights>): readonly CampaignState[] => campaignStates.filter((state) => mayWithCampaign(person, 'read', { services: [], archivists: [], ...role, state }));
  const always = states({});
  const own = services.map(({ code }) => code).filter((code) => signsFor(person, code, { above: above.get(code) }));
  const asHead = own.length ? states({ services: own }) : [];
  const asNamed = states({ services: [''], standIns: { '': { named: person.id } } });
  const sent = belongs(person, houseGroups.archivists) ? states({ archivists: [person.id] }) : [];
  return sql<SqlBool>`(state = ANY (${[...always]}::text[])
    OR (state = ANY (${[...asHead]}::text[]) AND EXISTS (SELECT FROM campaign_line l WHERE l.campaign_id = campaign.id AND l.service = ANY (${own}::text[])))
    OR (state = ANY (${[...asNamed]}::text[]) AND EXISTS (SELECT FROM campaign_signatory s WHERE s.campaign_id = campaign.id AND s.person = ${person.id}))
    OR (state = ANY (${[...sent]}::text[]) AND ${person.id} = ANY (archivists)))`;
}

type CampaignCall = Pick<Call<Contract['campaign']>, 'caller' | 'params'>;

/** The campaign, and the services whose lines the person sees; undefined: all. */
async function seenCampaign(house: House, { caller, params }: CampaignCall, look: 'read' | 'readItems' | 'readFiles'): Promise<{ readonly campaign: CampaignRow; readonly only: readonly string[] | undefined }> {
  const { db } = house.store;
  const campaign = await db.selectFrom('campaign').selectAll().where('id', '=', params.id).where('entity_id', '=', house.entityId).executeTakeFirst();
  const rights = campaign && (await forRightsOf(house, db, campaign));
  requireDeed(caller, look, campaign, rights);
  return { campaign, only: rights && serviceFilter(caller, rights) };
}

export async function campaignCounts(house: House, call: Call<Contract['campaignCounts']>) {
  const { campaign, only } = await seenCampaign(house, call, 'readItems');
  let selection = house.store.db.selectFrom('campaign_item').select((eb) => ['verdict', 'cause', eb.fn.countAll<string>().as('n')]).where('campaign_id', '=', campaign.id);
  if (only) selection = selection.where('service', 'in', only.length ? only : ['']).where('verdict', '=', 'destroy');
  const rows = await selection.groupBy(['verdict', 'cause']).execute();
  return { items: rows.map(({ verdict, cause, n }) => ({ verdict, cause: cause ?? undefined, items: Number(n) })) };
}

const cursorOf = /^(?:p([0-9]{1,9})|s([0-9a-f-]{10,36}))$/;

/** Mails of the campaign by number; heads see those of their services that are to be eliminated. */
export async function campaignItems(house: House, call: Call<Contract['campaignItems']>) {
  const { campaign, only } = await seenCampaign(house, call, 'readItems');
  const { query, caller } = call;
  let selection = house.store.db
    .selectFrom('campaign_item as i')
    .leftJoin('mail as m', 'm.id', 'i.mail_id')
    .selectAll('i')
    .select(['m.chrono', sql<number>`jsonb_array_length(i.documents)`.as('files'), sql<boolean>`coalesce(m.readers && ${[...caller.groups]}::text[], false)`.as('readable')])
    .where('i.campaign_id', '=', campaign.id);
  if (only) selection = selection.where('i.service', 'in', only.length ? only : ['']).where('i.verdict', '=', 'destroy');
  for (const field of ['verdict', 'cause', 'service', 'row', 'year', 'line'] as const) if (query[field] !== undefined) selection = selection.where(`i.${field}`, '=', query[field]);
  if (query.q) selection = selection.where('m.chrono', 'ilike', `${query.q.replace(/[\\%_]/g, '\\$&')}%`);
  const [, position, subject] = query.after ? (cursorOf.exec(query.after) ?? []) : [];
  if (query.after && (query.listed ? !position : !subject)) throw invalid('invalid', 'The cursor is not one of ours', { field: 'after' });
  if (query.listed) selection = selection.where('i.position', 'is not', null).where('i.position', '>', Number(position ?? 0)).orderBy('i.position');
  else selection = (subject ? selection.where('i.subject_id', '>', subject) : selection).orderBy('i.subject_id');
  const rows = await selection.limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  const last = shown.at(-1);
  return { items: shown.map(itemView), next: rows.length > query.limit && last ? (query.listed ? `p${last.position}` : `s${last.subject_id}`) : undefined };
}

const itemView = (row: Selectable<Database['campaign_item']> & { readonly chrono: string | null; readonly files: number; readonly readable: boolean }): CampaignItemView => ({
  kind: row.subject_kind,
  subject: row.subject_id,
  position: row.position ?? undefined,
  mailId: row.mail_id ?? undefined,
  chrono: row.chrono ?? undefined,
  service: row.service ?? undefined,
  row: row.row ?? undefined,
  year: row.year ?? undefined,
  due: row.due ?? undefined,
  agsDue: row.ags_due ?? undefined,
  verdict: row.verdict,
  cause: row.cause ?? undefined,
  params: { ...row.params, ...(row.taken_out_because ? { reason: row.taken_out_because, by: row.taken_out_by ?? '' } : {}) },
  line: row.line ?? undefined,
  documents: row.files,
  bytes: Number(row.bytes),
  state: row.state,
  failure: row.failure ?? undefined,
  readable: row.readable,
});

export async function campaignLines(house: House, call: Call<Contract['campaignLines']>) {
  const { campaign, only } = await seenCampaign(house, call, 'readFiles');
  const [lines, visas] = await Promise.all([linesOf(house.store.db, campaign.id, only), house.store.db.selectFrom('campaign_line').select(['line', 'visa', 'visa_reason']).where('campaign_id', '=', campaign.id).where('visa', 'is not', null).execute()]);
  return {
    items: lines.map((line) => {
      const visa = visas.find((each) => each.line === line.line);
      return { ...line, boxes: [...line.boxes], visa: visa?.visa ?? undefined, visaReason: visa?.visa_reason ?? undefined };
    }),
  };
}

/** The bordereau as it stands: with the lines of their own services for heads. */
export async function campaignBordereau(house: House, call: Call<Contract['campaignBordereau']>) {
  const { campaign, only } = await seenCampaign(house, call, 'readFiles');
  if (!campaign.manifest_sha512) throw notFound('bordereau');
  const bordereau = await bordereauOf(house.store.db, campaign, await house.settings(), { services: only });
  const { form } = call.query;
  const bytes = form === 'csv' ? bordereauCsv(bordereau) : await bordereauPdf(bordereau);
  return download(call.reply, `${campaign.chrono}-bordereau-projet.${form}`, form === 'csv' ? 'text/csv; charset=utf-8' : 'application/pdf', bytes);
}

/** A file of the campaign as it was kept; not for heads, whom the whole list is none of. */
export async function campaignFile(house: House, call: Call<Contract['campaignFile']>) {
  const { campaign, only } = await seenCampaign(house, call, 'readFiles');
  const file = only ? undefined : await house.store.db.selectFrom('campaign_file').select(['name', 'media_type', 'bytes']).where('campaign_id', '=', campaign.id).where('id', '=', call.params.file).executeTakeFirst();
  if (!file) throw notFound('file');
  return download(call.reply, file.name, file.media_type, file.bytes);
}

const download = (reply: Call<Contract['campaignFile']>['reply'], name: string, type: string, bytes: Buffer): unknown =>
  reply.header('content-disposition', `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`).header('x-content-type-options', 'nosniff').type(type).send(bytes);

/** What was done with it, oldest first; names of who did it are for those inside. */
export async function campaignJournal(house: House, call: Call<Contract['campaignJournal']>) {
  const { campaign, only } = await seenCampaign(house, call, 'read');
  if (only) return { items: [] };
  return { items: await journalOf(house.store.db, 'campaign', campaign.id) };
}
