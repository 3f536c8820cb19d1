import { sql, type Kysely } from 'kysely';

/** How far a campaign's analysis and freezing have come, who took a mail out of the list, and when its manifest was there at the latest. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE campaign
      ADD COLUMN work text CHECK (work IN ('analysis', 'freezing')),
      ADD COLUMN work_done int NOT NULL DEFAULT 0,
      ADD COLUMN work_total int NOT NULL DEFAULT 0,
      ADD COLUMN work_after uuid,
      ADD COLUMN work_at timestamptz,
      ADD COLUMN work_failure jsonb,
      ADD COLUMN fund int,
      ADD COLUMN manifest_token bytea,
      ADD COLUMN manifest_token_at timestamptz,
      ADD COLUMN manifest_token_authority text,
      ADD COLUMN submitted_by_name text,
      ADD COLUMN cancelled_by_name text;

    ALTER TABLE campaign_item
      ADD COLUMN read_at timestamptz,
      ADD COLUMN taken_out_by text,
      ADD COLUMN taken_out_because text;
    CREATE INDEX campaign_item_unread ON campaign_item (campaign_id, mail_id) WHERE verdict = 'destroy' AND read_at IS NULL;

    -- A frozen list is signed and visaed as it is: afterwards only its fate moves.
    CREATE FUNCTION keep_frozen_list() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE stage text;
    BEGIN
      SELECT state INTO stage FROM campaign WHERE id = old.campaign_id;
      IF stage IN ('draft', 'analysed', 'freezing', 'frozen') THEN RETURN CASE tg_op WHEN 'DELETE' THEN old ELSE new END; END IF;
      IF tg_op = 'DELETE' OR (new.subject_kind, new.subject_id, new.position, new.mail_id, new.line, new.documents, new.metadata_sha512, new.verdict) IS DISTINCT FROM (old.subject_kind, old.subject_id, old.position, old.mail_id, old.line, old.documents, old.metadata_sha512, old.verdict) THEN
        RAISE EXCEPTION 'the list of a campaign that is % does not change', stage USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN new;
    END $$;
    CREATE TRIGGER campaign_item_kept BEFORE UPDATE OR DELETE ON campaign_item FOR EACH ROW EXECUTE FUNCTION keep_frozen_list();

    -- The numbers that were validated stay with the manifest that they are of.
    CREATE FUNCTION keep_manifest() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF old.validated_at IS NOT NULL AND (new.manifest_sha512, new.validated_by, new.validated_at) IS DISTINCT FROM (old.manifest_sha512, old.validated_by, old.validated_at) THEN
        RAISE EXCEPTION 'what was validated does not change' USING ERRCODE = 'restrict_violation';
      END IF;
      IF old.approved_at IS NOT NULL AND (new.approved_by, new.approved_at, new.created_by) IS DISTINCT FROM (old.approved_by, old.approved_at, old.created_by) THEN
        RAISE EXCEPTION 'what was approved does not change' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN new;
    END $$;
    CREATE TRIGGER campaign_kept BEFORE UPDATE ON campaign FOR EACH ROW EXECUTE FUNCTION keep_manifest();
  `.execute(db);
}
