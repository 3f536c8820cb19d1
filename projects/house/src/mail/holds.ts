import type { Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';

/**
 * Which of `ids` are held: by a hold of the house, or because somebody holds one of their documents in Alfresco. Nothing of
 * them may be declared, sorted or destroyed. Who acts on the answer asks with the mails locked (`lockMail`): a hold is
 * counted on the mail's row, so it comes before that lock or after the transaction.
 */
export async function heldMails(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (!ids.length) return new Set();
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM mail WHERE id = ANY (${[...ids]}::uuid[]) AND holds > 0
    UNION SELECT mail_id FROM document WHERE mail_id = ANY (${[...ids]}::uuid[]) AND held_at IS NOT NULL`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
