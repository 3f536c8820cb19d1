import { sql, type Kysely } from 'kysely';

/** What the doctor last found, and when the journal was last verified. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE health_report (
      entity_id text PRIMARY KEY REFERENCES entity,
      examined_at timestamptz NOT NULL,
      report jsonb NOT NULL
    );

    CREATE TABLE journal_verification (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      verified_at timestamptz NOT NULL DEFAULT now(),
      intact boolean NOT NULL,
      anchored boolean NOT NULL,
      last_seq bigint NOT NULL
    );
  `.execute(db);
}
