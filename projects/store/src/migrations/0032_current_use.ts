import { sql, type Kysely } from 'kysely';

/**
 * When the current use of a mail ends, as the settings in force reckon it, until its record has begun; under which row it
 * is kept, which is its affair's where that has one. What falls due is counted and listed from these alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE mail ADD COLUMN current_use_ends date, ADD COLUMN retention_row text;
    CREATE INDEX mail_current_use ON mail (entity_id, current_use_ends, id) WHERE current_use_ends IS NOT NULL;
    CREATE INDEX mail_falls_due ON mail (entity_id, retention_due, retention_row, service, id) WHERE retention_due IS NOT NULL;
    CREATE INDEX mail_without_trigger ON mail (entity_id, retention_row, service, id) WHERE retention_due IS NULL AND retention_row IS NOT NULL;

    ALTER TABLE affair ADD COLUMN declared_trigger date;

    CREATE TABLE record_reckoning (
      entity_id text PRIMARY KEY,
      settings text NOT NULL,
      after_mail uuid,
      finished_at timestamptz
    );
    ALTER TABLE mail_record ADD COLUMN retried_at timestamptz;
    DROP INDEX mail_record_ending;
    CREATE INDEX mail_record_ending ON mail_record (entity_id, retried_at NULLS FIRST, mail_id) WHERE state IN ('ending', 'declared');
  `.execute(db);
}
