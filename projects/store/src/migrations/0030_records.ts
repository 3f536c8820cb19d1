import { sql, type Kysely } from 'kysely';
import { campaigns } from './0030_records.campaigns.js';

/** Mails that are records, holds on them, and campaigns of elimination with all that they leave for ever. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE mail
      ADD COLUMN intermediate_at timestamptz,
      ADD COLUMN eliminated_at timestamptz,
      ADD COLUMN holds int NOT NULL DEFAULT 0 CHECK (holds >= 0);
    CREATE TABLE mail_record (
      mail_id uuid PRIMARY KEY REFERENCES mail,
      entity_id text NOT NULL,
      state text NOT NULL CHECK (state IN ('ending', 'declared', 'dated', 'destroyed')),
      row jsonb NOT NULL,
      mark text NOT NULL,
      category_id text,
      folder_id text,
      began_at timestamptz NOT NULL DEFAULT now(),
      declared_at timestamptz,
      trigger_day date,
      due date,
      ags_due date,
      compared_at timestamptz,
      conflict jsonb,
      failure jsonb,
      attempts int NOT NULL DEFAULT 0
    );
    CREATE INDEX mail_record_due ON mail_record (entity_id, due, mail_id) WHERE state = 'dated';
    CREATE INDEX mail_record_ending ON mail_record (entity_id, mail_id) WHERE state IN ('ending', 'declared');
    CREATE INDEX mail_record_conflict ON mail_record (entity_id, mail_id) WHERE conflict IS NOT NULL OR failure IS NOT NULL;
    CREATE INDEX mail_record_compared ON mail_record (entity_id, compared_at NULLS FIRST) WHERE state = 'dated';
    CREATE TABLE record_part (
      node_id text PRIMARY KEY,
      mail_id uuid NOT NULL REFERENCES mail,
      document_id uuid,
      part text NOT NULL CHECK (part IN ('original', 'searchable', 'other')),
      state text NOT NULL CHECK (state IN ('found', 'pruned', 'declared', 'completed', 'cutOff', 'dated', 'destroyed')),
      ags_due date
    );
    CREATE INDEX record_part_mail ON record_part (mail_id);
    CREATE TABLE hold (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL,
      kind text NOT NULL CHECK (kind IN ('litigation', 'restriction', 'research', 'other')),
      title text NOT NULL,
      reason text NOT NULL,
      review_on date NOT NULL,
      scope_kind text NOT NULL CHECK (scope_kind IN ('mails', 'affair', 'correspondent', 'beneficiary', 'row')),
      scope_id text,
      created_by text NOT NULL,
      created_by_name text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      node_id text,
      released_at timestamptz,
      released_by text,
      released_by_name text,
      release_reason text,
      revision int NOT NULL DEFAULT 1,
      CHECK ((scope_kind = 'mails') = (scope_id IS NULL)),
      CHECK ((released_at IS NULL) = (released_by IS NULL) AND (released_at IS NULL) = (release_reason IS NULL))
    );
    CREATE INDEX hold_active ON hold (entity_id, scope_kind, scope_id) WHERE released_at IS NULL;
    CREATE INDEX hold_review ON hold (entity_id, review_on) WHERE released_at IS NULL;
    CREATE TABLE hold_mail (
      hold_id uuid NOT NULL REFERENCES hold,
      mail_id uuid NOT NULL REFERENCES mail,
      added_at timestamptz NOT NULL DEFAULT now(),
      applied_at timestamptz,
      released_at timestamptz,
      lifted_at timestamptz,
      failure jsonb,
      PRIMARY KEY (hold_id, mail_id)
    );
    CREATE INDEX hold_mail_mail ON hold_mail (mail_id);
    CREATE INDEX hold_mail_undone ON hold_mail (hold_id) WHERE (released_at IS NULL AND applied_at IS NULL) OR (released_at IS NOT NULL AND lifted_at IS NULL);
    CREATE FUNCTION count_holds() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      UPDATE mail SET holds = (SELECT count(*) FROM hold_mail h WHERE h.mail_id = new.mail_id AND h.released_at IS NULL) WHERE id = new.mail_id;
      RETURN NULL;
    END $$;
    CREATE TRIGGER hold_mail_counted AFTER INSERT OR UPDATE OF released_at ON hold_mail FOR EACH ROW EXECUTE FUNCTION count_holds();
  `.execute(db);
  await campaigns(db);
}
