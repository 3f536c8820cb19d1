import { sql, type Kysely } from 'kysely';

/** Versions of the retention schedule with their agreement, what each would change, and how the file plan differs from the one in force. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE schedule_version (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL,
      number int NOT NULL CHECK (number > 0),
      state text NOT NULL CHECK (state IN ('draft', 'agreed', 'inForce', 'superseded')),
      revision int NOT NULL DEFAULT 1,
      title text NOT NULL,
      rows jsonb NOT NULL CHECK (jsonb_typeof(rows) = 'array'),
      based_on uuid REFERENCES schedule_version,
      created_by text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      changed_by text,
      changed_at timestamptz,
      agreement jsonb,
      agreed_by text,
      agreed_at timestamptz,
      in_force_by text,
      in_force_at timestamptz,
      superseded_at timestamptz,
      setting_version int,
      UNIQUE (entity_id, number),
      CONSTRAINT schedule_agreed CHECK (state <> 'agreed' OR (agreement IS NOT NULL AND agreed_by IS NOT NULL AND agreed_at IS NOT NULL)),
      CONSTRAINT schedule_published CHECK ((state IN ('inForce', 'superseded')) = (setting_version IS NOT NULL) AND (setting_version IS NULL) = (in_force_at IS NULL)),
      CONSTRAINT schedule_superseded CHECK ((state = 'superseded') = (superseded_at IS NOT NULL))
    );
    CREATE UNIQUE INDEX schedule_version_in_force ON schedule_version (entity_id) WHERE state = 'inForce';
    CREATE UNIQUE INDEX schedule_version_open ON schedule_version (entity_id) WHERE state IN ('draft', 'agreed');
    CREATE UNIQUE INDEX schedule_version_setting ON schedule_version (entity_id, setting_version) WHERE setting_version IS NOT NULL;

    -- What has been in force stays as it was; what the archives agreed to is changed only by going back to a draft.
    CREATE FUNCTION keep_schedule_version() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF tg_op = 'DELETE' THEN
        IF old.state IN ('inForce', 'superseded') THEN RAISE EXCEPTION 'delete of a schedule that was in force is refused' USING ERRCODE = 'restrict_violation'; END IF;
        RETURN old;
      END IF;
      IF old.state IN ('inForce', 'superseded') AND (new.state = 'draft' OR new.state = 'agreed' OR (old.state = 'superseded' AND new.state <> 'superseded')
        OR (new.number, new.title, new.rows, new.agreement, new.agreed_by, new.agreed_at, new.in_force_by, new.in_force_at, new.setting_version) IS DISTINCT FROM (old.number, old.title, old.rows, old.agreement, old.agreed_by, old.agreed_at, old.in_force_by, old.in_force_at, old.setting_version)) THEN
        RAISE EXCEPTION 'change of a schedule that was in force is refused' USING ERRCODE = 'restrict_violation';
      END IF;
      IF old.state = 'agreed' AND new.state <> 'draft' AND (new.title, new.rows, new.agreement) IS DISTINCT FROM (old.title, old.rows, old.agreement) THEN
        RAISE EXCEPTION 'change of a schedule that is agreed is refused' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN new;
    END $$;
    CREATE TRIGGER schedule_version_kept BEFORE UPDATE OR DELETE ON schedule_version FOR EACH ROW EXECUTE FUNCTION keep_schedule_version();
    ALTER TABLE schedule_version ENABLE ALWAYS TRIGGER schedule_version_kept;

    CREATE TABLE schedule_simulation (
      version_id uuid PRIMARY KEY REFERENCES schedule_version ON DELETE CASCADE,
      revision int NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'done')),
      asked_by text NOT NULL,
      asked_at timestamptz NOT NULL DEFAULT now(),
      done_at timestamptz,
      result jsonb,
      CHECK ((state = 'done') = (done_at IS NOT NULL AND result IS NOT NULL))
    );

    CREATE TABLE schedule_drift (
      entity_id text NOT NULL,
      row_code text NOT NULL,
      mark text NOT NULL,
      category_id text,
      category_name text,
      drift jsonb NOT NULL,
      authority text,
      steps jsonb NOT NULL,
      checked_at timestamptz NOT NULL,
      PRIMARY KEY (entity_id, row_code)
    );
    CREATE TABLE schedule_comparison (
      entity_id text PRIMARY KEY,
      setting_version int NOT NULL,
      checked_at timestamptz NOT NULL,
      problem text,
      foreign_categories jsonb NOT NULL
    );
  `.execute(db);
}
