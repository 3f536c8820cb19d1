import { sql, type Kysely } from 'kysely';

/**
 * How holds come to be on mails and in Governance Services. Two that take a mail at once are counted one after the other:
 * each waits for the mail's row before it counts, so that none is left out. `holds_on` tells which holds take a mail by what
 * it belongs to now, through all that its persons were joined with.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE hold
      ADD COLUMN key uuid UNIQUE,
      ADD COLUMN filled_at timestamptz,
      ADD COLUMN fill_after uuid,
      ADD COLUMN lifted_at timestamptz,
      ADD COLUMN failure jsonb,
      ADD COLUMN announced_on date,
      ADD COLUMN passed_on date;
    CREATE INDEX hold_listed ON hold (entity_id, id DESC);
    CREATE INDEX hold_unlifted ON hold (entity_id) WHERE released_at IS NOT NULL AND lifted_at IS NULL;

    ALTER TABLE hold_mail ADD COLUMN retry_at timestamptz, ADD COLUMN compared_at timestamptz;
    DROP INDEX hold_mail_undone;
    CREATE INDEX hold_mail_undone ON hold_mail (hold_id, mail_id) WHERE (released_at IS NULL AND applied_at IS NULL) OR (released_at IS NOT NULL AND lifted_at IS NULL);
    CREATE INDEX hold_mail_compared ON hold_mail (compared_at NULLS FIRST, hold_id, mail_id) WHERE released_at IS NULL AND applied_at IS NOT NULL;
    CREATE INDEX document_held ON document (mail_id) WHERE held_at IS NOT NULL;
    CREATE INDEX mail_kept_under ON mail ((coalesce(retention_row, schedule_row)), id);

    CREATE TABLE processing_exception (
      id uuid PRIMARY KEY,
      mail_id uuid NOT NULL REFERENCES mail,
      until date NOT NULL,
      reason text NOT NULL,
      by text NOT NULL,
      by_name text NOT NULL,
      at timestamptz NOT NULL DEFAULT now()
    );
    CREATE INDEX processing_exception_mail ON processing_exception (mail_id, until);

    DROP TRIGGER hold_mail_counted ON hold_mail;
    DROP FUNCTION count_holds();
    CREATE FUNCTION recount_holds(mails uuid[]) RETURNS void LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM 1 FROM mail WHERE id = ANY (mails) ORDER BY id FOR NO KEY UPDATE;
      UPDATE mail SET holds = (SELECT count(*) FROM hold_mail h WHERE h.mail_id = mail.id AND h.released_at IS NULL) WHERE id = ANY (mails);
    END $$;
    CREATE FUNCTION count_added_holds() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      PERFORM recount_holds((SELECT array_agg(DISTINCT mail_id) FROM added));
      RETURN NULL;
    END $$;
    CREATE FUNCTION count_changed_holds() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE mails uuid[];
    BEGIN
      SELECT array_agg(DISTINCT after.mail_id) INTO mails FROM after JOIN before USING (hold_id, mail_id) WHERE after.released_at IS DISTINCT FROM before.released_at;
      IF mails IS NOT NULL THEN PERFORM recount_holds(mails); END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER hold_mail_added AFTER INSERT ON hold_mail REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_added_holds();
    CREATE TRIGGER hold_mail_changed AFTER UPDATE ON hold_mail REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION count_changed_holds();

    CREATE FUNCTION correspondent_family(one uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
      WITH RECURSIVE family AS (
        SELECT one AS id
        UNION
        SELECT near.id FROM family CROSS JOIN LATERAL (
          SELECT c.merged_into AS id FROM correspondent c WHERE c.id = family.id AND c.merged_into IS NOT NULL
          UNION ALL SELECT c.id FROM correspondent c WHERE c.merged_into = family.id) near)
      SELECT id FROM family $$;
    CREATE FUNCTION beneficiary_family(one uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
      WITH RECURSIVE family AS (
        SELECT one AS id
        UNION
        SELECT near.id FROM family CROSS JOIN LATERAL (
          SELECT b.merged_into AS id FROM beneficiary b WHERE b.id = family.id AND b.merged_into IS NOT NULL
          UNION ALL SELECT b.id FROM beneficiary b WHERE b.merged_into = family.id) near)
      SELECT id FROM family $$;

    CREATE FUNCTION holds_on(one uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
      WITH m AS (SELECT id, entity_id, affair_id, correspondent_id, parties, coalesce(retention_row, schedule_row) AS kept_under FROM mail WHERE id = one)
      SELECT h.id FROM m JOIN hold h ON h.entity_id = m.entity_id AND h.released_at IS NULL AND h.scope_kind = 'affair' AND h.scope_id = m.affair_id::text
      UNION ALL
      SELECT h.id FROM m JOIN hold h ON h.entity_id = m.entity_id AND h.released_at IS NULL AND h.scope_kind = 'row' AND h.scope_id = m.kept_under
      UNION ALL
      SELECT h.id FROM m JOIN hold h ON h.entity_id = m.entity_id AND h.released_at IS NULL AND h.scope_kind = 'correspondent' AND h.scope_id IN (
        SELECT f::text FROM (SELECT m.correspondent_id AS c WHERE m.correspondent_id IS NOT NULL UNION SELECT (p ->> 'id')::uuid FROM jsonb_array_elements(m.parties) p WHERE p ? 'id') known CROSS JOIN LATERAL correspondent_family(known.c) f)
      UNION ALL
      SELECT h.id FROM m JOIN hold h ON h.entity_id = m.entity_id AND h.released_at IS NULL AND h.scope_kind = 'beneficiary' AND h.scope_id IN (
        SELECT f::text FROM document d JOIN document_beneficiary b ON b.document_id = d.id CROSS JOIN LATERAL beneficiary_family(b.beneficiary_id) f WHERE d.mail_id = m.id)
    $$;
  `.execute(db);
}
