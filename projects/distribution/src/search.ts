import { dayIn, type Person, type TrayQuery, type TraySort } from '@bannette/domain';
import { countedMost, invalid, Problem } from '@bannette/http';
import { markedFor, selectLines, type House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';
import { pageOf, type MailPage } from './page.js';
import { conditionsOf } from './trays/filter.js';
import { holding } from './trays/holding.js';
import { beyond, orderBy, orders, writeCursor } from './trays/order.js';
import { all, readable } from './trays/strands.js';

/** Milliseconds after which a search by criteria that no index helps is given up. */
const patience = 3_000;
const countingPatience = 1_500;

/**
 * Mails that `person` may open and that hold the words, newest first. Never a line that they could not open: its being found would tell what it says.
 *
 * @throws Problem 422 `tooBroad` when it takes too long to look for them
 */
export async function searchMails(house: House, person: Person, { q, limit, after }: { q: string; limit: number; after?: string }): Promise<MailPage> {
  return patiently(house, patience, async (db) => {
    let query = selectLines(db).select(markedFor(house, person)).where('entity_id', '=', house.entityId).where(readable(person)).where(holding(house.entityId, q));
    if (after) query = query.where('mail.id', '<', after);
    return pageOf(await query.orderBy('mail.id', 'desc').limit(limit + 1).execute(), limit, ({ id }) => id);
  });
}

export interface Wanted {
  readonly query: TrayQuery;
  readonly sort: TraySort;
  readonly limit: number;
  readonly after?: string;
}

/** Mails that `person` may open, by several criteria at once. @throws Problem 422 `tooBroad` when it takes too long to look for them */
export async function findMails(house: House, person: Person, { query, sort, limit, after }: Wanted): Promise<MailPage> {
  const order = orders[sort];
  const today = dayIn((await house.settings()).authority.timeZone, house.now());
  const where = all(...conditionsOf(house.entityId, query, person, today), readable(person), beyond(order, after));
  return patiently(house, patience, async (db) => {
    const rows = await selectLines(db).select(markedFor(house, person)).where('entity_id', '=', house.entityId).where(where).orderBy(sql`${orderBy(order)}` as never).limit(limit + 1).execute();
    return pageOf(rows, limit, (row) => writeCursor(order, row));
  });
}

/** How many there are, which an index need not help to know: it has less time than the finding, and no answer is one. */
export async function countFound(house: House, person: Person, query: TrayQuery): Promise<{ count?: number; more: boolean }> {
  const today = dayIn((await house.settings()).authority.timeZone, house.now());
  const where = all(...conditionsOf(house.entityId, query, person, today), readable(person));
  try {
    const { rows } = await patiently(house, countingPatience, (db) => sql<{ count: number }>`select count(*)::integer as count from (select from mail where entity_id = ${house.entityId} and ${where} limit ${countedMost + 1}) found`.execute(db));
    const count = rows[0]?.count ?? 0;
    return { count: Math.min(count, countedMost), more: count > countedMost };
  } catch (error) {
    if (error instanceof Problem && error.code === 'tooBroad') return { more: true };
    throw error;
  }
}

/** Asks the database for so many milliseconds, and no longer: what can't be found by an index must not take it from others. @throws Problem 422 `tooBroad` */
export async function patiently<T>({ store }: House, milliseconds: number, ask: (db: Kysely<Database>) => Promise<T>): Promise<T> {
  try {
    return await store.db.transaction().execute(async (trx) => {
      await sql`select set_config('statement_timeout', ${String(milliseconds)}, true)`.execute(trx);
      return ask(trx);
    });
  } catch (error) {
    if ((error as { code?: unknown }).code === '57014') throw invalid('tooBroad', 'This takes too long to look for: ask for less', { seconds: Math.round(milliseconds / 1000) });
    throw error;
  }
}
