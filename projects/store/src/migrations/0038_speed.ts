import { sql, type Kysely } from 'kysely';

const treated = `('distributed', 'inProgress', 'toSend')`;
/** What decides in which trays a mail is. */
const placing = (mail: 'OLD' | 'NEW'): string => `(${['state', 'tray', 'service', 'assignee', 'copies', 'readers', 'listers', 'mail_rooms', 'confidentiality', 'due_date', 'for_function', 'open_alerts > 0'].map((column) => `${mail}.${column}`).join(', ')})`;
const placesOf = (mail: 'OLD' | 'NEW'): string => `tray_places(${['id', 'state', 'tray', 'service', 'assignee', 'copies', 'readers', 'listers', 'mail_rooms', 'confidentiality', 'due_date', 'open_alerts', 'for_function'].map((column) => `${mail}.${column}`).join(', ')}) p`;

/**
 * Whoever hears of the journal is told which types of entries came, so that only those wake whom it concerns. Open pages are
 * told of a tray as its mail comes and goes; the count that was kept for that, under a lock that all mails of a tray shared,
 * goes. What changes of a mail without moving it in any tray costs nothing there.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    CREATE OR REPLACE FUNCTION announce_journal() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE types text := (SELECT string_agg(DISTINCT type, ' ') FROM added);
      BEGIN
        PERFORM pg_notify('bannette_journal', CASE WHEN length(types) < 7000 THEN types ELSE '' END);
        RETURN NULL;
      END $$;
    DROP TRIGGER journal_announced ON journal;
    CREATE TRIGGER journal_announced AFTER INSERT ON journal REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION announce_journal();

    DROP TRIGGER mail_count_tray ON mail;
    DROP FUNCTION count_tray();
    DROP TABLE tray_count;
    CREATE OR REPLACE FUNCTION announce_tray() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        before text := CASE WHEN TG_OP <> 'INSERT' AND OLD.state IN ${treated} THEN OLD.tray END;
        after text := CASE WHEN TG_OP <> 'DELETE' AND NEW.state IN ${treated} THEN NEW.tray END;
      BEGIN
        IF before IS NOT DISTINCT FROM after THEN RETURN NULL; END IF;
        IF before IS NOT NULL THEN PERFORM pg_notify('bannette_live', 'tray ' || before); END IF;
        IF after IS NOT NULL THEN PERFORM pg_notify('bannette_live', 'tray ' || after); END IF;
        RETURN NULL;
      END $$;
    CREATE TRIGGER mail_announce_tray AFTER INSERT OR DELETE OR UPDATE OF state, tray ON mail FOR EACH ROW EXECUTE FUNCTION announce_tray();

    DROP TRIGGER mail_trays_changed ON mail;
    CREATE OR REPLACE FUNCTION mail_trays_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO tray_delta (entity_id, who, guard, day, change)
        SELECT NEW.entity_id, who, guard, day, sum(change) FROM (
          SELECT p.who, p.guard, p.day, -1 AS change FROM ${placesOf('OLD')} UNION ALL SELECT p.who, p.guard, p.day, 1 FROM ${placesOf('NEW')}
        ) moved GROUP BY 2, 3, 4 HAVING sum(change) <> 0;
      IF OLD.copies <> '{}' THEN DELETE FROM mail_copy WHERE mail_id = OLD.id; END IF;
      IF NEW.copies <> '{}' AND NEW.state IN ${treated} THEN
        INSERT INTO mail_copy SELECT DISTINCT NEW.entity_id, c, coalesce(NEW.due_date, 'infinity'), NEW.id FROM unnest(NEW.copies) c;
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER mail_trays_changed AFTER UPDATE ON mail FOR EACH ROW WHEN (${placing('OLD')} IS DISTINCT FROM ${placing('NEW')}) EXECUTE FUNCTION mail_trays_changed();

    DROP TRIGGER mail_correspondent_known ON mail;
    CREATE TRIGGER mail_correspondent_new AFTER INSERT ON mail FOR EACH ROW WHEN (NEW.correspondent_id IS NOT NULL) EXECUTE FUNCTION correspondent_known_to();
    CREATE TRIGGER mail_correspondent_known AFTER UPDATE OF correspondent_id, readers ON mail FOR EACH ROW
      WHEN (NEW.correspondent_id IS NOT NULL AND (OLD.correspondent_id, OLD.readers) IS DISTINCT FROM (NEW.correspondent_id, NEW.readers)) EXECUTE FUNCTION correspondent_known_to();
  `)
    .execute(db);
}
