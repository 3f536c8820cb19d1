import { sql, type Kysely } from 'kysely';

/** Campaigns, with what of them only grows. */
export async function campaigns(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE campaign (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL,
      year int NOT NULL,
      number int NOT NULL,
      chrono text NOT NULL,
      title text NOT NULL,
      state text NOT NULL CHECK (state IN ('draft', 'analysed', 'freezing', 'frozen', 'validated', 'approved', 'submitted', 'refused', 'cooling', 'executing', 'stopped', 'executed', 'closed', 'cancelled')),
      revision int NOT NULL DEFAULT 1,
      until date NOT NULL,
      services text[] NOT NULL DEFAULT '{}',
      rows text[] NOT NULL DEFAULT '{}',
      max_items int NOT NULL CHECK (max_items > 0),
      max_share real NOT NULL CHECK (max_share > 0 AND max_share <= 1),
      max_errors int NOT NULL CHECK (max_errors > 0),
      cooling_days int NOT NULL CHECK (cooling_days >= 0),
      created_by text NOT NULL,
      created_by_name text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      analysed_at timestamptz,
      frozen_at timestamptz,
      frozen_by text,
      manifest_sha512 text,
      validated_by text,
      validated_by_name text,
      validated_at timestamptz,
      approved_by text,
      approved_by_name text,
      approved_at timestamptz,
      submitted_by text,
      submitted_at timestamptz,
      archivists text[] NOT NULL DEFAULT '{}',
      visa_by text,
      visa_on date,
      visa_reference text,
      visa_manifest_sha512 text,
      visa_recorded_by text,
      visa_recorded_at timestamptz,
      cooling_until timestamptz,
      started_by text,
      started_at timestamptz,
      stopped_because jsonb,
      executed_at timestamptz,
      backups_until date,
      certified_at timestamptz,
      cancelled_by text,
      cancelled_at timestamptz,
      cancelled_because text,
      UNIQUE (entity_id, year, number),
      -- Two persons: who asks and who validates never approve, and the accounts of the house are nobody.
      CONSTRAINT campaign_two_persons CHECK (approved_by IS NULL OR (validated_by IS NOT NULL AND approved_by <> validated_by AND approved_by <> created_by)),
      CONSTRAINT campaign_persons CHECK (coalesce(validated_by, '') NOT IN ('system', 'bannette-svc', 'bannette-purge') AND coalesce(approved_by, '') NOT IN ('system', 'bannette-svc', 'bannette-purge')),
      -- Nothing is destroyed but under a visa of exactly the list that was frozen.
      CONSTRAINT campaign_visa CHECK (state NOT IN ('cooling', 'executing', 'stopped', 'executed', 'closed') OR (approved_by IS NOT NULL AND visa_by IS NOT NULL AND visa_on IS NOT NULL AND visa_reference IS NOT NULL AND manifest_sha512 IS NOT NULL AND visa_manifest_sha512 = manifest_sha512 AND cooling_until IS NOT NULL))
    );
    CREATE INDEX campaign_state ON campaign (entity_id, state);
    CREATE TABLE campaign_item (
      campaign_id uuid NOT NULL REFERENCES campaign,
      subject_kind text NOT NULL CHECK (subject_kind IN ('mail', 'register')),
      subject_id text NOT NULL,
      position int,
      mail_id uuid REFERENCES mail,
      service text,
      row text,
      year int,
      due date,
      ags_due date,
      verdict text NOT NULL CHECK (verdict IN ('keep', 'destroy', 'conflict')),
      cause text,
      params jsonb NOT NULL DEFAULT '{}',
      line int,
      documents jsonb NOT NULL DEFAULT '[]',
      metadata_sha512 text,
      bytes bigint NOT NULL DEFAULT 0,
      state text NOT NULL DEFAULT 'listed' CHECK (state IN ('listed', 'refused', 'pending', 'executing', 'destroyed', 'kept', 'failed')),
      failure jsonb,
      attempts int NOT NULL DEFAULT 0,
      destroyed_at timestamptz,
      PRIMARY KEY (campaign_id, subject_kind, subject_id)
    );
    CREATE UNIQUE INDEX campaign_item_position ON campaign_item (campaign_id, position) WHERE position IS NOT NULL;
    CREATE INDEX campaign_item_verdict ON campaign_item (campaign_id, verdict, cause);
    CREATE INDEX campaign_item_line ON campaign_item (campaign_id, line, position);
    CREATE INDEX campaign_item_state ON campaign_item (campaign_id, state, position);
    CREATE INDEX campaign_item_mail ON campaign_item (mail_id) WHERE mail_id IS NOT NULL;
    -- A thing is in one frozen list at a time.
    CREATE TABLE campaign_claim (
      subject_kind text NOT NULL,
      subject_id text NOT NULL,
      campaign_id uuid NOT NULL REFERENCES campaign,
      PRIMARY KEY (subject_kind, subject_id)
    );
    CREATE INDEX campaign_claim_campaign ON campaign_claim (campaign_id);
    CREATE TABLE campaign_line (
      campaign_id uuid NOT NULL REFERENCES campaign,
      line int NOT NULL CHECK (line > 0),
      service text NOT NULL,
      service_label text NOT NULL,
      row text NOT NULL,
      row_label text NOT NULL,
      years int NOT NULL,
      reference text NOT NULL,
      year int NOT NULL,
      first_day date NOT NULL,
      last_day date NOT NULL,
      items int NOT NULL,
      documents int NOT NULL,
      bytes bigint NOT NULL,
      boxes text[] NOT NULL DEFAULT '{}',
      visa text CHECK (visa IN ('granted', 'refused')),
      visa_reason text,
      PRIMARY KEY (campaign_id, line),
      CHECK (visa IS DISTINCT FROM 'refused' OR visa_reason IS NOT NULL)
    );
    CREATE TABLE campaign_signature (
      campaign_id uuid NOT NULL REFERENCES campaign,
      service text NOT NULL,
      person text NOT NULL,
      person_name text NOT NULL,
      signed_at timestamptz NOT NULL,
      manifest_sha512 text NOT NULL,
      PRIMARY KEY (campaign_id, service)
    );
    CREATE TABLE campaign_file (
      id uuid PRIMARY KEY,
      campaign_id uuid NOT NULL REFERENCES campaign,
      kind text NOT NULL CHECK (kind IN ('manifest', 'bordereauPdf', 'bordereauCsv', 'visa', 'report', 'certificate', 'boxCertificate')),
      name text NOT NULL,
      media_type text NOT NULL,
      sha256 bytea NOT NULL,
      bytes bytea NOT NULL,
      added_by text NOT NULL,
      added_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX campaign_file_campaign ON campaign_file (campaign_id, kind, added_at);
    CREATE TABLE campaign_step (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      campaign_id uuid NOT NULL REFERENCES campaign,
      subject_kind text NOT NULL,
      subject_id text NOT NULL,
      node_id text,
      step text NOT NULL,
      phase text NOT NULL CHECK (phase IN ('intent', 'done', 'failed')),
      at timestamptz NOT NULL DEFAULT clock_timestamp(),
      facts jsonb NOT NULL DEFAULT '{}'
    );
    CREATE INDEX campaign_step_item ON campaign_step (campaign_id, subject_kind, subject_id, id);
    CREATE TABLE campaign_box (
      campaign_id uuid NOT NULL REFERENCES campaign,
      box text NOT NULL,
      whole boolean NOT NULL,
      destroyed_on date,
      contractor text,
      certificate uuid REFERENCES campaign_file,
      recorded_by text,
      recorded_at timestamptz,
      PRIMARY KEY (campaign_id, box)
    );
    -- What was eliminated, for ever, and of no person.
    CREATE TABLE elimination (
      subject_kind text NOT NULL,
      subject_id text NOT NULL,
      entity_id text NOT NULL,
      campaign_id uuid NOT NULL REFERENCES campaign,
      chrono text,
      row text NOT NULL,
      year int,
      due date NOT NULL,
      nodes jsonb NOT NULL,
      manifest_sha512 text NOT NULL,
      visa_reference text NOT NULL,
      destroyed_at timestamptz NOT NULL,
      backups_until date NOT NULL,
      PRIMARY KEY (subject_kind, subject_id)
    );
    CREATE INDEX elimination_campaign ON elimination (campaign_id);
    CREATE TRIGGER campaign_step_grows BEFORE UPDATE OR DELETE ON campaign_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER elimination_grows BEFORE UPDATE OR DELETE ON elimination FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER campaign_signature_grows BEFORE UPDATE OR DELETE ON campaign_signature FOR EACH ROW EXECUTE FUNCTION refuse_change();
    CREATE TRIGGER campaign_file_grows BEFORE UPDATE OR DELETE ON campaign_file FOR EACH ROW EXECUTE FUNCTION refuse_change();
    ALTER TABLE campaign_step ENABLE ALWAYS TRIGGER campaign_step_grows;
    ALTER TABLE elimination ENABLE ALWAYS TRIGGER elimination_grows;
    ALTER TABLE campaign_signature ENABLE ALWAYS TRIGGER campaign_signature_grows;
    ALTER TABLE campaign_file ENABLE ALWAYS TRIGGER campaign_file_grows;
  `.execute(db);
}
