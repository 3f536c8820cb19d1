import { sql, type Kysely } from 'kysely';

/** Who signs for a producing service without a head, and as what each signature was given. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE campaign_signatory (
      campaign_id uuid NOT NULL REFERENCES campaign,
      service text NOT NULL,
      person text NOT NULL,
      person_name text NOT NULL,
      reason text NOT NULL CHECK (reason <> ''),
      named_by text NOT NULL,
      named_by_name text NOT NULL,
      named_at timestamptz NOT NULL,
      PRIMARY KEY (campaign_id, service),
      CONSTRAINT campaign_signatory_other CHECK (person <> named_by AND person NOT IN ('system', 'bannette-svc', 'bannette-purge'))
    );
    CREATE INDEX campaign_signatory_person ON campaign_signatory (person);
    ALTER TABLE campaign_signature
      ADD COLUMN capacity text NOT NULL DEFAULT 'head' CHECK (capacity IN ('head', 'delegate', 'above', 'named')),
      ADD COLUMN replaces text,
      ADD COLUMN replaces_name text,
      ADD COLUMN above text,
      ADD CONSTRAINT campaign_signature_capacity CHECK ((capacity = 'delegate') = (replaces IS NOT NULL) AND (capacity = 'above') = (above IS NOT NULL));

    -- Who stands in for a head had no part in the list before, and one who was named was named for exactly this.
    CREATE FUNCTION refuse_own_list() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF new.capacity IN ('above', 'named') AND EXISTS (SELECT FROM campaign c WHERE c.id = new.campaign_id AND new.person IN (c.created_by, c.validated_by, c.approved_by)) THEN
        RAISE EXCEPTION 'who made, validated or approved a list does not sign it for want of a head' USING ERRCODE = 'restrict_violation';
      END IF;
      IF new.capacity = 'named' AND NOT EXISTS (SELECT FROM campaign_signatory s WHERE s.campaign_id = new.campaign_id AND s.service = new.service AND s.person = new.person) THEN
        RAISE EXCEPTION 'nobody named them' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN new;
    END $$;
    CREATE TRIGGER campaign_signature_other BEFORE INSERT ON campaign_signature FOR EACH ROW EXECUTE FUNCTION refuse_own_list();
    ALTER TABLE campaign_signature ENABLE ALWAYS TRIGGER campaign_signature_other;

    -- Why somebody signed instead of a head stays as it was when they did.
    CREATE FUNCTION keep_signatory() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF EXISTS (SELECT FROM campaign_signature s WHERE s.campaign_id = old.campaign_id AND s.service = old.service) THEN
        RAISE EXCEPTION 'it is signed for this service' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN CASE tg_op WHEN 'DELETE' THEN old ELSE new END;
    END $$;
    CREATE TRIGGER campaign_signatory_kept BEFORE UPDATE OR DELETE ON campaign_signatory FOR EACH ROW EXECUTE FUNCTION keep_signatory();
  `.execute(db);
}
