import { sql, type Kysely } from 'kysely';

/** How far a campaign is carried out; a mail that was eliminated holds nothing of persons and never comes back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE campaign
      ADD COLUMN errors_in_row int NOT NULL DEFAULT 0 CHECK (errors_in_row >= 0),
      ADD COLUMN resumed_at timestamptz,
      -- Merkle root over the lines of the report.
      ADD COLUMN outcome_root text;
    CREATE INDEX campaign_item_to_do ON campaign_item (campaign_id, position) WHERE state IN ('pending', 'executing');

    -- An elimination outlives a campaign that a restored backup has lost: the ledger brings it back.
    ALTER TABLE elimination DROP CONSTRAINT elimination_campaign_id_fkey;
    ALTER TABLE campaign_step DROP CONSTRAINT campaign_step_campaign_id_fkey;
    ALTER TABLE elimination ADD COLUMN campaign_chrono text NOT NULL;
    CREATE INDEX elimination_chrono ON elimination (entity_id, chrono text_pattern_ops);

    ALTER TABLE mail ADD CONSTRAINT mail_eliminated CHECK ((state = 'eliminated') = (eliminated_at IS NOT NULL) AND (state <> 'eliminated' OR (subject IS NULL AND summary IS NULL AND correspondent IS NULL AND correspondent_id IS NULL AND entry IS NULL AND read_text = '' AND parties = '[]' AND fields = '{}' AND readers = '{}' AND listers = '{}')));
    CREATE FUNCTION stay_eliminated() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'mail % was eliminated', old.id USING ERRCODE = 'restrict_violation';
    END $$;
    CREATE TRIGGER mail_stays_eliminated BEFORE UPDATE ON mail FOR EACH ROW WHEN (old.state = 'eliminated' AND new.state <> 'eliminated') EXECUTE FUNCTION stay_eliminated();
  `.execute(db);
}
