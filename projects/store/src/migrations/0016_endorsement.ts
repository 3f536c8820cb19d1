import { sql, type Kysely } from 'kysely';

/** Numbers read off scanned pages, the last number of a letter, and which late hand-overs were told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE page_text ADD COLUMN endorsement jsonb;
    ALTER TABLE mail ADD COLUMN endorsement_last text, ADD CONSTRAINT mail_endorsement_last CHECK (endorsement_last IS NULL OR endorsement IS NOT NULL);
    DROP INDEX mail_endorsement;
    CREATE UNIQUE INDEX mail_endorsement ON mail (entity_id, endorsement, endorsed_on, coalesce(scanner, '')) WHERE endorsement IS NOT NULL AND state <> 'voided';
    CREATE INDEX mail_endorsement_span ON mail (entity_id, endorsement COLLATE "C", endorsement_last COLLATE "C") WHERE endorsement_last IS NOT NULL;

    CREATE TABLE late_hand_over (
      mail_id uuid NOT NULL REFERENCES mail,
      service text NOT NULL,
      step text NOT NULL CHECK (step IN ('late', 'escalated')),
      told_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (mail_id, service, step)
    );
  `.execute(db);
}
