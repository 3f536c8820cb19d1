import { isDay } from '@bannette/domain';
import { invalid } from '@bannette/http';
import { selectMails, type House, type MailListRow } from '@bannette/house';
import { sql, type SqlBool } from 'kysely';
import type { Tray } from './trays.js';

const endOfTime = 'infinity';

/** One page of a tray, most urgent first, by keyset: the cost does not grow with what lies before. */
export async function pageOfTray(house: House, tray: Tray, { limit, after }: { limit: number; after?: string }): Promise<{ rows: MailListRow[]; next?: string }> {
  const due = sql<string>`coalesce(due_date, 'infinity'::date)`;
  let query = selectMails(house.store.db).where('entity_id', '=', house.entityId).where(tray.filter);
  if (after) {
    const cursor = readCursor(after);
    query = query.where(sql<SqlBool>`(coalesce(due_date, 'infinity'::date), mail.id) > (${cursor.due}::date, ${cursor.id}::uuid)`);
  }
  const rows = await query.orderBy(due).orderBy('mail.id').limit(limit + 1).execute();
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > limit && last ? writeCursor(last) : undefined };
}

const writeCursor = ({ due_date, id }: MailListRow): string => Buffer.from(`${due_date ?? endOfTime}|${id}`).toString('base64url');

export function readCursor(text: string): { due: string; id: string } {
  const match = /^([^|]+)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(Buffer.from(text, 'base64url').toString());
  if (!match?.[1] || !match[2] || (match[1] !== endOfTime && !isDay(match[1]))) throw invalid('invalid', 'The cursor is not one of ours', { field: 'after' });
  return { due: match[1], id: match[2] };
}
