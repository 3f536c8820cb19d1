import type { HoldKind } from '@bannette/domain';
import type { Database } from '@bannette/store';
import { sql, type Kysely } from 'kysely';

/**
 * Which of `ids` are held: by a hold of the house, or because somebody holds one of their documents in Alfresco. Nothing of
 * them may be declared, sorted or destroyed. A hold that was just placed is looked up by what it is on until it has gone
 * through all of that. Who acts on the answer asks with the mails locked (`lockMail`): a hold is counted on the mail's row,
 * so it comes before that lock or after the transaction.
 */
export async function heldMails(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (!ids.length) return new Set();
  const mails = sql`ANY (${[...ids]}::uuid[])`;
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM mail WHERE id = ${mails} AND holds > 0
    UNION SELECT mail_id FROM document WHERE mail_id = ${mails} AND held_at IS NOT NULL
    UNION SELECT mail.id FROM mail WHERE mail.id = ${mails}
      AND EXISTS (SELECT FROM hold WHERE released_at IS NULL AND filled_at IS NULL AND scope_kind <> 'mails')
      AND EXISTS (SELECT FROM holds_on(mail.id))`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** What holds stop on one mail: the kinds of those that are on it now, and whether processing was allowed all the same today. */
export async function holdsStopping(db: Kysely<Database>, mailId: string, today: string): Promise<{ readonly kinds: readonly HoldKind[]; readonly excepted: boolean }> {
  const kinds = await db.selectFrom('hold_mail').innerJoin('hold', 'hold.id', 'hold_id').select('hold.kind').distinct().where('mail_id', '=', mailId).where('hold_mail.released_at', 'is', null).execute();
  const exception = await db.selectFrom('processing_exception').select('id').where('mail_id', '=', mailId).where('until', '>=', today).limit(1).executeTakeFirst();
  return { kinds: kinds.map(({ kind }) => kind), excepted: exception !== undefined };
}
