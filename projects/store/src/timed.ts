import { sql, type Kysely } from 'kysely';
import type { Database } from './schema/database.js';

/** How a run by the clock went: that it is expected only, that it was done, or the code of what stopped it. */
export type TimedOutcome = 'expected' | 'done' | { readonly failure: string };

/** Keeps when work that runs by the clock last ran, by the database's clock, and when it should next. */
export async function noteTimed(db: Kysely<Database>, entityId: string, name: string, next: Date, outcome: TimedOutcome): Promise<void> {
  const [done, failure] = [outcome === 'done', typeof outcome === 'object' ? outcome.failure : null];
  await sql`
    INSERT INTO timed_job (entity_id, name, began_at, ran_at, failed_at, failure, next_at)
    VALUES (${entityId}, ${name}, clock_timestamp(), CASE WHEN ${done} THEN clock_timestamp() END, CASE WHEN ${failure}::text IS NOT NULL THEN clock_timestamp() END, ${failure}, ${next})
    ON CONFLICT (entity_id, name) DO UPDATE SET next_at = excluded.next_at, ran_at = coalesce(excluded.ran_at, timed_job.ran_at),
      failed_at = CASE WHEN ${done} THEN NULL ELSE coalesce(excluded.failed_at, timed_job.failed_at) END, failure = CASE WHEN ${done} THEN NULL ELSE coalesce(excluded.failure, timed_job.failure) END`.execute(db);
}

export interface TimedJob {
  readonly name: string;
  /** Absent: never since it is known. */
  readonly ranAt?: Date;
  /** Since it last ran well. */
  readonly failure?: string;
  /** Hours since it should have run, and did not. */
  readonly lateHours: number;
}

/** All that runs by the clock, by name. */
export async function timedJobs(db: Kysely<Database>, entityId: string): Promise<readonly TimedJob[]> {
  const { rows } = await sql<{ name: string; ran_at: Date | null; failure: string | null; late: number }>`
    SELECT name, ran_at, failure, greatest(0, extract(epoch FROM clock_timestamp() - next_at) / 3600)::float8 AS late FROM timed_job WHERE entity_id = ${entityId} ORDER BY name`.execute(db);
  return rows.map(({ name, ran_at, failure, late }) => ({ name, ...(ran_at ? { ranAt: ran_at } : {}), ...(failure ? { failure } : {}), lateHours: late }));
}
