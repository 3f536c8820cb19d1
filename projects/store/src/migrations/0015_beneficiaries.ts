import { sql, type Kysely } from 'kysely';

/** For whom a document is (beneficiaries) and what it is (its nature); what was said of a file before it is a mail's document. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE beneficiary (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      name text NOT NULL,
      first_name text,
      birth_date date,
      file_number text,
      service text,
      compartment text,
      search_name text NOT NULL,
      revision integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT now(),
      created_by text NOT NULL,
      CHECK (compartment IS NULL OR service IS NOT NULL)
    );
    CREATE INDEX beneficiary_words ON beneficiary USING gin (to_tsvector('simple', search_name));
    CREATE INDEX beneficiary_name ON beneficiary (entity_id, search_name text_pattern_ops);
    CREATE INDEX beneficiary_number ON beneficiary (entity_id, lower(file_number) text_pattern_ops) WHERE file_number IS NOT NULL;
    CREATE INDEX beneficiary_birth ON beneficiary (entity_id, birth_date) WHERE birth_date IS NOT NULL;

    ALTER TABLE document
      ADD COLUMN nature text, ADD COLUMN nature_told text, ADD COLUMN nature_proposal jsonb,
      ADD COLUMN beneficiary_unknown boolean NOT NULL DEFAULT false;
    CREATE INDEX document_nature ON document (nature, id) WHERE nature IS NOT NULL;
    CREATE INDEX document_unknown ON document (id) WHERE beneficiary_unknown;

    CREATE TABLE document_beneficiary (
      document_id uuid NOT NULL REFERENCES document,
      beneficiary_id uuid NOT NULL REFERENCES beneficiary,
      named_at timestamptz NOT NULL DEFAULT now(),
      named_by text,
      PRIMARY KEY (document_id, beneficiary_id)
    );
    CREATE INDEX document_beneficiary_file ON document_beneficiary (beneficiary_id, document_id);

    ALTER TABLE deposit_file
      ADD COLUMN nature text, ADD COLUMN beneficiaries uuid[] NOT NULL DEFAULT '{}',
      ADD COLUMN beneficiary_unknown boolean NOT NULL DEFAULT false;
  `.execute(db);
}
