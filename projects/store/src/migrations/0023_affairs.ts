import { sql, type Kysely } from 'kysely';

/**
 * What holds mails together: typed links, what their e-mails say of one another, affairs with a number of their own, and
 * what tells that two may be the same (prints of the text that was read, in bands that are looked up by equality).
 * Beneficiaries that were joined. Columns of retention on an affair wait for their use.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE affair (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      register text NOT NULL, year integer NOT NULL, number integer NOT NULL, chrono text NOT NULL,
      title text NOT NULL,
      service text NOT NULL,
      responsible text, responsible_name text,
      confidentiality smallint NOT NULL DEFAULT 0 CHECK (confidentiality BETWEEN 0 AND 4),
      compartment text,
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
      opened_on date NOT NULL,
      closed_on date CHECK (closed_on >= opened_on),
      readers text[] NOT NULL, listers text[] NOT NULL,
      search_name text NOT NULL,
      schedule_row text, retention_trigger date, retention_due date,
      revision integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT now(),
      created_by text NOT NULL,
      UNIQUE (entity_id, register, year, number),
      CHECK ((state = 'closed') = (closed_on IS NOT NULL))
    );
    CREATE INDEX affair_listers ON affair USING gin (listers);
    CREATE INDEX affair_words ON affair USING gin (to_tsvector('simple', search_name));
    CREATE INDEX affair_state ON affair (entity_id, state, id DESC);
    CREATE INDEX affair_responsible ON affair (entity_id, responsible, id DESC) WHERE responsible IS NOT NULL;

    CREATE TABLE affair_beneficiary (
      affair_id uuid NOT NULL REFERENCES affair, beneficiary_id uuid NOT NULL REFERENCES beneficiary,
      PRIMARY KEY (affair_id, beneficiary_id)
    );
    CREATE INDEX affair_beneficiary_other ON affair_beneficiary (beneficiary_id, affair_id);
    CREATE TABLE affair_correspondent (
      affair_id uuid NOT NULL REFERENCES affair, correspondent_id uuid NOT NULL REFERENCES correspondent,
      PRIMARY KEY (affair_id, correspondent_id)
    );
    CREATE INDEX affair_correspondent_other ON affair_correspondent (correspondent_id, affair_id);
    CREATE TABLE affair_note (
      id uuid PRIMARY KEY,
      affair_id uuid NOT NULL REFERENCES affair,
      author text NOT NULL, author_name text NOT NULL,
      text text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX affair_note_of ON affair_note (affair_id, id);

    ALTER TABLE deposit ADD COLUMN message_id text, ADD COLUMN in_reply_to text, ADD COLUMN message_references text[] NOT NULL DEFAULT '{}';
    ALTER TABLE mail
      ADD COLUMN affair_id uuid REFERENCES affair,
      ADD COLUMN message_id text, ADD COLUMN in_reply_to text, ADD COLUMN message_references text[] NOT NULL DEFAULT '{}';
    CREATE INDEX mail_affair ON mail (affair_id, id) WHERE affair_id IS NOT NULL;
    CREATE INDEX mail_message ON mail (entity_id, message_id, id) WHERE message_id IS NOT NULL;
    CREATE INDEX mail_references ON mail USING gin (message_references) WHERE message_references <> '{}';

    CREATE TABLE mail_link (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      from_id uuid NOT NULL REFERENCES mail ON DELETE CASCADE,
      to_id uuid NOT NULL REFERENCES mail ON DELETE CASCADE CHECK (to_id <> from_id),
      kind text NOT NULL CHECK (kind IN ('answers', 'follows', 'concerns', 'replaces', 'copyOf', 'duplicateOf')),
      added_by text NOT NULL, added_by_name text NOT NULL,
      added_at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (from_id, to_id, kind)
    );
    CREATE INDEX mail_link_to ON mail_link (to_id);

    CREATE INDEX document_digest ON document (sha512, mail_id);
    CREATE TABLE text_print (
      mail_id uuid PRIMARY KEY REFERENCES mail ON DELETE CASCADE,
      entity_id text NOT NULL REFERENCES entity,
      signature integer[] NOT NULL
    );
    CREATE TABLE text_band (
      key bigint NOT NULL,
      mail_id uuid NOT NULL REFERENCES mail ON DELETE CASCADE,
      PRIMARY KEY (key, mail_id)
    );
    CREATE INDEX text_band_mail ON text_band (mail_id);
    CREATE TABLE duplicate_pair (
      a uuid NOT NULL REFERENCES mail ON DELETE CASCADE,
      b uuid NOT NULL REFERENCES mail ON DELETE CASCADE CHECK (a < b),
      entity_id text NOT NULL REFERENCES entity,
      because jsonb NOT NULL,
      found_at timestamptz NOT NULL,
      decided text CHECK (decided IN ('same', 'other')),
      decided_by text, decided_by_name text, decided_at timestamptz,
      PRIMARY KEY (a, b),
      CHECK ((decided IS NULL) = (decided_at IS NULL))
    );
    CREATE INDEX duplicate_pair_later ON duplicate_pair (b, a);

    ALTER TABLE beneficiary ADD COLUMN merged_into uuid REFERENCES beneficiary;
    CREATE INDEX beneficiary_merged ON beneficiary (merged_into) WHERE merged_into IS NOT NULL;
    CREATE TABLE beneficiary_merge (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      kept uuid NOT NULL REFERENCES beneficiary,
      merged uuid NOT NULL REFERENCES beneficiary,
      before jsonb NOT NULL,
      by text NOT NULL,
      at timestamptz NOT NULL,
      undone_by text, undone_at timestamptz
    );
    CREATE INDEX beneficiary_merge_kept ON beneficiary_merge (kept, id DESC);
  `.execute(db);
}
