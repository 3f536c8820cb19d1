import { sql, type Kysely } from 'kysely';

/** An agreement to a sorting may come on paper: then its file stays with it, and who copied it is written beside who agreed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE sorting_file (
      id uuid PRIMARY KEY,
      sorting_id uuid NOT NULL REFERENCES sorting,
      name text NOT NULL,
      media_type text NOT NULL,
      sha256 bytea NOT NULL,
      bytes bytea NOT NULL,
      added_by text NOT NULL,
      added_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE FUNCTION keep_sorting_file() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'a file of a sorting stays as it is' USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER sorting_file_kept BEFORE UPDATE OR DELETE ON sorting_file FOR EACH ROW EXECUTE FUNCTION keep_sorting_file();

    ALTER TABLE sorting
      ADD COLUMN agreed_how text CHECK (agreed_how IN ('online', 'paper')),
      ADD COLUMN recorded_by text,
      ADD COLUMN recorded_by_name text,
      ADD COLUMN agreement_file uuid REFERENCES sorting_file,
      ADD COLUMN agreement_signatures jsonb NOT NULL DEFAULT '[]';
    UPDATE sorting SET agreed_how = 'online' WHERE agreed_at IS NOT NULL;

    ALTER TABLE sorting DROP CONSTRAINT sorting_agreement_whole;
    ALTER TABLE sorting ADD CONSTRAINT sorting_agreement_whole CHECK (
      (state IN ('agreed', 'done')) = (agreed_at IS NOT NULL) AND (agreed_at IS NULL OR (
        agreed_by_name IS NOT NULL AND agreed_on IS NOT NULL AND reference IS NOT NULL AND agreed_sha512 IS NOT NULL AND (
          (agreed_how IS NOT DISTINCT FROM 'online' AND agreed_by IS NOT NULL AND recorded_by IS NULL)
          OR (agreed_how IS NOT DISTINCT FROM 'paper' AND agreed_by IS NULL AND recorded_by IS NOT NULL AND agreement_file IS NOT NULL)))));

    CREATE OR REPLACE FUNCTION keep_sorting() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF tg_op = 'DELETE' THEN RAISE EXCEPTION 'a sorting stays' USING ERRCODE = 'restrict_violation'; END IF;
      IF old.agreed_at IS NOT NULL AND (new.row, new.rule, new.criterion, new.agreed_by, new.agreed_by_name, new.agreed_on, new.reference, new.agreed_at, new.agreed_sha512, new.proposed_by, new.proposed_at, new.proposed_sha512, new.created_by, new.agreed_how, new.recorded_by, new.recorded_by_name, new.agreement_file, new.agreement_signatures) IS DISTINCT FROM (old.row, old.rule, old.criterion, old.agreed_by, old.agreed_by_name, old.agreed_on, old.reference, old.agreed_at, old.agreed_sha512, old.proposed_by, old.proposed_at, old.proposed_sha512, old.created_by, old.agreed_how, old.recorded_by, old.recorded_by_name, old.agreement_file, old.agreement_signatures) THEN
        RAISE EXCEPTION 'what was agreed does not change' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN new;
    END $$;
  `.execute(db);
}
