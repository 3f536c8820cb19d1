import { sql, type Kysely } from 'kysely';

/** How a visa was given, the paper of a campaign, and the register of mail as a series that may be eliminated. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE campaign
      ADD COLUMN visa_how text CHECK (visa_how IN ('online', 'paper')),
      ADD COLUMN visa_file uuid REFERENCES campaign_file,
      ADD COLUMN visa_signatures jsonb NOT NULL DEFAULT '[]';

    -- What an archivist has decided so far, until the visa is given as a whole.
    CREATE TABLE visa_draft (
      campaign_id uuid NOT NULL,
      line int NOT NULL,
      visa text NOT NULL CHECK (visa IN ('granted', 'refused')),
      reason text,
      saved_by text NOT NULL,
      saved_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (campaign_id, line),
      FOREIGN KEY (campaign_id, line) REFERENCES campaign_line
    );

    CREATE FUNCTION refuse_other_visa() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.visa IS NOT NULL AND (NEW.visa, NEW.visa_reason) IS DISTINCT FROM (OLD.visa, OLD.visa_reason) THEN
        RAISE EXCEPTION 'a line is decided once' USING errcode = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER campaign_line_decided_once BEFORE UPDATE ON campaign_line FOR EACH ROW EXECUTE FUNCTION refuse_other_visa();

    -- Sheets of the campaign's mails, as they lay in boxes when the list was frozen: a number each, nothing of persons.
    CREATE TABLE campaign_sheet (
      campaign_id uuid NOT NULL,
      box text NOT NULL,
      mail_id uuid NOT NULL REFERENCES mail,
      chrono text,
      endorsement text,
      PRIMARY KEY (campaign_id, mail_id),
      FOREIGN KEY (campaign_id, box) REFERENCES campaign_box
    );
    CREATE INDEX campaign_sheet_box ON campaign_sheet (campaign_id, box);
    CREATE INDEX campaign_box_box ON campaign_box (box) WHERE destroyed_on IS NOT NULL;

    -- Of a series whose fate is to be sorted (T): what was decided of a year.
    CREATE TABLE register_sorting (
      entity_id text NOT NULL REFERENCES entity,
      year int NOT NULL,
      decision text NOT NULL CHECK (decision IN ('keep', 'eliminate')),
      reason text NOT NULL,
      decided_by text NOT NULL,
      decided_by_name text NOT NULL,
      decided_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (entity_id, year)
    );

    -- The files of a day's register go only once its elimination is written; its place in the chain stays.
    CREATE FUNCTION refuse_lost_register() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM elimination e WHERE e.subject_kind = 'register' AND e.subject_id = to_char(OLD.day, 'YYYY-MM-DD') AND e.entity_id = OLD.entity_id) THEN
        RAISE EXCEPTION 'a register is eliminated by a campaign only' USING errcode = 'restrict_violation';
      END IF;
      RETURN NULL;
    END $$;
    DROP TRIGGER register_file_append_only ON register_file;
    CREATE TRIGGER register_file_append_only BEFORE UPDATE OR TRUNCATE ON register_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE CONSTRAINT TRIGGER register_file_eliminated AFTER DELETE ON register_file DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_lost_register();
    ALTER TABLE register_file ENABLE ALWAYS TRIGGER register_file_append_only;
    ALTER TABLE register_file ENABLE ALWAYS TRIGGER register_file_eliminated;
  `.execute(db);
}
