import { sql, type Kysely } from 'kysely';

/** Mails that are entered through a form of their kind, values of custom fields, and the files that come with a form. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE mail
      ADD COLUMN kind text CHECK (kind IN ('note', 'signature', 'call')),
      ADD COLUMN entry jsonb,
      ADD COLUMN parties jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN fields jsonb NOT NULL DEFAULT '{}';
    CREATE INDEX mail_fields ON mail USING gin (fields jsonb_path_ops) WHERE fields <> '{}';
    CREATE INDEX mail_field_words ON mail USING gin (jsonb_to_tsvector('french', fields, '["string", "numeric"]')) WHERE fields <> '{}';
    CREATE INDEX mail_parties ON mail USING gin (parties jsonb_path_ops) WHERE parties <> '[]';

    ALTER TABLE deposit
      ADD COLUMN purpose text CHECK (purpose = 'form'),
      ADD COLUMN mail_id uuid REFERENCES mail;
    CREATE INDEX deposit_unclaimed ON deposit (id) WHERE purpose = 'form' AND mail_id IS NULL;

    CREATE TABLE custom_property (
      entity_id text NOT NULL REFERENCES entity,
      key text NOT NULL,
      seen_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (entity_id, key)
    );
  `.execute(db);
}
