import { sql, type Kysely } from 'kysely';

/** Clocks of the law that run for a mail, and what moves them: pieces that are asked for, receipts, a first authority. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE mail
      ADD COLUMN first_received_on date, ADD COLUMN first_authority text, ADD COLUMN registration_receipt_on date, ADD COLUMN receipt_on date, ADD COLUMN transmitted_to text,
      ADD COLUMN letter_kind text CHECK (letter_kind IN ('answer', 'acknowledgement', 'pieces', 'transmission'));
    CREATE INDEX mail_answers ON mail (answer_of) WHERE answer_of IS NOT NULL;

    CREATE TABLE missing_pieces (
      id uuid PRIMARY KEY,
      mail_id uuid NOT NULL REFERENCES mail,
      asked_on date NOT NULL,
      until date NOT NULL CHECK (until > asked_on),
      completed_on date CHECK (completed_on >= asked_on),
      pieces text[] NOT NULL,
      asked_by text NOT NULL
    );
    CREATE INDEX missing_pieces_mail ON missing_pieces (mail_id, asked_on);

    CREATE TABLE mail_clock (
      mail_id uuid NOT NULL REFERENCES mail,
      entity_id text NOT NULL REFERENCES entity,
      code text NOT NULL,
      kind text NOT NULL,
      due date,
      suspended_until date,
      met_on date,
      because jsonb NOT NULL,
      PRIMARY KEY (mail_id, code)
    );
    CREATE INDEX mail_clock_due ON mail_clock (entity_id, due, mail_id) WHERE met_on IS NULL AND due IS NOT NULL;

    CREATE TABLE clock_notice (
      mail_id uuid NOT NULL REFERENCES mail,
      code text NOT NULL,
      due date NOT NULL,
      step text NOT NULL CHECK (step IN ('soon', 'passed')),
      noticed_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (mail_id, code, due, step)
    );
  `.execute(db);
}
