import { numberIn } from '@bannette/domain';
import { sql, type RawBuilder, type SqlBool } from 'kysely';

/** Mails that bear the number: their own, its beginning, a page's (the first, the last, or one between them), or their box's. */
function numbered(entityId: string, text: string): RawBuilder<unknown> {
  const number = numberIn(text);
  const beginning = `${text.trim().replace(/[\\%_]/g, '\\$&').toUpperCase()}%`;
  const ways = [
    sql`chrono like ${beginning}`,
    sql`endorsement = ${number} and state <> 'voided'`,
    sql`endorsement = ${number} and state = 'voided'`,
    sql`endorsement_last is not null and endorsement collate "C" <= ${number} collate "C" and endorsement_last collate "C" >= ${number} collate "C" and char_length(endorsement) = ${number.length}`,
    sql`box = ${number}`,
  ];
  return sql.join(ways.map((way) => sql`select id from mail where entity_id = ${entityId} and ${way}`), sql` union all `);
}

/**
 * Holds the words, or bears the number. Each way to find one has an index, and is asked alone: of ways joined by `or`, one that
 * the planner has no index for makes it read everything.
 */
export function holding(entityId: string, text: string): RawBuilder<SqlBool> {
  const worded = sql`select mail_id from mail_word where words @@ websearch_to_tsquery('french', ${text})`;
  return /\d/.test(text) ? sql<SqlBool>`mail.id in (${worded} union all ${numbered(entityId, text)})` : sql<SqlBool>`mail.id in (${worded})`;
}
