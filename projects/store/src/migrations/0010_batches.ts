import { sql, type Kysely } from 'kysely';

/** Files that hold several letters: what became of each of their pages, and the documents that were cut out of them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE deposit_file DROP CONSTRAINT deposit_file_state_check;
    ALTER TABLE deposit_file ADD CONSTRAINT deposit_file_state_check CHECK (state IN ('waiting', 'reading', 'read', 'quarantined', 'discarded', 'separated', 'merged'));
    ALTER TABLE deposit_file ADD COLUMN batch_id uuid REFERENCES deposit_file, ADD COLUMN sheet jsonb;
    CREATE INDEX deposit_file_batch ON deposit_file (batch_id) WHERE batch_id IS NOT NULL;
    CREATE INDEX deposit_file_mail ON deposit_file (mail_id) WHERE mail_id IS NOT NULL;

    CREATE TABLE batch_page (
      file_id uuid NOT NULL REFERENCES deposit_file,
      number integer NOT NULL CHECK (number > 0),
      fate text NOT NULL CHECK (fate IN ('document', 'separator', 'blank')),
      part_id uuid REFERENCES deposit_file,
      codes jsonb NOT NULL DEFAULT '[]',
      restored_by text,
      restored_at timestamptz,
      PRIMARY KEY (file_id, number),
      CHECK ((fate = 'document') = (part_id IS NOT NULL) OR restored_at IS NOT NULL)
    );
    CREATE INDEX batch_page_part ON batch_page (part_id) WHERE part_id IS NOT NULL;
  `.execute(db);
}
