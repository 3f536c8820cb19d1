import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { type Log, errorFields } from '../log.js';
import { connectionOptions } from '../pool.js';

export interface Liveness {
  /** Shows the worker as alive from now on. */
  hold(workerId: string): void;
  stop(): Promise<void>;
}

/** Milliseconds between looks for dead workers: at the start, when a crash may just have happened, and later. */
const firstLooks = [0, 2_000, 2_000, 2_000];
const laterLooks = 10_000;

const holdWorkers = `select pg_advisory_lock(hashtextextended('worker ' || id, 0)) from unnest($1::text[]) as id`;

const releaseDeadWorkers = `
  with holders as materialized (
    select distinct locked_by from graphile_worker.jobs
    where locked_by <> all ($1::text[]) and locked_at < clock_timestamp() - interval '2 seconds'
  ), dead as materialized (
    select array_agg(locked_by) as ids from holders where pg_try_advisory_xact_lock(hashtextextended('worker ' || locked_by, 0))
  )
  select graphile_worker.force_unlock_workers(ids), pg_notify('jobs:insert', '{"count":1}'), ids from dead where ids is not null`;

/**
 * A job that was given to a worker whose connection broke before it heard of it: held by a living worker, in nobody's hand.
 * After some seconds it is nobody's.
 */
const releaseUnheard = `
  with unheard as (
    update graphile_worker._private_jobs set locked_at = null, locked_by = null
    where locked_by = any ($1::text[]) and id <> all ($2::bigint[]) and locked_at < clock_timestamp() - interval '10 seconds'
    returning id, job_queue_id
  ), queues as (
    update graphile_worker._private_job_queues set locked_at = null, locked_by = null
    where id in (select job_queue_id from unheard) and locked_by = any ($1::text[])
  )
  select pg_notify('jobs:insert', '{"count":1}') from unheard`;

/**
 * A job that is replaced while it's in hand loses its key and its further tries: the new one does its work. Should it then
 * fail, or its worker die, the library keeps it as failed for good, which it is not.
 */
const forgetReplaced = `delete from graphile_worker._private_jobs where key is null and locked_at is null and attempts >= max_attempts`;

/**
 * The job library frees a killed worker's jobs after four hours only. Here every worker holds an advisory lock as long as
 * its process lives; whoever can take the lock of another knows that it is dead, and frees its jobs.
 *
 * @param inHand ids of the jobs that this process is working on, as they are at each look
 */
export async function keepWorkersAlive(databaseUrl: string, log: Log, inHand: ReadonlySet<string>): Promise<Liveness> {
  const held = new Set<string>();
  const stopping = new AbortController();
  let client = await connect(databaseUrl, []);

  const watch = async (): Promise<void> => {
    for (let look = 0; !stopping.signal.aborted; look++) {
      await delay(firstLooks[look] ?? laterLooks, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      try {
        const { rows } = await client.query<{ ids: string[] }>(releaseDeadWorkers, [[...held]]);
        const unheard = await client.query(releaseUnheard, [[...held], [...inHand]]);
        await client.query(forgetReplaced);
        if (unheard.rowCount) log.warn({ jobs: unheard.rowCount }, 'jobs whose taking was not heard of are free again');
        if (rows[0]) log.warn({ workers: rows[0].ids.length }, 'jobs of dead workers are free again');
      } catch (error) {
        log.warn(errorFields(error), 'job queue: liveness connection lost');
        await client.end().catch(() => undefined);
        client = await connect(databaseUrl, [...held]).catch(() => client);
      }
    }
  };
  const watching = watch();

  return {
    hold: (workerId) => {
      held.add(workerId);
      client.query(holdWorkers, [[workerId]]).catch(() => undefined);
    },
    stop: async () => {
      stopping.abort();
      await watching;
      await client.end().catch(() => undefined);
    },
  };
}

async function connect(databaseUrl: string, workerIds: readonly string[]): Promise<pg.Client> {
  const client = new pg.Client(connectionOptions(databaseUrl));
  client.on('error', () => undefined);
  await client.connect();
  await client.query(holdWorkers, [workerIds]);
  return client;
}
