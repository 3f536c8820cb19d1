import { sql, type Kysely } from 'kysely';

/** Seals of the journal: what it held, as one Merkle root, each tied to the one before; its timestamp may come later, and once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE journal_seal (
      number bigint PRIMARY KEY CHECK (number > 0),
      first_seq bigint NOT NULL CHECK (first_seq > 0),
      last_seq bigint NOT NULL CHECK (last_seq >= first_seq),
      sealed_at timestamptz(3) NOT NULL,
      body text NOT NULL,
      digest bytea NOT NULL CHECK (digest = sha256(convert_to(body, 'UTF8'))),
      token bytea,
      token_at timestamptz,
      token_authority text,
      refusal text,
      exported_at timestamptz,
      CHECK ((token IS NULL) = (token_at IS NULL))
    );
    CREATE INDEX journal_seal_open ON journal_seal (number) WHERE token IS NULL OR exported_at IS NULL;

    CREATE FUNCTION keep_journal_seal() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF tg_op <> 'UPDATE' OR (new.number, new.first_seq, new.last_seq, new.sealed_at, new.body, new.digest) IS DISTINCT FROM (old.number, old.first_seq, old.last_seq, old.sealed_at, old.body, old.digest)
        OR (old.token IS NOT NULL AND (new.token, new.token_at, new.token_authority) IS DISTINCT FROM (old.token, old.token_at, old.token_authority)) THEN
        RAISE EXCEPTION '% of a seal of the journal is refused', lower(tg_op) USING ERRCODE = 'restrict_violation';
      END IF;
      RETURN new;
    END $$;
    CREATE TRIGGER journal_seal_kept BEFORE UPDATE OR DELETE ON journal_seal FOR EACH ROW EXECUTE FUNCTION keep_journal_seal();
    CREATE TRIGGER journal_seal_whole BEFORE TRUNCATE ON journal_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
    ALTER TABLE journal_seal ENABLE ALWAYS TRIGGER journal_seal_kept;
    ALTER TABLE journal_seal ENABLE ALWAYS TRIGGER journal_seal_whole;
  `.execute(db);
}
