import type { Person } from '@bannette/domain';
import { markedFor, selectLines, type House, type MailLineRow, type Marked } from '@bannette/house';
import { sql } from 'kysely';
import { orderBy, orders, writeCursor } from './trays/order.js';
import type { Tray } from './trays/tray.js';

export type PageRow = MailLineRow & Marked;

export interface MailPage {
  readonly rows: PageRow[];
  readonly next?: string;
}

/**
 * One page of a tray by keyset. Each of its ranges is read from where the page begins, as far as a page goes, and the
 * whole rows only of those that are shown: the cost grows neither with what lies before nor with what there is.
 */
export async function pageOfTray(house: House, person: Person, { strands, sort }: Tray, { limit, after }: { limit: number; after?: string }): Promise<MailPage> {
  if (!strands.length) return { rows: [] };
  const order = orders[sort];
  const edge = { entityId: house.entityId, order, after, limit: limit + 1 };
  const names = sql.raw(order.keys.map((_, index) => `k${index}`).join(', '));
  const found = sql`(select k${sql.raw(String(order.keys.length - 1))} from (${sql.join(strands.map((strand) => strand(edge)), sql` union all `)}) as ranges (${names}) group by ${names} order by ${sql.raw(order.keys.map((_, index) => `k${index} ${order.down ? 'desc' : 'asc'}`).join(', '))} limit ${limit + 1})`;
  const rows = await selectLines(house.store.db)
    .select(markedFor(house, person))
    .where('mail.id', 'in', found as never)
    .orderBy(sql`${orderBy(order)}` as never)
    .execute();
  return pageOf(rows, limit, (row) => writeCursor(order, row));
}

/** What of one row more than asked for is shown, and where the next page begins. */
export function pageOf(rows: PageRow[], limit: number, cursorOf: (row: PageRow) => string): MailPage {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? cursorOf(last) : undefined };
}
