import { sql, type Kysely } from 'kysely';

/** Batches that a scanner's folder fills: until when files go into them, what was told of them, and the files beside them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE batch
      ADD COLUMN taking boolean NOT NULL DEFAULT false,
      ADD COLUMN last_file_at timestamptz,
      ADD COLUMN ended_at timestamptz, ADD COLUMN ended_by text,
      ADD COLUMN lane text NOT NULL DEFAULT 'normal' CHECK (lane IN ('counter', 'normal', 'backlog')),
      ADD COLUMN told jsonb NOT NULL DEFAULT '{}',
      ADD COLUMN notes jsonb NOT NULL DEFAULT '[]',
      ADD CONSTRAINT batch_taking CHECK (NOT taking OR scanner IS NOT NULL),
      ADD CONSTRAINT batch_ended CHECK (ended_at IS NULL OR NOT taking);
    CREATE INDEX batch_taking ON batch (entity_id, scanner, id) WHERE taking;
    CREATE INDEX batch_scanned_on ON batch (entity_id, created_at);

    CREATE TABLE batch_sidecar (
      id uuid PRIMARY KEY,
      batch_id uuid NOT NULL REFERENCES batch,
      name text NOT NULL,
      size bigint NOT NULL, sha512 text NOT NULL, spool_key text NOT NULL,
      flaw jsonb,
      at timestamptz NOT NULL DEFAULT now(),
      UNIQUE (batch_id, sha512)
    );

    CREATE TABLE deposit_scan (
      deposit_id uuid PRIMARY KEY REFERENCES deposit,
      run boolean NOT NULL,
      documents jsonb NOT NULL DEFAULT '[]'
    );
    CREATE TABLE scanned_file (
      entity_id text NOT NULL REFERENCES entity,
      scanner text NOT NULL,
      name text NOT NULL,
      mtime_ms bigint NOT NULL,
      sha512 text NOT NULL,
      deposit_id uuid NOT NULL REFERENCES deposit,
      PRIMARY KEY (entity_id, scanner, name, mtime_ms, sha512)
    );
  `.execute(db);
}
