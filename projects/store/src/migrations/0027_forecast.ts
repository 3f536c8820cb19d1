import { sql, type Kysely } from 'kysely';

/** Who was reminded of which mail; what will be late; what was promised, and how long each leg of its way took. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE mail ADD COLUMN IF NOT EXISTS priority text CHECK (priority IN ('normal', 'urgent', 'veryUrgent'));
    CREATE INDEX mail_closings ON mail (entity_id, closed_at) WHERE category = 'incoming' AND closed_at IS NOT NULL;

    CREATE TABLE reminder (
      mail_id uuid NOT NULL REFERENCES mail ON DELETE CASCADE,
      due date NOT NULL,
      step text NOT NULL,
      audience text NOT NULL,
      day date NOT NULL,
      sent_at timestamptz NOT NULL,
      PRIMARY KEY (mail_id, due, step)
    );

    CREATE TABLE forecast (
      entity_id text NOT NULL REFERENCES entity,
      service text NOT NULL,
      day date NOT NULL,
      made_at timestamptz NOT NULL,
      data jsonb NOT NULL,
      PRIMARY KEY (entity_id, service, day)
    );
    CREATE TABLE forecast_mail (
      mail_id uuid PRIMARY KEY REFERENCES mail ON DELETE CASCADE,
      entity_id text NOT NULL REFERENCES entity,
      service text NOT NULL,
      due date NOT NULL,
      predicted date,
      latest date,
      risk real NOT NULL
    );
    CREATE INDEX forecast_mail_risk ON forecast_mail (entity_id, service, due, mail_id);

    CREATE TABLE commitment (
      mail_id uuid NOT NULL REFERENCES mail ON DELETE CASCADE,
      code text NOT NULL,
      entity_id text NOT NULL REFERENCES entity,
      service text NOT NULL,
      channel text NOT NULL,
      received_on date NOT NULL,
      due date,
      met_on date,
      PRIMARY KEY (mail_id, code)
    );
    CREATE INDEX commitment_month ON commitment (entity_id, received_on);

    CREATE TABLE delivery (
      mail_id uuid PRIMARY KEY REFERENCES mail ON DELETE CASCADE,
      entity_id text NOT NULL REFERENCES entity,
      service text NOT NULL,
      taken_in_at timestamptz NOT NULL,
      day date NOT NULL,
      service_limit timestamptz NOT NULL,
      service_at timestamptz,
      person_limit timestamptz,
      person_at timestamptz
    );
    CREATE INDEX delivery_day ON delivery (entity_id, day, service);
  `.execute(db);
}
