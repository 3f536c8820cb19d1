import { sql, type Kysely } from 'kysely';

/**
 * Batches: what was put through a scanner together, the plan of how its pages fall into envelopes and documents, and the
 * gestures at the page desk. `batch_id` of a file, which said what file it was cut out of, says so now.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE batch (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      key text,
      name text NOT NULL,
      state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'separated', 'read', 'toCheck', 'released', 'rejected', 'quarantined')),
      revision integer NOT NULL DEFAULT 1,
      channel text NOT NULL,
      operator text NOT NULL,
      operator_name text,
      scanner text, service text,
      site text, mail_rooms text[],
      release_rule text NOT NULL CHECK (release_rule IN ('always', 'unlessDoubtful', 'byHand')),
      announced_envelopes integer CHECK (announced_envelopes >= 0),
      announced_pages integer CHECK (announced_pages >= 0),
      plan jsonb NOT NULL DEFAULT '{"envelopes": [], "aside": []}',
      counts jsonb NOT NULL DEFAULT '{"envelopes": 0, "documents": 0, "pages": 0, "aside": 0, "hints": 0}',
      released_plan jsonb,
      reason text,
      releasing_since timestamptz, releasing_for text, releasing_for_name text,
      release_failure jsonb,
      created_at timestamptz NOT NULL DEFAULT now(),
      released_at timestamptz, released_by text,
      UNIQUE (entity_id, key),
      CHECK ((releasing_since IS NULL) = (releasing_for IS NULL)),
      CHECK ((released_at IS NULL) = (released_plan IS NULL))
    );
    CREATE INDEX batch_newest ON batch (entity_id, id DESC);
    CREATE INDEX batch_open ON batch (entity_id, id DESC) WHERE state NOT IN ('released', 'rejected');
    CREATE INDEX batch_state ON batch (entity_id, state, id DESC);
    CREATE INDEX batch_releasing ON batch (id) WHERE releasing_since IS NOT NULL;

    CREATE TABLE batch_envelope (
      batch_id uuid NOT NULL REFERENCES batch,
      id uuid NOT NULL,
      mail_id uuid NOT NULL REFERENCES mail,
      PRIMARY KEY (batch_id, id)
    );
    CREATE INDEX batch_envelope_mail ON batch_envelope (mail_id);
    CREATE TABLE batch_step (
      batch_id uuid NOT NULL REFERENCES batch,
      number integer NOT NULL CHECK (number > 0),
      changes jsonb NOT NULL,
      before jsonb NOT NULL,
      actor text NOT NULL,
      at timestamptz NOT NULL DEFAULT now(),
      undone boolean NOT NULL DEFAULT false,
      PRIMARY KEY (batch_id, number)
    );
    CREATE TABLE batch_cut (
      batch_id uuid NOT NULL REFERENCES batch,
      document_id uuid NOT NULL,
      made_of text NOT NULL,
      media_type text NOT NULL,
      spool_key text NOT NULL, size bigint NOT NULL, sha512 text NOT NULL,
      searchable_key text, searchable_size bigint, searchable_sha512 text,
      PRIMARY KEY (batch_id, document_id)
    );

    ALTER TABLE deposit ADD COLUMN batch_id uuid REFERENCES batch, ADD COLUMN backs text CHECK (backs IN ('inOrder', 'reversed'));
    CREATE INDEX deposit_batch ON deposit (batch_id) WHERE batch_id IS NOT NULL;

    ALTER TABLE deposit_file RENAME COLUMN batch_id TO cut_from;
    ALTER INDEX deposit_file_batch RENAME TO deposit_file_cut_from;
    ALTER TABLE deposit_file ADD COLUMN planned uuid, ADD COLUMN cuttable boolean NOT NULL DEFAULT true;
    CREATE INDEX deposit_file_planned ON deposit_file (planned) WHERE planned IS NOT NULL;

    ALTER TABLE batch_page DROP CONSTRAINT batch_page_check;
    ALTER TABLE batch_page
      ADD COLUMN place integer, ADD COLUMN turn integer NOT NULL DEFAULT 0 CHECK (turn IN (0, 90, 180, 270)),
      ADD COLUMN blank boolean NOT NULL DEFAULT false, ADD COLUMN foreign_code boolean NOT NULL DEFAULT false,
      ADD COLUMN confidence real, ADD COLUMN width integer, ADD COLUMN height integer, ADD COLUMN hint jsonb;
    UPDATE batch_page SET blank = (fate = 'blank'), place = within.place
      FROM (SELECT file_id, number, row_number() OVER (PARTITION BY part_id ORDER BY file_id, number) AS place FROM batch_page WHERE part_id IS NOT NULL) AS within
      WHERE within.file_id = batch_page.file_id AND within.number = batch_page.number;
    UPDATE batch_page SET blank = true WHERE fate = 'blank';
    ALTER TABLE batch_page ADD CONSTRAINT batch_page_place CHECK ((part_id IS NULL) = (place IS NULL));
    CREATE INDEX batch_page_within ON batch_page (part_id, place) WHERE part_id IS NOT NULL;
  `.execute(db);
}
