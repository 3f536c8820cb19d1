import { sql, type Kysely } from 'kysely';

/** Mails, their documents and people around them; `tray_count` is kept by a trigger, so that no writer can forget it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE person (
      id text PRIMARY KEY,
      display_name text NOT NULL,
      email text,
      groups text[] NOT NULL DEFAULT '{}',
      seen_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE deposit (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      idempotency_key text,
      idempotency_digest text,
      source text NOT NULL CHECK (source IN ('page', 'api', 'folder', 'import')),
      channel text NOT NULL,
      grouping text NOT NULL CHECK (grouping IN ('perFile', 'oneMail')),
      sender_name text, sender_address text, sender_email text,
      subject text,
      received_at date,
      created_at timestamptz NOT NULL DEFAULT now(),
      created_by text NOT NULL,
      correlation_id text NOT NULL,
      imported jsonb,
      UNIQUE (entity_id, created_by, idempotency_key)
    );
    CREATE INDEX deposit_newest ON deposit (entity_id, id DESC);

    CREATE TABLE correspondent (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      kind text NOT NULL,
      name text NOT NULL,
      search_name text NOT NULL,
      address text, postcode text, city text, email text,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX correspondent_name ON correspondent (entity_id, search_name text_pattern_ops);

    CREATE TABLE mail (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      category text NOT NULL,
      state text NOT NULL,
      revision integer NOT NULL DEFAULT 1,
      deposit_id uuid REFERENCES deposit,
      channel text NOT NULL,
      register text, year integer, number integer, chrono text,
      subject text, summary text, type text,
      proposals jsonb NOT NULL DEFAULT '{}',
      read_text text NOT NULL DEFAULT '',
      correspondent_id uuid REFERENCES correspondent,
      correspondent jsonb,
      service text, wanted_service text, tray text,
      copies text[] NOT NULL DEFAULT '{}',
      assignee text, assignee_name text,
      confidentiality integer NOT NULL DEFAULT 0 CHECK (confidentiality BETWEEN 0 AND 4),
      compartment text,
      readers text[] NOT NULL DEFAULT '{}',
      listers text[] NOT NULL DEFAULT '{}',
      route_because jsonb, due_because jsonb,
      due_date date, document_date date, postmark_date date, received_at date, departure_date date,
      registered_at timestamptz, closed_at timestamptz, closing_reason text,
      answer_of uuid REFERENCES mail,
      let_through boolean NOT NULL DEFAULT false,
      schedule_row text, declared_trigger date, retention_trigger date, retention_due date,
      node_name text, node_path text, node_id text,
      desired_version integer NOT NULL DEFAULT 0,
      applied_version integer NOT NULL DEFAULT 0,
      created_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (entity_id, register, year, number),
      CHECK (state <> 'registered' OR chrono IS NOT NULL),
      CHECK (applied_version <= desired_version)
    );
    CREATE UNIQUE INDEX mail_chrono ON mail (entity_id, chrono);
    CREATE INDEX mail_tray ON mail (entity_id, tray, (coalesce(due_date, 'infinity'::date)), id) WHERE state IN ('distributed', 'inProgress', 'toSend');
    CREATE INDEX mail_queue ON mail (entity_id, id) WHERE state IN ('toQualify', 'registered');
    CREATE INDEX mail_assignee ON mail (entity_id, assignee, (coalesce(due_date, 'infinity'::date)), id) WHERE state IN ('distributed', 'inProgress', 'toSend');
    CREATE INDEX mail_due ON mail (entity_id, due_date, id) WHERE state IN ('distributed', 'inProgress', 'toSend');
    CREATE INDEX mail_copies ON mail USING gin (copies) WHERE copies <> '{}';
    CREATE INDEX mail_deposit ON mail (deposit_id);
    CREATE INDEX mail_answer_of ON mail (answer_of) WHERE answer_of IS NOT NULL;
    CREATE INDEX mail_unapplied ON mail (id) WHERE applied_version < desired_version;
    CREATE INDEX mail_retention ON mail (entity_id, retention_due, id) WHERE retention_due IS NOT NULL;
    CREATE INDEX mail_words ON mail USING gin (to_tsvector('french', coalesce(chrono, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(correspondent->>'name', '') || ' ' || left(read_text, 100000)));

    CREATE TABLE document (
      id uuid PRIMARY KEY,
      mail_id uuid NOT NULL REFERENCES mail,
      position integer NOT NULL,
      role text NOT NULL,
      name text NOT NULL,
      media_type text NOT NULL,
      size bigint NOT NULL,
      sha512 text NOT NULL,
      pages integer NOT NULL,
      confidence real, engine text,
      warnings jsonb NOT NULL DEFAULT '[]',
      spool_key text, node_id text,
      searchable_size bigint, searchable_sha512 text, searchable_key text, searchable_node_id text,
      stored_at timestamptz,
      UNIQUE (mail_id, position)
    );

    CREATE TABLE deposit_file (
      id uuid PRIMARY KEY,
      deposit_id uuid NOT NULL REFERENCES deposit,
      position integer NOT NULL,
      original_name text NOT NULL,
      size bigint NOT NULL,
      sha512 text NOT NULL,
      spool_key text NOT NULL,
      state text NOT NULL CHECK (state IN ('waiting', 'reading', 'read', 'quarantined', 'discarded')),
      media_type text, reason text, reason_params jsonb,
      warnings jsonb NOT NULL DEFAULT '[]',
      pages integer, confidence real, engine text,
      searchable_key text, searchable_size bigint, searchable_sha512 text,
      mail_id uuid REFERENCES mail,
      read_at timestamptz,
      UNIQUE (deposit_id, position)
    );
    CREATE INDEX deposit_file_quarantine ON deposit_file (id) WHERE state = 'quarantined';

    CREATE TABLE page_text (
      file_id uuid NOT NULL REFERENCES deposit_file,
      number integer NOT NULL,
      text text NOT NULL,
      PRIMARY KEY (file_id, number)
    );

    CREATE TABLE note (
      id uuid PRIMARY KEY,
      mail_id uuid NOT NULL REFERENCES mail,
      author text NOT NULL,
      author_name text NOT NULL,
      text text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX note_mail ON note (mail_id, id);

    CREATE TABLE undo (
      token uuid PRIMARY KEY,
      mail_id uuid NOT NULL UNIQUE REFERENCES mail,
      action text NOT NULL,
      actor text NOT NULL,
      revision integer NOT NULL,
      before jsonb NOT NULL,
      until timestamptz NOT NULL
    );

    CREATE TABLE tray_count (
      entity_id text NOT NULL,
      tray text NOT NULL,
      open integer NOT NULL CHECK (open >= 0),
      PRIMARY KEY (entity_id, tray)
    );
    CREATE FUNCTION count_tray() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      before text := CASE WHEN TG_OP <> 'INSERT' AND OLD.state IN ('distributed', 'inProgress', 'toSend') THEN OLD.tray END;
      after text := CASE WHEN TG_OP <> 'DELETE' AND NEW.state IN ('distributed', 'inProgress', 'toSend') THEN NEW.tray END;
      moved record;
      entity text := CASE WHEN TG_OP = 'DELETE' THEN OLD.entity_id ELSE NEW.entity_id END;
    BEGIN
      IF before IS NOT DISTINCT FROM after THEN RETURN NULL; END IF;
      -- In the order of their names, so that two mails that change places never wait for one another.
      FOR moved IN SELECT v.tray, v.change FROM (VALUES (before, -1), (after, 1)) AS v (tray, change) WHERE v.tray IS NOT NULL ORDER BY v.tray LOOP
        IF moved.change < 0 THEN
          UPDATE tray_count SET open = open - 1 WHERE entity_id = entity AND tray = moved.tray;
        ELSE
          INSERT INTO tray_count VALUES (entity, moved.tray, 1) ON CONFLICT (entity_id, tray) DO UPDATE SET open = tray_count.open + 1;
        END IF;
      END LOOP;
      RETURN NULL;
    END $$;
    CREATE TRIGGER mail_count_tray AFTER INSERT OR DELETE OR UPDATE OF state, tray ON mail FOR EACH ROW EXECUTE FUNCTION count_tray();

    CREATE TABLE retention_notice (
      mail_id uuid PRIMARY KEY REFERENCES mail,
      due date NOT NULL,
      noticed_at timestamptz NOT NULL DEFAULT now()
    );

    CREATE TABLE notice (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      audience text NOT NULL,
      kind text NOT NULL,
      key text NOT NULL,
      params jsonb NOT NULL,
      link text,
      created_at timestamptz NOT NULL DEFAULT now(),
      mailed_at timestamptz,
      UNIQUE (entity_id, audience, kind, key)
    );
    CREATE TABLE notice_read (
      notice_id uuid NOT NULL REFERENCES notice,
      person text NOT NULL,
      read_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (notice_id, person)
    );
  `.execute(db);
}
