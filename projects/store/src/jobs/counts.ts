import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.js';

export interface JobCounts {
  /** Could run now. */
  readonly ready: number;
  readonly running: number;
  /** Out of tries. */
  readonly failed: number;
  /** For how long the oldest of the ready ones has been waiting. */
  readonly oldestReadySeconds: number;
}

export async function jobCounts(db: Kysely<Database>): Promise<JobCounts> {
  const { rows } = await sql<JobCounts>`
    select
      count(*) filter (where ready)::integer as ready,
      count(*) filter (where locked_at is not null)::integer as running,
      count(*) filter (where locked_at is null and attempts >= max_attempts)::integer as failed,
      coalesce(extract(epoch from clock_timestamp() - min(run_at) filter (where ready)), 0)::double precision as "oldestReadySeconds"
    from (
      select *, locked_at is null and attempts < max_attempts and run_at <= clock_timestamp() as ready from graphile_worker.jobs
    ) as job`.execute(db);
  return rows[0] as JobCounts;
}

export interface FailedJob {
  readonly id: string;
  readonly task: string;
  readonly attempts: number;
  readonly error: string | null;
  readonly failedAt: Date;
}

/** Jobs out of tries, the latest first; `error` may quote personal data. */
export async function failedJobs(db: Kysely<Database>, limit = 100): Promise<FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select id::text, task_identifier as task, attempts, last_error as error, updated_at as "failedAt"
    from graphile_worker.jobs where locked_at is null and attempts >= max_attempts
    order by updated_at desc limit ${limit}`.execute(db);
  return rows;
}

/** Gives jobs out of tries another round, now. */
export async function retryJobs(db: Kysely<Database>, ids: readonly string[]): Promise<void> {
  await sql`select graphile_worker.reschedule_jobs(${ids}::bigint[], run_at => now(), attempts => 0)`.execute(db);
}
