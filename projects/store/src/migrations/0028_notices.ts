import { sql, type Kysely } from 'kysely';

/**
 * How each person wants to be told, what waits to be sent to them, and what has left; the channel by which processes tell
 * one another what open pages should ask for again. What was parted from a correspondent, so that it can be taken back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE notice_preference (
      entity_id text NOT NULL REFERENCES entity,
      person text NOT NULL,
      choices jsonb NOT NULL DEFAULT '{}',
      hour smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
      weekday smallint NOT NULL CHECK (weekday BETWEEN 1 AND 7),
      working_days boolean NOT NULL,
      quiet boolean NOT NULL,
      language text NOT NULL CHECK (language IN ('fr', 'en')),
      updated_at timestamptz NOT NULL,
      PRIMARY KEY (entity_id, person)
    );

    CREATE TABLE notice_letter (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      person text NOT NULL,
      made_at timestamptz NOT NULL,
      mailed_at timestamptz
    );
    CREATE INDEX notice_letter_waiting ON notice_letter (entity_id, person) WHERE mailed_at IS NULL;

    CREATE TABLE notice_outbox (
      notice_id uuid NOT NULL REFERENCES notice,
      entity_id text NOT NULL REFERENCES entity,
      person text NOT NULL,
      due_at timestamptz NOT NULL,
      letter_id uuid REFERENCES notice_letter,
      PRIMARY KEY (notice_id, person)
    );
    CREATE INDEX notice_outbox_waiting ON notice_outbox (entity_id, person, due_at) WHERE letter_id IS NULL;
    CREATE INDEX notice_outbox_letter ON notice_outbox (letter_id) WHERE letter_id IS NOT NULL;

    CREATE INDEX notice_audience ON notice (entity_id, audience, id DESC);

    CREATE FUNCTION announce_notice() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_notify('bannette_live', 'notice ' || NEW.id); RETURN NULL; END $$;
    CREATE TRIGGER notice_announce AFTER INSERT ON notice FOR EACH ROW EXECUTE FUNCTION announce_notice();
    CREATE FUNCTION announce_notice_read() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_notify('bannette_live', 'read ' || NEW.person); RETURN NULL; END $$;
    CREATE TRIGGER notice_read_announce AFTER INSERT ON notice_read FOR EACH ROW EXECUTE FUNCTION announce_notice_read();
    CREATE FUNCTION announce_tray() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN PERFORM pg_notify('bannette_live', 'tray ' || NEW.tray); RETURN NULL; END $$;
    CREATE TRIGGER tray_count_announce AFTER INSERT OR UPDATE ON tray_count FOR EACH ROW EXECUTE FUNCTION announce_tray();

    ALTER TABLE correspondent_position ADD COLUMN department text;
    CREATE INDEX correspondent_reference_value ON correspondent_reference (entity_id, value);
    -- Keyed anew by whoever starts next, some at a time: how words begin is a key now, and who may know of whom.
    UPDATE correspondent SET search_keys = NULL WHERE search_keys IS NOT NULL;
    -- Who may know of a private person by a mail of theirs: never fewer groups than may, so that a search asks few for the proof.
    CREATE FUNCTION correspondent_known_to() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE known tsvector;
      BEGIN
        IF NEW.correspondent_id IS NULL THEN RETURN NULL; END IF;
        known := array_to_tsvector(ARRAY(SELECT '@' || reader FROM unnest(NEW.readers) AS reader));
        UPDATE correspondent SET search_keys = search_keys || known
          WHERE id = NEW.correspondent_id AND kind = 'individual' AND search_keys IS NOT NULL AND NOT tsvector_to_array(search_keys) @> tsvector_to_array(known);
        RETURN NULL;
      END $$;
    -- By the index, always: told that many are wanted and few asked for, the planner would rather read the table from its beginning.
    CREATE FUNCTION correspondents_by_keys(entity text, query tsquery, begun text[], most integer) RETURNS SETOF correspondent
      LANGUAGE sql STABLE SET enable_seqscan = off AS $$
        SELECT * FROM correspondent
          WHERE search_keys @@ query AND merged_into IS NULL AND entity_id = entity
            AND NOT EXISTS (SELECT FROM unnest(begun) AS word WHERE ' ' || search_name NOT LIKE '% ' || word || '%')
          LIMIT most;
      $$;
    CREATE TRIGGER mail_correspondent_known AFTER INSERT OR UPDATE OF correspondent_id, readers ON mail FOR EACH ROW EXECUTE FUNCTION correspondent_known_to();

    CREATE TABLE correspondent_split (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      source uuid NOT NULL REFERENCES correspondent,
      target uuid NOT NULL REFERENCES correspondent,
      moved jsonb NOT NULL,
      by text NOT NULL,
      at timestamptz NOT NULL,
      undone_by text, undone_at timestamptz
    );
    CREATE INDEX correspondent_split_source ON correspondent_split (source, id DESC);
    CREATE INDEX correspondent_split_target ON correspondent_split (target, id DESC);
  `.execute(db);
}
