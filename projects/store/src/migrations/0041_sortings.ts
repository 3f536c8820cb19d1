import { sql, type Kysely } from 'kysely';

/** Sortings of mails whose row asks for one (T): by what rule, what was proposed, and what the archivist decided, for good. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE sorting (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      year int NOT NULL,
      number int NOT NULL,
      chrono text NOT NULL,
      title text NOT NULL,
      state text NOT NULL CHECK (state IN ('draft', 'proposed', 'agreed', 'done', 'cancelled')),
      revision int NOT NULL DEFAULT 0,
      row_code text NOT NULL,
      row jsonb NOT NULL,
      from_year int,
      to_year int,
      services text[] NOT NULL DEFAULT '{}',
      rule jsonb NOT NULL,
      criterion text NOT NULL,
      left_out jsonb NOT NULL DEFAULT '{}',
      archivists text[] NOT NULL DEFAULT '{}',
      created_by text NOT NULL,
      created_by_name text NOT NULL,
      created_at timestamptz NOT NULL DEFAULT now(),
      proposed_by text,
      proposed_by_name text,
      proposed_at timestamptz,
      -- SHA-512 of the canonical list that was proposed, and of the one that was agreed to.
      proposed_sha512 text,
      agreed_sha512 text,
      agreed_by text,
      agreed_by_name text,
      agreed_on date,
      reference text,
      agreed_at timestamptz,
      given_back_by_name text,
      given_back_because text,
      cancelled_by_name text,
      cancelled_because text,
      cancelled_at timestamptz,
      finished_at timestamptz,
      UNIQUE (entity_id, year, number),
      -- Selection belongs to the State's control: nobody agrees to what they made or proposed.
      CONSTRAINT sorting_agreed_by_another CHECK (agreed_by IS NULL OR (agreed_by <> created_by AND agreed_by <> proposed_by)),
      CONSTRAINT sorting_agreement_whole CHECK ((state IN ('agreed', 'done')) = (agreed_at IS NOT NULL) AND (agreed_at IS NULL OR (agreed_by IS NOT NULL AND agreed_on IS NOT NULL AND reference IS NOT NULL AND agreed_sha512 IS NOT NULL)))
    );

    -- A mail each; those of one affair have one unit, which is decided as a whole.
    CREATE TABLE sorting_item (
      sorting_id uuid NOT NULL REFERENCES sorting,
      position int NOT NULL,
      mail_id uuid NOT NULL REFERENCES mail,
      unit uuid NOT NULL,
      affair_id uuid,
      rank int NOT NULL,
      year int NOT NULL,
      due date NOT NULL,
      documents int NOT NULL,
      bytes bigint NOT NULL,
      -- By the rule; what the records manager made of it by hand; what the archivist notes until they agree; what counts.
      picked text NOT NULL CHECK (picked IN ('kept', 'notKept')),
      proposed text NOT NULL CHECK (proposed IN ('kept', 'notKept')),
      proposed_because text,
      noted text CHECK (noted IN ('kept', 'notKept')),
      noted_because text,
      decided text CHECK (decided IN ('kept', 'notKept')),
      decided_because text,
      -- It lies before the archivist, or was decided: no other sorting may have it.
      claims boolean NOT NULL DEFAULT false,
      carried_at timestamptz,
      failure jsonb,
      PRIMARY KEY (sorting_id, mail_id),
      UNIQUE (sorting_id, position)
    );
    CREATE UNIQUE INDEX sorting_item_claim ON sorting_item (mail_id) WHERE claims;
    CREATE INDEX sorting_item_mail ON sorting_item (mail_id);
    CREATE INDEX sorting_item_to_carry ON sorting_item (sorting_id, position) WHERE decided IS NOT NULL AND carried_at IS NULL;

    ALTER TABLE mail_record ADD COLUMN sorting_id uuid REFERENCES sorting, ADD COLUMN sorted text CHECK (sorted IN ('kept', 'notKept'));

    CREATE FUNCTION keep_sorting() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF tg_op = 'DELETE' THEN RAISE EXCEPTION 'a sorting stays' USING ERRCODE = 'restrict_violation'; END IF;
      IF old.agreed_at IS NOT NULL AND (new.row, new.rule, new.criterion, new.agreed_by, new.agreed_by_name, new.agreed_on, new.reference, new.agreed_at, new.agreed_sha512, new.proposed_by, new.proposed_at, new.proposed_sha512, new.created_by) IS DISTINCT FROM (old.row, old.rule, old.criterion, old.agreed_by, old.agreed_by_name, old.agreed_on, old.reference, old.agreed_at, old.agreed_sha512, old.proposed_by, old.proposed_at, old.proposed_sha512, old.created_by) THEN
        RAISE EXCEPTION 'what was agreed does not change' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN new;
    END $$;
    CREATE TRIGGER sorting_kept BEFORE UPDATE OR DELETE ON sorting FOR EACH ROW EXECUTE FUNCTION keep_sorting();

    CREATE FUNCTION keep_sorted() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE stage text;
    BEGIN
      SELECT state INTO stage FROM sorting WHERE id = old.sorting_id;
      IF stage = 'draft' THEN RETURN CASE tg_op WHEN 'DELETE' THEN old ELSE new END; END IF;
      IF tg_op = 'DELETE' OR (new.mail_id, new.unit, new.position, new.picked, new.proposed, new.proposed_because) IS DISTINCT FROM (old.mail_id, old.unit, old.position, old.picked, old.proposed, old.proposed_because) THEN
        RAISE EXCEPTION 'the list of a sorting that is % does not change', stage USING ERRCODE = 'restrict_violation';
      END IF;
      IF old.decided IS NOT NULL AND (new.decided, new.decided_because, new.claims) IS DISTINCT FROM (old.decided, old.decided_because, old.claims) THEN
        RAISE EXCEPTION 'a mail is sorted once' USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN new;
    END $$;
    CREATE TRIGGER sorting_item_kept BEFORE UPDATE OR DELETE ON sorting_item FOR EACH ROW EXECUTE FUNCTION keep_sorted();
  `.execute(db);
}
