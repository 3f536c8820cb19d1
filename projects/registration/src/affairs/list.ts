import { may, searchNameOf, wordsOf } from '@bannette/domain';
import type { AffairLine, Call, Contract, JournalLine } from '@bannette/http';
import { displayNames, forRights, linesOf, markedFor, selectMails, type House } from '@bannette/house';
import { readJournal } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { affairLine, affairRow, requireAffair } from './view.js';

export async function listAffairs(house: House, { query, caller }: Call<Contract['affairs']>): Promise<{ items: AffairLine[]; next?: string }> {
  const groups = [...caller.groups];
  let rows = house.store.db.selectFrom('affair').selectAll().where('entity_id', '=', house.entityId).where(sql<SqlBool>`listers && ${sql.val(groups)}::text[]`);
  if (query.state) rows = rows.where('state', '=', query.state);
  if (query.service) rows = rows.where('service', '=', query.service);
  if (query.mine) rows = rows.where('responsible', '=', caller.id);
  if (query.q) {
    const words = wordsOf(query.q).map((word) => `'${word}':*`).join(' & ');
    // By its number anybody finds what they may know of; by its title only who may read that.
    const byNumber = sql<SqlBool>`chrono ilike ${`${query.q.replace(/[\\%_]/g, '\\$&')}%`}`;
    rows = words ? rows.where((eb) => eb.or([byNumber, sql<SqlBool>`(readers && ${sql.val(groups)}::text[] and to_tsvector('simple', search_name) @@ to_tsquery('simple', ${words}))`])) : rows.where(byNumber);
  }
  if (query.after) rows = rows.where('id', '<', query.after);
  const found = await rows.orderBy('id', 'desc').limit(query.limit + 1).execute();
  const shown = found.slice(0, query.limit);
  return { items: shown.map((row) => affairLine(caller, row)), next: found.length > query.limit ? shown.at(-1)?.id : undefined };
}

/** Its mails, the last that came in first: those that the caller may open, and masked lines for those that they may know of. */
export async function affairMails(house: House, { params, query, caller }: Call<Contract['affairMails']>) {
  requireAffair(caller, 'read', await affairRow(house, params.id));
  let mails = selectMails(house.store.db).select(markedFor(house, caller)).where('affair_id', '=', params.id).where(sql<SqlBool>`listers && ${sql.val([...caller.groups])}::text[]`);
  if (query.after) mails = mails.where('mail.id', '<', query.after);
  const rows = await mails.orderBy('mail.id', 'desc').limit(query.limit + 1).execute();
  const shown = rows.slice(0, query.limit);
  const items = linesOf(house, caller, await house.settings(), shown.filter((row) => may(caller, 'list', forRights(row))));
  return { items, next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
}

/** Its history; of mails that the caller may not know of, it says nothing. */
export async function affairHistory(house: House, { params, caller }: Call<Contract['affairJournal']>): Promise<{ items: JournalLine[] }> {
  requireAffair(caller, 'read', await affairRow(house, params.id));
  const { db } = house.store;
  const entries = await readJournal(db, { subjectKind: 'affair', subjectId: params.id, limit: 1000 });
  const mails = entries.flatMap(({ data }) => (typeof data.mail === 'string' ? [data.mail] : []));
  const known = new Set(mails.length ? (await db.selectFrom('mail').select('id').where('id', 'in', mails).where(sql<SqlBool>`listers && ${sql.val([...caller.groups])}::text[]`).execute()).map(({ id }) => id) : []);
  const nameOf = await displayNames(db, entries.map(({ actor }) => actor));
  const seen = entries.filter(({ data }) => typeof data.mail !== 'string' || known.has(data.mail));
  return { items: seen.map(({ seq, at, type, actor, onBehalfOf, data, personal, hash }) => ({ seq, at: at.toISOString(), type, actor: nameOf(actor), onBehalfOf: onBehalfOf ? nameOf(onBehalfOf) : undefined, data, personal: personal ?? undefined, hash })) };
}

export const affairSearchName = (title: string, chrono: string): string => `${searchNameOf({ name: title })} ${chrono.toLowerCase().replace(/[^a-z0-9]+/g, ' ')}`;
