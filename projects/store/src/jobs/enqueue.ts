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

/** A job that is to be added. */
export interface Job {
  readonly task: string;
  readonly payload: JobPayload;
  readonly options?: JobOptions;
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

/** The same for several, in one statement but for those of a queue, whose order counts; of those with the same key the last one counts. */
export async function addJobs(db: Kysely<Database>, jobs: readonly Job[]): Promise<void> {
  const wanted = [...new Map(jobs.map(({ task, payload, options }) => [options?.key ?? newId(), { task, payload, options: options ?? {} }])).entries()].map(([key, { options, ...job }]) => ({ ...job, options: { ...options, key } }));
  const free = wanted.filter(({ options }) => options.queue === undefined);
  const there = free.length > 1 ? await addedAtOnce(db, free) : [];
  for (const { task, payload, options } of wanted) if (!there.includes(options.key)) await addJob(db, task, payload, options);
}

/** @returns keys of those that the queue took */
async function addedAtOnce(db: Kysely<Database>, jobs: readonly { readonly task: string; readonly payload: JobPayload; readonly options: JobOptions & { readonly key: string } }[]): Promise<readonly string[]> {
  const each = <Key extends keyof JobOptions>(name: Key) => jobs.map(({ options }) => options[name] ?? null);
  const tasks = jobs.map(({ task }) => task);
  const { rows } = await sql<{ keys: string[] }>`
    with added as materialized (
      select key from graphile_worker.add_jobs(array(
        select row(task, payload::json, null, run_at, tries, key, priority, null)::graphile_worker.job_spec
        from unnest(${tasks}::text[], ${jobs.map(({ payload }) => JSON.stringify(payload))}::text[], ${each('runAt')}::timestamptz[], ${each('maxAttempts')}::smallint[], ${each('key')}::text[], ${each('priority')}::smallint[])
          as wanted (task, payload, run_at, tries, key, priority))))
    select array(select key from added) as keys, array(select pg_notify(${jobChannel}, task)::text from unnest(${[...new Set(tasks)]}::text[]) as told (task)) as told`.execute(db);
  return rows[0]?.keys ?? [];
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
