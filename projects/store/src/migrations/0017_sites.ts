import { sql, type Kysely } from 'kysely';

/** Where things came in, and the mail rooms that handle them; none said is the central one, as for all that was there before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE deposit ADD COLUMN site text, ADD COLUMN mail_rooms text[];
    ALTER TABLE mail ADD COLUMN site text, ADD COLUMN mail_rooms text[];
    ALTER TABLE box ADD COLUMN site text, ADD COLUMN mail_rooms text[];
    CREATE INDEX mail_waiting_at ON mail (entity_id, site, id) WHERE state IN ('toQualify', 'registered') AND site IS NOT NULL;
    CREATE INDEX deposit_at ON deposit (entity_id, site, id) WHERE site IS NOT NULL;
  `.execute(db);
}
