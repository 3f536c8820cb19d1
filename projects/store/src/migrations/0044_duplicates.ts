import { sql, type Kysely } from 'kysely';

/** What a mail was before it was found to be a duplicate, so that the decision can be taken back; what an e-mail's head said that came as a file. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE duplicate_pair ADD COLUMN before jsonb`.execute(db);
  await sql`ALTER TABLE deposit_file ADD COLUMN message jsonb`.execute(db);
}
