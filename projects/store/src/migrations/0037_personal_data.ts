import { sql, type Kysely } from 'kysely';

/** Exports of the register of processings; warnings before a purge, and who took note of them; terms of personal data. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE processing_export (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL,
      number int NOT NULL CHECK (number > 0),
      made_at timestamptz NOT NULL,
      made_by text NOT NULL,
      made_by_name text NOT NULL,
      setting_version int NOT NULL,
      register jsonb NOT NULL,
      csv bytea NOT NULL,
      csv_sha256 bytea NOT NULL CHECK (csv_sha256 = sha256(csv)),
      pdf bytea NOT NULL,
      pdf_sha256 bytea NOT NULL CHECK (pdf_sha256 = sha256(pdf)),
      UNIQUE (entity_id, number)
    );
    CREATE TRIGGER processing_export_grows BEFORE UPDATE OR DELETE ON processing_export FOR EACH ROW EXECUTE FUNCTION refuse_change();
    ALTER TABLE processing_export ENABLE ALWAYS TRIGGER processing_export_grows;

    CREATE TABLE purge_warning (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL,
      campaign_id uuid NOT NULL REFERENCES campaign,
      warning text NOT NULL CHECK (warning IN ('validated', 'approved', 'visaRecorded', 'soon')),
      audience text NOT NULL,
      service text,
      told_at timestamptz NOT NULL,
      acknowledge_by date NOT NULL,
      acknowledged_at timestamptz,
      acknowledged_by text,
      acknowledged_by_name text,
      escalated_at timestamptz,
      UNIQUE (campaign_id, warning, audience),
      CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL))
    );
    CREATE INDEX purge_warning_open ON purge_warning (entity_id, acknowledge_by) WHERE acknowledged_at IS NULL AND escalated_at IS NULL;

    ALTER TABLE mail ADD COLUMN personal_term date;
    CREATE INDEX mail_personal_term ON mail (entity_id, personal_term, id) WHERE personal_term IS NOT NULL AND eliminated_at IS NULL;

    CREATE TABLE personal_term (
      mail_id uuid PRIMARY KEY REFERENCES mail,
      entity_id text NOT NULL,
      campaign_id uuid NOT NULL REFERENCES campaign,
      term date NOT NULL,
      reached_at timestamptz NOT NULL
    );
    CREATE INDEX personal_term_campaign ON personal_term (campaign_id);
  `.execute(db);
}
