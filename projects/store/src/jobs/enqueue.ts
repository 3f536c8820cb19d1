import { type Kysely, sql } from 'kysely';
import { newId } from '../ids.js';
import type { Database } from '../schema/database.js';

export type JobPayload = { readonly [key: string]: string | number | undefined };

export interface JobOptions {
  /** A waiting job with the same key is replaced instead of doubled. */
  readonly key?: string;
  readonly runAt?: Date;
  /** Smaller runs sooner; 0 by default. */
  readonly priority?: number;
  readonly maxAttempts?: number;
  /** Jobs of one queue run one after the other. */
  readonly queue?: string;
}

/** Every job has a key, so that one without is known to have been replaced while it was in hand. */
export async function addJob(db: Kysely<Database>, task: string, payload: JobPayload, options: JobOptions = {}): Promise<void> {
  await sql`select from graphile_worker.add_job(
    identifier => ${task}::text,
    payload => ${JSON.stringify(payload)}::json,
    queue_name => ${options.queue ?? null}::text,
    run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? null}::integer,
    job_key => ${options.key ?? newId()}::text,
    priority => ${options.priority ?? null}::integer
  )`.execute(db);
}
