import { sql, type Kysely } from 'kysely';

/** A letter that a server took for another, which could not hand it over, comes back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE letter_dispatch DROP CONSTRAINT letter_dispatch_state_check, ADD CONSTRAINT letter_dispatch_state_check CHECK (state IN ('waiting', 'sent', 'refused', 'returned'))`.execute(db);
}
