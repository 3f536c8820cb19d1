import type { Person } from '@bannette/domain';
import type { Mail } from '@bannette/http';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type SqlBool } from 'kysely';

/** Letters that left by e-mail from here, or should have: those that go with a mail, or the mail itself; of those that `person` may open. */
export async function dispatchedOf(db: Kysely<Database>, person: Person, id: string): Promise<Mail['dispatched']> {
  const rows = await db
    .selectFrom('letter_dispatch')
    .innerJoin('mail', 'mail.id', 'letter_dispatch.mail_id')
    .selectAll('letter_dispatch')
    .select('mail.chrono')
    .where((eb) => eb.or([eb('letter_dispatch.mail_id', '=', id), eb('letter_dispatch.answers', '=', id)]))
    .where(sql<SqlBool>`mail.readers && ${sql.val([...person.groups])}::text[]`)
    .orderBy('letter_dispatch.mail_id')
    .execute();
  if (!rows.length) return undefined;
  return rows.map(({ mail_id, chrono, recipient, state, counts_as, automatic, asked_at, settled_at, refusal }) => ({
    id: mail_id,
    chrono: chrono ?? undefined,
    to: recipient,
    state,
    countsAs: counts_as ?? undefined,
    automatic,
    askedAt: asked_at.toISOString(),
    settledAt: settled_at?.toISOString(),
    refusal: refusal ?? undefined,
  }));
}
