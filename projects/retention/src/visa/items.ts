import { Readable } from 'node:stream';
import { dayIn, mayWithCampaign, type DocumentToDestroy } from '@bannette/domain';
import { conflict, notFound, type Call, type Contract, type VisaItemView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { sql } from 'kysely';
import { sentCampaign } from './seen.js';

/** What a line of the bordereau stands for: numbers, kinds and days; what the mails say is in their documents alone. */
export async function visaItems(house: House, { caller, params, query }: Call<Contract['visaItems']>): Promise<{ items: VisaItemView[]; next?: number }> {
  const { db } = house.store;
  await sentCampaign(house, db, caller, params.id);
  const { types, authority } = await house.settings();
  const rows = await db
    .selectFrom('campaign_item as i')
    .leftJoin('mail as m', 'm.id', 'i.mail_id')
    .select(['i.position', 'i.subject_kind', 'i.subject_id', 'i.due', 'i.state', 'i.documents', 'm.chrono', 'm.type', 'm.received_at', 'm.document_date', 'm.closed_at'])
    .where('i.campaign_id', '=', params.id)
    .where('i.line', '=', params.line)
    .where('i.position', '>', query.after)
    .orderBy('i.position')
    .limit(query.limit + 1)
    .execute();
  const items = rows.slice(0, query.limit).map((row): VisaItemView => ({
    position: row.position ?? 0,
    kind: row.subject_kind,
    subject: row.subject_id,
    number: row.chrono ?? row.subject_id,
    type: row.type ? (types.find(({ code }) => code === row.type)?.label ?? row.type) : undefined,
    receivedOn: row.received_at ?? undefined,
    documentDate: row.document_date ?? undefined,
    closedOn: row.closed_at ? dayIn(authority.timeZone, row.closed_at) : undefined,
    due: row.due ?? undefined,
    state: row.state,
    documents: row.documents.map(({ node, name, part, size }) => ({ node, name, part, size })),
  }));
  return { items, next: rows.length > query.limit ? items.at(-1)?.position : undefined };
}

/**
 * A document of an item, read by the service account for an archivist who has no right in Alfresco: only of the frozen list
 * that was sent to them, only until the visa is given, and each opening is in the journal before a byte is sent.
 */
export async function visaDocument(house: House, call: Call<Contract['visaDocument']>): Promise<Readable> {
  const { caller, params, reply } = call;
  const opened = await house.store.transaction(contextOf(house, call), async (tx) => {
    const campaign = await sentCampaign(house, tx.trx, caller, params.id);
    if (!mayWithCampaign(caller, 'openItem', { state: campaign.state, archivists: campaign.archivists, services: [] })) throw conflict('visaGiven', 'The visa was given: its documents are no longer opened here', { state: campaign.state });
    const item = await tx.trx.selectFrom('campaign_item').select(['subject_kind', 'subject_id', 'documents']).where('campaign_id', '=', params.id).where('position', '=', params.position).where('line', 'is not', null).executeTakeFirst();
    const document = item?.documents.find(({ node }) => node === params.node);
    if (!item || !document) throw notFound('document');
    tx.append({ type: 'campaign.itemOpened', subjectKind: 'campaign', subjectId: campaign.id, data: { chrono: campaign.chrono, kind: item.subject_kind, subject: item.subject_id, node: document.node } });
    return { kind: item.subject_kind, day: item.subject_id, document };
  });
  const { stream, mediaType } = opened.kind === 'register' ? await registerFile(house, opened.day, opened.document) : await house.repository.nodes.content(params.node);
  reply.header('content-type', mediaType).header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(opened.document.name)}`);
  reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
  return stream;
}

async function registerFile(house: House, day: string, { name }: DocumentToDestroy): Promise<{ stream: Readable; mediaType: string }> {
  const kind = name.endsWith('.pdf') ? 'pdf' : 'csv';
  const file = await house.store.db.selectFrom('register_file').select(['bytes', sql<boolean>`true`.as('there')]).where('entity_id', '=', house.entityId).where('day', '=', day).where('kind', '=', kind).executeTakeFirst();
  if (!file) throw notFound('document');
  return { stream: Readable.from([file.bytes]), mediaType: kind === 'pdf' ? 'application/pdf' : 'text/csv; charset=utf-8' };
}
