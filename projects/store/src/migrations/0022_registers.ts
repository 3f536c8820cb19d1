import { sql, type Kysely } from 'kysely';

/** Numbers kept for a day without server, and the daily register: an entry a day, chained, with the files it was written to. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE FUNCTION next_number(in_entity_id text, in_register text, in_year integer, in_start bigint) RETURNS bigint LANGUAGE sql AS $$
      INSERT INTO counter AS c (entity_id, register, year, last) VALUES (in_entity_id, in_register, in_year, in_start)
      ON CONFLICT (entity_id, register, year) DO UPDATE SET last = c.last + 1
      RETURNING last
    $$;
    CREATE INDEX mail_numbered ON mail (entity_id, registered_at) WHERE number IS NOT NULL;

    CREATE TABLE reservation (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      code text NOT NULL,
      register text NOT NULL,
      year integer NOT NULL,
      first bigint NOT NULL CHECK (first > 0),
      last bigint NOT NULL CHECK (last >= first),
      reason text NOT NULL,
      reserved_by text NOT NULL,
      reserved_at timestamptz(3) NOT NULL
    );
    CREATE INDEX reservation_newest ON reservation (entity_id, id DESC);

    CREATE TABLE reserved_number (
      entity_id text NOT NULL REFERENCES entity,
      register text NOT NULL,
      year integer NOT NULL,
      number bigint NOT NULL,
      reservation_id uuid NOT NULL REFERENCES reservation,
      chrono text NOT NULL,
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'used', 'voided')),
      mail_id uuid UNIQUE REFERENCES mail,
      reason text,
      settled_by text,
      settled_at timestamptz(3),
      PRIMARY KEY (entity_id, register, year, number),
      UNIQUE (entity_id, chrono),
      CHECK ((state = 'open') = (settled_at IS NULL)),
      CHECK ((state = 'used') = (mail_id IS NOT NULL)),
      CHECK ((state = 'voided') = (reason IS NOT NULL))
    );
    CREATE INDEX reserved_number_of ON reserved_number (reservation_id, number);
    CREATE INDEX reserved_number_settled ON reserved_number (entity_id, settled_at) WHERE settled_at IS NOT NULL;

    CREATE FUNCTION guard_reserved_number() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.state <> 'open' OR (NEW.entity_id, NEW.register, NEW.year, NEW.number, NEW.chrono, NEW.reservation_id) IS DISTINCT FROM (OLD.entity_id, OLD.register, OLD.year, OLD.number, OLD.chrono, OLD.reservation_id) THEN
        RAISE EXCEPTION 'a reserved number is settled once' USING errcode = 'restrict_violation';
      END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER reserved_number_settled_once BEFORE UPDATE ON reserved_number FOR EACH ROW EXECUTE FUNCTION guard_reserved_number();
    CREATE TRIGGER reserved_number_kept BEFORE DELETE OR TRUNCATE ON reserved_number FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER reservation_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON reservation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

    CREATE TABLE register_day (
      entity_id text NOT NULL REFERENCES entity,
      day date NOT NULL,
      position integer NOT NULL CHECK (position > 0),
      prev_hash bytea NOT NULL,
      hash bytea NOT NULL,
      journal_seq bigint NOT NULL,
      lines integer NOT NULL,
      seal text,
      closed_at timestamptz(3) NOT NULL,
      PRIMARY KEY (entity_id, day),
      UNIQUE (entity_id, position)
    );
    CREATE TABLE register_span (
      entity_id text NOT NULL,
      day date NOT NULL,
      register text NOT NULL,
      year integer NOT NULL,
      first bigint NOT NULL,
      last bigint NOT NULL,
      PRIMARY KEY (entity_id, register, year, day),
      FOREIGN KEY (entity_id, day) REFERENCES register_day
    );
    CREATE TABLE register_file (
      entity_id text NOT NULL,
      day date NOT NULL,
      kind text NOT NULL CHECK (kind IN ('csv', 'pdf')),
      sha256 bytea NOT NULL CHECK (sha256 = sha256(bytes)),
      bytes bytea NOT NULL,
      PRIMARY KEY (entity_id, day, kind),
      FOREIGN KEY (entity_id, day) REFERENCES register_day
    );
    CREATE TRIGGER register_day_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register_day FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER register_span_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register_span FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER register_file_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON register_file FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    ALTER TABLE register_day ENABLE ALWAYS TRIGGER register_day_append_only;
    ALTER TABLE register_file ENABLE ALWAYS TRIGGER register_file_append_only;
  `.execute(db);
}
