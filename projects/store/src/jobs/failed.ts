import { sql, type Kysely } from 'kysely';
import type { Database } from '../schema/database.js';

/** A job out of tries, with the mail that it works for, if it works for one. */
export interface FailedJobLine {
  readonly id: string;
  readonly task: string;
  readonly mailId: string | null;
  readonly attempts: number;
  /** As it was thrown: may quote personal data. */
  readonly error: string | null;
  readonly failedAt: Date;
}

/**
 * A page of the jobs out of tries, the newest first.
 *
 * @param before id of the last job of the page before
 */
export async function failedJobPage(db: Kysely<Database>, { limit, before }: { readonly limit: number; readonly before?: string }): Promise<FailedJobLine[]> {
  const { rows } = await sql<FailedJobLine>`
    select job.id::text, job.task_identifier as task, given.payload ->> 'mailId' as "mailId", job.attempts, job.last_error as error, job.updated_at as "failedAt"
    from graphile_worker.jobs as job join graphile_worker._private_jobs as given on given.id = job.id
    where job.locked_at is null and job.attempts >= job.max_attempts and (${before ?? null}::bigint is null or job.id < ${before ?? null}::bigint)
    order by job.id desc limit ${limit}`.execute(db);
  return rows;
}

/** Gives jobs another round now, if they are out of tries: the named one, or all. Answers whom it gave one. */
export async function retryFailedJobs(db: Kysely<Database>, id?: string): Promise<readonly { readonly id: string; readonly task: string }[]> {
  const { rows } = await sql<{ id: string; task: string }>`
    select id::text, task_identifier as task from graphile_worker.jobs
    where locked_at is null and attempts >= max_attempts and (${id ?? null}::bigint is null or id = ${id ?? null}::bigint) order by id`.execute(db);
  if (rows.length) await sql`select graphile_worker.reschedule_jobs(${rows.map((row) => row.id)}::bigint[], run_at => now(), attempts => 0)`.execute(db);
  return rows;
}
