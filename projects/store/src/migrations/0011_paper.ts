import { sql, type Kysely } from 'kysely';

/** Mail that is not scanned and who has it in hand; the numbers on paper, and the boxes that it is kept in. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE mail
      ADD COLUMN unscanned text, ADD COLUMN envelope jsonb, ADD COLUMN handed_over jsonb,
      ADD COLUMN endorsement text, ADD COLUMN endorsed_on date, ADD COLUMN scanner text, ADD COLUMN box text,
      ADD CONSTRAINT mail_endorsed CHECK ((endorsement IS NULL) = (endorsed_on IS NULL));
    CREATE UNIQUE INDEX mail_endorsement ON mail (entity_id, endorsement, endorsed_on, coalesce(scanner, '')) WHERE endorsement IS NOT NULL;
    CREATE INDEX mail_box ON mail (entity_id, box) WHERE box IS NOT NULL;
    CREATE INDEX mail_unscanned ON mail (entity_id, id) WHERE unscanned IS NOT NULL;
    CREATE INDEX mail_in_hand ON mail (entity_id, service, id) WHERE unscanned IS NOT NULL;
    CREATE INDEX mail_arrived ON mail (entity_id, received_at) WHERE category = 'incoming' AND chrono IS NOT NULL;

    CREATE TABLE box (
      entity_id text NOT NULL REFERENCES entity,
      code text NOT NULL,
      service text, label text, location text,
      opened_at timestamptz NOT NULL DEFAULT now(),
      opened_by text NOT NULL,
      closed_at timestamptz,
      PRIMARY KEY (entity_id, code)
    );

    CREATE TABLE round (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      at timestamptz NOT NULL,
      given_by text,
      received_by text NOT NULL,
      method text NOT NULL CHECK (method IN ('signature', 'login')),
      signature bytea,
      signature_sha512 text,
      CHECK ((method = 'signature') = (signature IS NOT NULL) AND (signature IS NULL) = (signature_sha512 IS NULL))
    );
    CREATE INDEX round_newest ON round (entity_id, id DESC);
    CREATE TABLE round_mail (
      round_id uuid NOT NULL REFERENCES round,
      mail_id uuid NOT NULL REFERENCES mail,
      PRIMARY KEY (round_id, mail_id)
    );
    CREATE INDEX round_mail_mail ON round_mail (mail_id);

    CREATE TABLE paper_request (
      key uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      actor text NOT NULL,
      digest text NOT NULL,
      made text NOT NULL
    );
  `.execute(db);
}
