import { sql, type Kysely } from 'kysely';

/** What waits for the antivirus; what a PDF carries along; and how the bytes of batches and of discarded files leave the spool. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE deposit_file
      ADD COLUMN waits_for text CHECK (waits_for IN ('antivirus')),
      ADD COLUMN waits_since timestamptz,
      ADD COLUMN scan_failures integer NOT NULL DEFAULT 0,
      ADD COLUMN attachments jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN discarded_at timestamptz,
      ADD COLUMN held_by text, ADD COLUMN held_at timestamptz, ADD COLUMN held_because text,
      ADD COLUMN stays_because text, ADD COLUMN due_since timestamptz,
      ADD COLUMN leaving_at timestamptz, ADD COLUMN left_at timestamptz,
      ADD CONSTRAINT deposit_file_waits CHECK ((waits_for IS NULL) = (waits_since IS NULL)),
      ADD CONSTRAINT deposit_file_held CHECK ((held_by IS NULL) = (held_at IS NULL) AND (held_by IS NULL) = (held_because IS NULL)),
      ADD CONSTRAINT deposit_file_left CHECK (left_at IS NULL OR leaving_at IS NOT NULL);
    UPDATE deposit_file SET discarded_at = now() WHERE state = 'discarded';
    CREATE INDEX deposit_file_waits ON deposit_file (waits_since) WHERE waits_for IS NOT NULL;
    CREATE INDEX deposit_file_quarantined ON deposit_file (reason, id) WHERE state = 'quarantined';
    CREATE INDEX deposit_file_leaves ON deposit_file (id) WHERE state IN ('separated', 'discarded') AND left_at IS NULL;
    CREATE INDEX deposit_file_left ON deposit_file (left_at DESC, id) WHERE left_at IS NOT NULL;
  `.execute(db);
}
