import { sql, type Kysely } from 'kysely';

/** Correspondents as persons and organisations, found by sound too; who may be the same, who was joined with whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    ALTER TABLE correspondent
      ADD COLUMN revision integer NOT NULL DEFAULT 1,
      ADD COLUMN card jsonb NOT NULL DEFAULT '{}',
      ADD COLUMN siret text,
      ADD COLUMN search_keys tsvector,
      ADD COLUMN merged_into uuid REFERENCES correspondent,
      ADD COLUMN updated_at timestamptz;
    CREATE INDEX correspondent_keys ON correspondent USING gin (search_keys) WHERE merged_into IS NULL;
    CREATE INDEX correspondent_keyless ON correspondent (id) WHERE search_keys IS NULL;
    CREATE INDEX correspondent_merged ON correspondent (merged_into) WHERE merged_into IS NOT NULL;
    CREATE INDEX correspondent_siret ON correspondent (entity_id, siret) WHERE siret IS NOT NULL;
    CREATE INDEX mail_correspondent ON mail (correspondent_id, id) WHERE correspondent_id IS NOT NULL;

    CREATE TABLE correspondent_position (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES correspondent,
      organisation_id uuid NOT NULL REFERENCES correspondent,
      title text NOT NULL,
      from_day date, until_day date,
      CHECK (until_day IS NULL OR from_day IS NULL OR until_day >= from_day)
    );
    CREATE INDEX correspondent_position_person ON correspondent_position (person_id);
    CREATE INDEX correspondent_position_organisation ON correspondent_position (organisation_id);

    CREATE TABLE correspondent_reference (
      entity_id text NOT NULL REFERENCES entity,
      correspondent_id uuid NOT NULL REFERENCES correspondent,
      system text NOT NULL,
      value text NOT NULL,
      guard text,
      PRIMARY KEY (entity_id, system, value)
    );
    CREATE INDEX correspondent_reference_of ON correspondent_reference (correspondent_id);

    CREATE TABLE correspondent_pair (
      a uuid NOT NULL REFERENCES correspondent,
      b uuid NOT NULL REFERENCES correspondent,
      entity_id text NOT NULL REFERENCES entity,
      because text[] NOT NULL,
      score real NOT NULL,
      dismissed_by text,
      PRIMARY KEY (a, b),
      CHECK (a < b)
    );
    CREATE INDEX correspondent_pair_b ON correspondent_pair (b);
    CREATE INDEX correspondent_pair_open ON correspondent_pair (entity_id, score DESC, a, b) WHERE dismissed_by IS NULL;

    CREATE TABLE correspondent_merge (
      id uuid PRIMARY KEY,
      entity_id text NOT NULL REFERENCES entity,
      kept uuid NOT NULL REFERENCES correspondent,
      merged uuid NOT NULL REFERENCES correspondent,
      before jsonb NOT NULL,
      by text NOT NULL,
      at timestamptz NOT NULL,
      undone_by text, undone_at timestamptz
    );
    CREATE INDEX correspondent_merge_kept ON correspondent_merge (kept, id DESC);
  `.execute(db);
}
