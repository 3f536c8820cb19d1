import type { Readable } from 'node:stream';
import { may, mayWithSorting, type SortingDecision } from '@bannette/domain';
import { notFound, type Call, type Contract, type SortingItemView } from '@bannette/http';
import { contextOf, forRights, type House } from '@bannette/house';
import { said } from '../due.js';
import { sql, type SqlBool } from 'kysely';
import { seenSorting } from './act.js';
import { stands } from './view.js';

/** Its mails by number, kind and days; what they say is in their documents alone. */
export async function sortingItems(house: House, { caller, params, query }: Call<Contract['sortingItems']>): Promise<{ items: SortingItemView[]; next?: number }> {
  const { db } = house.store;
  const sorting = await seenSorting(house, db, caller, params.id);
  const opens = mayWithSorting(caller, 'openItem', sorting);
  const { types, services } = await house.settings();
  const selection = db
    .selectFrom('sorting_item as i')
    .innerJoin('mail as m', 'm.id', 'i.mail_id')
    .selectAll('i')
    .select([stands.as('stands')])
    .where('i.sorting_id', '=', params.id)
    .where('i.position', '>', query.after)
    .$if(query.decision !== undefined, (rows) => rows.where(stands, '=', query.decision as SortingDecision))
    .$if(query.year !== undefined, (rows) => rows.where('i.year', '=', query.year as number))
    .$if(query.changed === true, (rows) => rows.where(sql<SqlBool>`${stands} <> i.picked`))
    .$if(query.failed === true, (rows) => rows.where('i.failure', 'is not', null).where('i.carried_at', 'is', null))
    .$if(query.q !== undefined && query.q !== '', (rows) => rows.where(sql<SqlBool>`starts_with(lower(m.chrono), lower(${query.q}))`));
  const rows = await selection.orderBy('i.position').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  const ids = shown.map(({ mail_id }) => mail_id);
  const mails = new Map((ids.length ? await db.selectFrom('mail').selectAll().where('id', 'in', ids).execute() : []).map((mail) => [mail.id, mail]));
  const files = opens && ids.length ? await db.selectFrom('record_part as p').innerJoin('document as d', 'd.id', 'p.document_id').select(['p.mail_id', 'p.node_id', 'd.name']).where('p.mail_id', 'in', ids).where('p.part', '=', 'original').where('p.state', '<>', 'destroyed').orderBy('d.position').execute() : [];
  const items = shown.map((row): SortingItemView => {
    const mail = mails.get(row.mail_id);
    return {
      position: row.position,
      unit: row.unit,
      affair: row.affair_id !== null,
      rank: row.rank,
      chrono: mail?.chrono ?? undefined,
      mailId: mail && !mail.eliminated_at && may(caller, 'read', forRights(mail)) ? mail.id : undefined,
      type: mail?.type ? (types.find(({ code }) => code === mail.type)?.label ?? mail.type) : undefined,
      service: mail?.service ? (services.find(({ code }) => code === mail.service)?.label ?? mail.service) : undefined,
      year: row.year,
      due: row.due,
      documents: row.documents,
      bytes: row.bytes,
      held: (mail?.holds ?? 0) > 0,
      picked: row.picked,
      proposed: row.proposed,
      proposedBecause: row.proposed_because ?? undefined,
      noted: row.noted ?? undefined,
      notedBecause: row.noted_because ?? undefined,
      decision: row.stands,
      because: (row.decided ? row.decided_because : row.noted ? row.noted_because : row.proposed_because) ?? undefined,
      carriedAt: row.carried_at?.toISOString(),
      failure: row.carried_at ? undefined : said(row.failure),
      files: files.filter(({ mail_id }) => mail_id === row.mail_id).map(({ node_id, name }) => ({ node: node_id, name })),
    };
  });
  return { items, next: rows.length > query.limit ? items.at(-1)?.position : undefined };
}

/** A document of a mail, read by the service account while the archivist decides; each opening is in the journal before a byte is sent. */
export async function sortingDocument(house: House, call: Call<Contract['sortingDocument']>): Promise<Readable> {
  const { caller, params, reply } = call;
  const name = await house.store.transaction(contextOf(house, call), async (tx) => {
    const sorting = await seenSorting(house, tx.trx, caller, params.id, 'openItem');
    const file = await tx.trx.selectFrom('sorting_item as i').innerJoin('record_part as p', 'p.mail_id', 'i.mail_id').innerJoin('document as d', 'd.id', 'p.document_id').select(['d.name', 'i.mail_id']).where('i.sorting_id', '=', params.id).where('i.position', '=', params.position).where('p.node_id', '=', params.node).where('p.part', '=', 'original').where('p.state', '<>', 'destroyed').executeTakeFirst();
    if (!file) throw notFound('document');
    tx.append({ type: 'sorting.itemOpened', subjectKind: 'sorting', subjectId: sorting.id, data: { chrono: sorting.chrono, mail: file.mail_id, node: params.node } });
    return file.name;
  });
  const { stream, mediaType } = await house.repository.nodes.content(params.node);
  reply.header('content-type', mediaType).header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`);
  reply.header('cache-control', 'no-store').header('x-content-type-options', 'nosniff');
  return stream;
}
