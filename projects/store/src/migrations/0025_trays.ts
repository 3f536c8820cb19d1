import { sql, type Kysely } from 'kysely';

const treated = `('distributed', 'inProgress', 'toSend')`;
const central = 'GROUP_GEC_COURRIER';

/**
 * Trays as saved queries. What a tray holds is found by an index, and never counted when it is read: each change of a mail
 * leaves in `tray_delta` what it adds and takes away, by a trigger, so that no writer can forget it and none waits for
 * another; these are added up in `tray_bucket`, by the day something is due, and in `tray_total`, so that midnight changes nothing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    CREATE TABLE mail_person (
      mail_id uuid NOT NULL REFERENCES mail,
      person_id text NOT NULL,
      read_at timestamptz,
      followed_at timestamptz,
      PRIMARY KEY (person_id, mail_id)
    );
    CREATE INDEX mail_person_mail ON mail_person (mail_id);
    CREATE INDEX mail_person_followed ON mail_person (person_id, mail_id) WHERE followed_at IS NOT NULL;

    CREATE TABLE mail_lock (
      mail_id uuid PRIMARY KEY REFERENCES mail,
      person_id text NOT NULL,
      person_name text NOT NULL,
      since timestamptz NOT NULL,
      until timestamptz NOT NULL
    );

    CREATE TABLE saved_tray (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      owner text NOT NULL,
      name text NOT NULL,
      query jsonb NOT NULL,
      sort text NOT NULL,
      shared_with text,
      revision integer NOT NULL DEFAULT 1,
      asked_at timestamptz,
      counted_at timestamptz, counted_on date,
      counting_ms integer,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX saved_tray_owner ON saved_tray (entity_id, owner);
    CREATE INDEX saved_tray_shared ON saved_tray (entity_id, shared_with) WHERE shared_with IS NOT NULL;
    CREATE TABLE tray_pin (
      entity_id text NOT NULL REFERENCES entity,
      person_id text NOT NULL,
      tray text NOT NULL,
      position integer NOT NULL,
      PRIMARY KEY (entity_id, person_id, tray)
    );

    CREATE TABLE bulk (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      person_id text NOT NULL,
      action text NOT NULL,
      body jsonb NOT NULL,
      state text NOT NULL CHECK (state IN ('running', 'done', 'undoing', 'undone')),
      created_at timestamptz NOT NULL,
      finished_at timestamptz,
      undo_until timestamptz
    );
    CREATE INDEX bulk_person ON bulk (entity_id, person_id, id DESC);
    CREATE TABLE bulk_item (
      bulk_id uuid NOT NULL REFERENCES bulk ON DELETE CASCADE,
      position integer NOT NULL,
      mail_id uuid NOT NULL,
      revision integer,
      outcome text CHECK (outcome IN ('done', 'refused', 'moved', 'undone', 'kept')),
      code text, params jsonb,
      undo_token uuid,
      PRIMARY KEY (bulk_id, position)
    );

    CREATE TABLE mail_copy (
      entity_id text NOT NULL,
      service text NOT NULL,
      due date NOT NULL,
      mail_id uuid NOT NULL,
      PRIMARY KEY (entity_id, service, due, mail_id)
    );
    CREATE INDEX mail_copy_mail ON mail_copy (mail_id);

    CREATE TABLE tray_bucket (
      entity_id text NOT NULL,
      who text[] NOT NULL,
      guard text[] NOT NULL,
      day date NOT NULL,
      open integer NOT NULL,
      PRIMARY KEY (entity_id, who, guard, day)
    );
    -- All days of a bucket together; late is what falls due before as_of.
    CREATE TABLE tray_total (
      entity_id text NOT NULL,
      who text[] NOT NULL,
      guard text[] NOT NULL,
      open integer NOT NULL,
      late integer NOT NULL,
      as_of date NOT NULL,
      PRIMARY KEY (entity_id, who, guard)
    );
    CREATE INDEX tray_total_who ON tray_total USING gin (who);
    CREATE INDEX tray_total_as_of ON tray_total (as_of);
    CREATE TABLE tray_delta (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      entity_id text NOT NULL,
      who text[] NOT NULL,
      guard text[] NOT NULL,
      day date NOT NULL,
      change integer NOT NULL
    );

    CREATE INDEX mail_service_due ON mail (entity_id, service, (coalesce(due_date, 'infinity'::date)), id) WHERE state IN ${treated};
    CREATE INDEX mail_service_newest ON mail (entity_id, service, id) WHERE state IN ${treated};
    CREATE INDEX mail_unassigned ON mail (entity_id, service, (coalesce(due_date, 'infinity'::date)), id) WHERE state IN ${treated} AND assignee IS NULL;
    CREATE INDEX mail_for_function ON mail (entity_id, service, for_function, (coalesce(due_date, 'infinity'::date)), id) WHERE state IN ${treated} AND assignee IS NULL AND for_function IS NOT NULL;
    CREATE INDEX mail_waiting_rooms ON mail (entity_id, (coalesce(mail_rooms, ARRAY['${central}'])), (coalesce(due_date, 'infinity'::date)), id) WHERE state IN ('toQualify', 'registered');
    CREATE INDEX mail_alerted_service ON mail (entity_id, service, (coalesce(due_date, 'infinity'::date)), id) WHERE open_alerts > 0;
    CREATE INDEX mail_alerted_assignee ON mail (entity_id, assignee, (coalesce(due_date, 'infinity'::date)), id) WHERE open_alerts > 0;
    CREATE INDEX mail_chrono_prefix ON mail (chrono text_pattern_ops) WHERE chrono IS NOT NULL;
    CREATE INDEX mail_of_type ON mail (entity_id, type, id);

    -- Each place in which a mail is counted: whose tray, which groups may see it there (none named: all whose tray it is), the day it is due.
    CREATE FUNCTION tray_places(mail_id uuid, state text, tray text, service text, assignee text, copies text[], readers text[], listers text[], mail_rooms text[], confidentiality integer, due date, alerts integer, for_function text)
    RETURNS TABLE (who text[], guard text[], day date) LANGUAGE sql STABLE AS $$
      SELECT ARRAY['tray:' || tray], ARRAY[]::text[], coalesce(due, 'infinity') WHERE tray IS NOT NULL AND state IN ${treated}
      UNION ALL SELECT ARRAY['service:' || service], CASE WHEN confidentiality < 2 THEN '{}' ELSE readers END, coalesce(due, 'infinity') WHERE service IS NOT NULL AND state IN ${treated}
      UNION ALL SELECT ARRAY['unassigned:' || service], ARRAY[]::text[], coalesce(due, 'infinity') WHERE service IS NOT NULL AND assignee IS NULL AND state IN ${treated}
      UNION ALL SELECT ARRAY['function:' || for_function || ':' || service], ARRAY[]::text[], coalesce(due, 'infinity') WHERE for_function IS NOT NULL AND service IS NOT NULL AND assignee IS NULL AND state IN ${treated}
      UNION ALL SELECT ARRAY['assignee:' || assignee], listers, coalesce(due, 'infinity') WHERE assignee IS NOT NULL AND state IN ${treated}
      UNION ALL SELECT ARRAY(SELECT DISTINCT 'copy:' || c FROM unnest(copies) c ORDER BY 1), CASE WHEN confidentiality < 2 THEN '{}' ELSE readers END, coalesce(due, 'infinity') WHERE copies <> '{}' AND state IN ${treated}
      UNION ALL SELECT ARRAY(SELECT DISTINCT 'queue:' || g FROM unnest(coalesce(mail_rooms, ARRAY['${central}'])) g ORDER BY 1), ARRAY[]::text[], coalesce(due, 'infinity') WHERE state IN ('toQualify', 'registered')
      UNION ALL SELECT array_remove(ARRAY['signal-service:' || service, 'signal-assignee:' || assignee], NULL), listers, coalesce(due, 'infinity') WHERE alerts > 0 AND state <> 'voided' AND (service IS NOT NULL OR assignee IS NOT NULL)
      UNION ALL SELECT ARRAY['followed:' || p.person_id], readers, CASE WHEN state IN ('closed', 'noFollowUp', 'sent', 'voided') THEN 'infinity' ELSE coalesce(due, 'infinity') END FROM mail_person p WHERE p.mail_id = tray_places.mail_id AND p.followed_at IS NOT NULL
      UNION ALL SELECT ARRAY['read:' || p.person_id || ':' || service], CASE WHEN confidentiality < 2 THEN '{}' ELSE readers END, coalesce(due, 'infinity') FROM mail_person p WHERE p.mail_id = tray_places.mail_id AND p.read_at IS NOT NULL AND service IS NOT NULL AND state IN ${treated}
    $$;

    CREATE FUNCTION mail_trays_added() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO tray_delta (entity_id, who, guard, day, change)
        SELECT n.entity_id, p.who, p.guard, p.day, count(*) FROM after n, tray_places(n.id, n.state, n.tray, n.service, n.assignee, n.copies, n.readers, n.listers, n.mail_rooms, n.confidentiality, n.due_date, n.open_alerts, n.for_function) p GROUP BY 1, 2, 3, 4;
      INSERT INTO mail_copy SELECT DISTINCT n.entity_id, c, coalesce(n.due_date, 'infinity'), n.id FROM after n, unnest(n.copies) c WHERE n.state IN ${treated};
      RETURN NULL;
    END $$;
    CREATE FUNCTION mail_trays_removed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO tray_delta (entity_id, who, guard, day, change)
        SELECT o.entity_id, p.who, p.guard, p.day, -count(*) FROM before o, tray_places(o.id, o.state, o.tray, o.service, o.assignee, o.copies, o.readers, o.listers, o.mail_rooms, o.confidentiality, o.due_date, o.open_alerts, o.for_function) p GROUP BY 1, 2, 3, 4;
      DELETE FROM mail_copy c USING before o WHERE c.mail_id = o.id;
      RETURN NULL;
    END $$;
    CREATE FUNCTION mail_trays_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF NOT EXISTS (SELECT FROM before o JOIN after n ON n.id = o.id WHERE (o.state, o.tray, o.service, o.assignee, o.copies, o.readers, o.listers, o.mail_rooms, o.confidentiality, o.due_date, o.open_alerts > 0, o.for_function) IS DISTINCT FROM (n.state, n.tray, n.service, n.assignee, n.copies, n.readers, n.listers, n.mail_rooms, n.confidentiality, n.due_date, n.open_alerts > 0, n.for_function)) THEN RETURN NULL; END IF;
      INSERT INTO tray_delta (entity_id, who, guard, day, change)
        SELECT entity_id, who, guard, day, sum(change) FROM (
          SELECT o.entity_id, p.who, p.guard, p.day, -1 AS change FROM before o, tray_places(o.id, o.state, o.tray, o.service, o.assignee, o.copies, o.readers, o.listers, o.mail_rooms, o.confidentiality, o.due_date, o.open_alerts, o.for_function) p
          UNION ALL
          SELECT n.entity_id, p.who, p.guard, p.day, 1 FROM after n, tray_places(n.id, n.state, n.tray, n.service, n.assignee, n.copies, n.readers, n.listers, n.mail_rooms, n.confidentiality, n.due_date, n.open_alerts, n.for_function) p
        ) moved GROUP BY 1, 2, 3, 4 HAVING sum(change) <> 0;
      DELETE FROM mail_copy c USING before o WHERE c.mail_id = o.id;
      INSERT INTO mail_copy SELECT DISTINCT n.entity_id, c, coalesce(n.due_date, 'infinity'), n.id FROM after n, unnest(n.copies) c WHERE n.state IN ${treated};
      RETURN NULL;
    END $$;
    CREATE TRIGGER mail_trays_added AFTER INSERT ON mail REFERENCING NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mail_trays_added();
    CREATE TRIGGER mail_trays_removed AFTER DELETE ON mail REFERENCING OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION mail_trays_removed();
    CREATE TRIGGER mail_trays_changed AFTER UPDATE ON mail REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION mail_trays_changed();

    -- The mail is held while its reader is counted: a change of its day at the same moment would be missed.
    CREATE FUNCTION mail_person_counted() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
      m record;
      person text := CASE WHEN TG_OP = 'DELETE' THEN OLD.person_id ELSE NEW.person_id END;
      followed integer := (TG_OP <> 'DELETE' AND NEW.followed_at IS NOT NULL)::integer - (TG_OP <> 'INSERT' AND OLD.followed_at IS NOT NULL)::integer;
      seen integer := (TG_OP <> 'DELETE' AND NEW.read_at IS NOT NULL)::integer - (TG_OP <> 'INSERT' AND OLD.read_at IS NOT NULL)::integer;
    BEGIN
      IF followed = 0 AND seen = 0 THEN RETURN NULL; END IF;
      SELECT entity_id, state, service, readers, confidentiality, coalesce(due_date, 'infinity'::date) AS due INTO m FROM mail WHERE id = CASE WHEN TG_OP = 'DELETE' THEN OLD.mail_id ELSE NEW.mail_id END FOR SHARE;
      IF followed <> 0 THEN
        INSERT INTO tray_delta (entity_id, who, guard, day, change) VALUES (m.entity_id, ARRAY['followed:' || person], m.readers, CASE WHEN m.state IN ('closed', 'noFollowUp', 'sent', 'voided') THEN 'infinity' ELSE m.due END, followed);
      END IF;
      IF seen <> 0 AND m.service IS NOT NULL AND m.state IN ${treated} THEN
        INSERT INTO tray_delta (entity_id, who, guard, day, change) VALUES (m.entity_id, ARRAY['read:' || person || ':' || m.service], CASE WHEN m.confidentiality < 2 THEN '{}' ELSE m.readers END, m.due, seen);
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER mail_person_counted AFTER INSERT OR DELETE OR UPDATE ON mail_person FOR EACH ROW EXECUTE FUNCTION mail_person_counted();

    -- What the tables of mails say now, counted anew.
    CREATE VIEW tray_recount AS
      SELECT m.entity_id, p.who, p.guard, p.day, count(*)::integer AS open
      FROM mail m, tray_places(m.id, m.state, m.tray, m.service, m.assignee, m.copies, m.readers, m.listers, m.mail_rooms, m.confidentiality, m.due_date, m.open_alerts, m.for_function) p
      GROUP BY 1, 2, 3, 4;
    CREATE VIEW tray_kept AS
      SELECT entity_id, who, guard, day, sum(open)::integer AS open FROM (SELECT entity_id, who, guard, day, open FROM tray_bucket UNION ALL SELECT entity_id, who, guard, day, change FROM tray_delta) kept GROUP BY 1, 2, 3, 4;

    INSERT INTO tray_bucket SELECT * FROM tray_recount;
    INSERT INTO tray_total SELECT entity_id, who, guard, sum(open), coalesce(sum(open) FILTER (WHERE day < current_date), 0), current_date FROM tray_bucket GROUP BY 1, 2, 3;
    INSERT INTO mail_copy SELECT DISTINCT m.entity_id, c, coalesce(m.due_date, 'infinity'::date), m.id FROM mail m, unnest(m.copies) c WHERE m.state IN ${treated};
  `)
    .execute(db);
}
