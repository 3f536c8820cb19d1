import { sql, type Kysely } from 'kysely';

/** What Alfresco tells and what was found there; `open_alerts` is kept by a trigger, so that no writer can forget it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE mail ADD COLUMN gone_at timestamptz, ADD COLUMN open_alerts integer NOT NULL DEFAULT 0;
    ALTER TABLE document ADD COLUMN gone_at timestamptz, ADD COLUMN held_at timestamptz;
    CREATE INDEX mail_node ON mail (node_id) WHERE node_id IS NOT NULL;
    CREATE INDEX document_node ON document (node_id) WHERE node_id IS NOT NULL;
    CREATE INDEX document_searchable_node ON document (searchable_node_id) WHERE searchable_node_id IS NOT NULL;

    CREATE TABLE alfresco_event (
      id text PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      mail_id uuid NOT NULL REFERENCES mail,
      node_id text NOT NULL,
      at timestamptz NOT NULL,
      received_at timestamptz NOT NULL DEFAULT now(),
      position bigint GENERATED ALWAYS AS IDENTITY,
      event jsonb,
      handled_at timestamptz,
      CHECK (event IS NOT NULL OR handled_at IS NOT NULL)
    );
    CREATE INDEX alfresco_event_waiting ON alfresco_event (mail_id, position) WHERE handled_at IS NULL;
    CREATE INDEX alfresco_event_handled ON alfresco_event (handled_at) WHERE handled_at IS NOT NULL;

    CREATE TABLE alfresco_stream (
      entity_id text PRIMARY KEY REFERENCES entity,
      connected_at timestamptz,
      lost_at timestamptz,
      heard_at timestamptz,
      event_at timestamptz,
      heard bigint NOT NULL DEFAULT 0,
      malformed bigint NOT NULL DEFAULT 0
    );

    CREATE TABLE document_version (
      node_id text NOT NULL,
      label text NOT NULL,
      document_id uuid NOT NULL REFERENCES document,
      sha512 text NOT NULL,
      size bigint NOT NULL,
      media_type text NOT NULL,
      author text,
      made_at timestamptz,
      noticed_at timestamptz NOT NULL,
      PRIMARY KEY (node_id, label)
    );
    CREATE INDEX document_version_document ON document_version (document_id, noticed_at);

    CREATE TABLE alert (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      mail_id uuid NOT NULL REFERENCES mail,
      document_id uuid REFERENCES document,
      kind text NOT NULL,
      node_id text NOT NULL,
      mark text NOT NULL,
      author text,
      data jsonb NOT NULL DEFAULT '{}',
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'seen', 'settled')),
      times integer NOT NULL DEFAULT 1,
      raised_at timestamptz NOT NULL,
      last_at timestamptz NOT NULL,
      seen_by text, seen_at timestamptz,
      settled_by text, settled_at timestamptz, reason text
    );
    CREATE UNIQUE INDEX alert_unsettled ON alert (node_id, kind, mark) WHERE state <> 'settled';
    CREATE INDEX alert_mail ON alert (mail_id);
    CREATE INDEX alert_list ON alert (entity_id, id DESC);
    CREATE INDEX alert_list_unsettled ON alert (entity_id, id DESC) WHERE state <> 'settled';

    CREATE FUNCTION count_alerts() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      change integer := (TG_OP <> 'DELETE' AND NEW.state <> 'settled')::integer - (TG_OP <> 'INSERT' AND OLD.state <> 'settled')::integer;
    BEGIN
      IF change <> 0 THEN
        UPDATE mail SET open_alerts = open_alerts + change WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.mail_id ELSE NEW.mail_id END;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER alert_counted AFTER INSERT OR DELETE OR UPDATE OF state ON alert FOR EACH ROW EXECUTE FUNCTION count_alerts();

    CREATE TABLE reconciliation (
      entity_id text PRIMARY KEY REFERENCES entity,
      after_mail uuid,
      changes_until timestamptz,
      begun_at timestamptz,
      finished_at timestamptz,
      checked integer NOT NULL DEFAULT 0,
      found integer NOT NULL DEFAULT 0,
      last_checked integer NOT NULL DEFAULT 0,
      last_found integer NOT NULL DEFAULT 0
    );
  `.execute(db);
}
