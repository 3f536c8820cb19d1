import { selectMails, type House, type MailListRow } from '@bannette/house';
import { numberIn, type Person } from '@bannette/domain';
import { sql, type SqlBool } from 'kysely';
import { readable } from './trays.js';

const words = sql`to_tsvector('french', coalesce(chrono, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(correspondent->>'name', '') || ' ' || left(read_text, 100000))`;

/** One of its pages bears the number: the first, the last, or one between them. */
const bearing = (number: string) => sql<SqlBool>`(endorsement = ${number} or endorsement_last is not null and endorsement collate "C" <= ${number} collate "C" and endorsement_last collate "C" >= ${number} collate "C" and char_length(endorsement) = ${number.length})`;

/** Mails that `person` may open and that hold the words, newest first. Never a line that they could not open: its being found would tell what it says. */
export async function searchMails(house: House, person: Person, { q, limit, after }: { q: string; limit: number; after?: string }): Promise<{ rows: MailListRow[]; next?: string }> {
  const prefix = `${q.trim().replace(/[\\%_]/g, '\\$&').toUpperCase()}%`;
  const number = numberIn(q);
  let query = selectMails(house.store.db)
    .where('entity_id', '=', house.entityId)
    .where(readable(person))
    .where(sql<SqlBool>`(${words} @@ websearch_to_tsquery('french', ${q}) or chrono like ${prefix} or ${bearing(number)} or box = ${number})`);
  if (after) query = query.where('mail.id', '<', after);
  const rows = await query.orderBy('mail.id', 'desc').limit(limit + 1).execute();
  return { rows: rows.slice(0, limit), next: rows.length > limit ? rows[limit - 1]?.id : undefined };
}
