import { type Kysely, sql } from 'kysely';
import { StoreError } from '../errors.js';
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

const mostTries = 20;

/** Where it is told which task has a new job. */
export const jobChannel = 'bannette_jobs';

/**
 * Adds a job, or renews the waiting one of its key. The library adds nothing, silently, when a worker takes the waiting job
 * between its two statements; then the second look sees a job in hand, and adds a new one behind it.
 *
 * Every job has a key, so that one without is known to have been replaced while it was in hand.
 */
export async function addJob(db: Kysely<Database>, task: string, payload: JobPayload, options: JobOptions = {}): Promise<void> {
  const key = options.key ?? newId();
  for (let tries = 0; tries < mostTries; tries++) if (await added(db, task, payload, { ...options, key })) return;
  throw new StoreError('jobNotAdded', `the queue did not take a job of ${task}`);
}

async function added(db: Kysely<Database>, task: string, payload: JobPayload, options: JobOptions): Promise<boolean> {
  const { rows } = await sql<{ id: unknown }>`select id, pg_notify(${jobChannel}, ${task}) from graphile_worker.add_job(
    identifier => ${task}::text,
    payload => ${JSON.stringify(payload)}::json,
    queue_name => ${options.queue ?? null}::text,
    run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.maxAttempts ?? null}::integer,
    job_key => ${options.key}::text,
    priority => ${options.priority ?? null}::integer
  )`.execute(db);
  const id = rows[0]?.id;
  return id !== null && id !== undefined;
}
