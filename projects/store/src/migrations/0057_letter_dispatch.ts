import { sql, type Kysely } from 'kysely';

/** Letters that leave by e-mail from here, and what became of each; the attestation that silence was an acceptance (CRPA L232-3); and when a term was extended (RGPD art. 12.3). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE mail
      DROP CONSTRAINT mail_letter_kind_check,
      ADD CONSTRAINT mail_letter_kind_check CHECK (letter_kind IN ('answer', 'acknowledgement', 'pieces', 'transmission', 'attestation', 'extension')),
      ADD COLUMN extended_on date`.execute(db);
  await sql`
    CREATE TABLE letter_dispatch (
      mail_id uuid PRIMARY KEY REFERENCES mail ON DELETE CASCADE,
      entity_id text NOT NULL,
      answers uuid NOT NULL REFERENCES mail ON DELETE CASCADE,
      counts_as text CHECK (counts_as IN ('registrationReceipt', 'receipt', 'extension')),
      automatic boolean NOT NULL,
      recipient text NOT NULL,
      subject text NOT NULL,
      text text NOT NULL,
      round integer NOT NULL DEFAULT 1,
      state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'refused')),
      asked_at timestamptz NOT NULL,
      settled_at timestamptz,
      refusal text,
      CHECK ((state = 'waiting') = (settled_at IS NULL))
    )`.execute(db);
  await sql`ALTER TABLE missing_pieces ADD COLUMN letter_id uuid REFERENCES mail ON DELETE SET NULL, ADD COLUMN unsent boolean NOT NULL DEFAULT false`.execute(db);
  await sql`CREATE INDEX letter_dispatch_answers ON letter_dispatch (answers)`.execute(db);
}
