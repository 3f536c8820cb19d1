import { sql, type Kysely } from 'kysely';

/** How well each page was read, how the archive copy came about, in which lane a file waits, and documents to be read again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE page_text ADD COLUMN reading jsonb;
    ALTER TABLE document ADD COLUMN archive jsonb;
    ALTER TABLE deposit_file
      ADD COLUMN archive jsonb,
      ADD COLUMN lane text NOT NULL DEFAULT 'normal' CHECK (lane IN ('counter', 'normal', 'backlog')),
      ADD COLUMN queued_at timestamptz NOT NULL DEFAULT now();
    CREATE INDEX deposit_file_queue ON deposit_file (lane, queued_at) WHERE state IN ('waiting', 'reading');

    CREATE TABLE reread (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      mail_id uuid NOT NULL REFERENCES mail,
      document_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
      state text NOT NULL CHECK (state IN ('waiting', 'done', 'failed')),
      language text,
      uneven boolean NOT NULL,
      reason text,
      asked_by text NOT NULL,
      asked_at timestamptz NOT NULL,
      ended_at timestamptz
    );
    CREATE UNIQUE INDEX reread_waiting ON reread (document_id) WHERE state = 'waiting';
    CREATE INDEX reread_document ON reread (document_id, id DESC);
  `.execute(db);
}
