import { sql, type Kysely } from 'kysely';

/** When what runs by the clock last ran, and when it should next: what should have and didn't is told by the doctor. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    CREATE TABLE timed_job (
      entity_id text NOT NULL,
      name text NOT NULL,
      began_at timestamptz NOT NULL,
      ran_at timestamptz,
      failed_at timestamptz,
      failure text,
      next_at timestamptz NOT NULL,
      PRIMARY KEY (entity_id, name)
    );
  `.execute(db);
}
