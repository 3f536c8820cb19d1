import { EventEmitter } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type JobHelpers, type WorkerEvents, run } from 'graphile-worker';
import type pg from 'pg';
import { type Log, errorFields } from '../log.js';
import { keepWorkersAlive } from './liveness.js';
import { silentWorkerLogger } from './logger.js';
import { openWorkerPool } from './worker-pool.js';

export interface JobInfo {
  readonly id: string;
  /** This try included, from 1. */
  readonly attempts: number;
  /** Should this try fail, there is no other. */
  readonly lastAttempt: boolean;
  /** Raised when a stop has waited long enough. */
  readonly signal: AbortSignal;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- each task knows the payload that it enqueues
export type TaskHandler = (payload: any, job: JobInfo) => Promise<void>;

export interface Jobs {
  /** Takes no more jobs and waits for those in hand; after a while raises their signal. */
  stop(): Promise<void>;
}

export interface JobsOptions {
  readonly databaseUrl: string;
  readonly tasks: { readonly [name: string]: TaskHandler };
  /** Jobs at the same time in this process. */
  readonly concurrency: number;
  readonly log: Log;
  /** Milliseconds that `stop` leaves to running jobs before it raises their signal; 5,000 by default. */
  readonly graceMs?: number;
}

/**
 * Works off the queue, at least once per job; several processes may do so. A job that fails is tried again with growing
 * pauses until its `maxAttempts`; then its row stays and is counted. Jobs of a process that was killed are taken up again
 * within some seconds.
 */
export async function runJobs({ databaseUrl, tasks, concurrency, log, graceMs = 5_000 }: JobsOptions): Promise<Jobs> {
  const events = new EventEmitter() as WorkerEvents;
  logFailures(events, log);
  const pool = openWorkerPool(databaseUrl, concurrency, Object.keys(tasks), (error) => log.warn(errorFields(error), 'job queue: a job could not be marked as done; it will run again'));
  const inHand = new Set<string>();
  const liveness = await keepWorkersAlive(databaseUrl, log, inHand);
  events.on('pool:create', ({ workerPool }) => liveness.hold(workerPool.id));
  try {
    const runner = await run({
      pgPool: pool,
      concurrency,
      events,
      logger: silentWorkerLogger,
      noHandleSignals: true,
      gracefulShutdownAbortTimeout: graceMs,
      taskList: Object.fromEntries(Object.entries(tasks).map(([name, task]) => [name, (payload, helpers) => holding(inHand, infoOf(helpers), (info) => task(payload, info))])),
    });
    return {
      stop: async () => {
        await runner.stop();
        await drain(pool);
        await liveness.stop();
      },
    };
  } catch (error) {
    await Promise.all([pool.end(), liveness.stop()]);
    throw error;
  }
}

/** The library marks a job as done without waiting for it, and `end` forgets who waits for a connection: so first let all have theirs. */
async function drain(pool: pg.Pool): Promise<void> {
  do await nextTurn();
  while (pool.waitingCount > 0);
  await pool.end();
}

async function holding(inHand: Set<string>, info: JobInfo, run: (info: JobInfo) => Promise<void>): Promise<void> {
  inHand.add(info.id);
  try {
    await run(info);
  } finally {
    inHand.delete(info.id);
  }
}

function infoOf({ job, abortSignal }: JobHelpers): JobInfo {
  return { id: String(job.id), attempts: job.attempts, lastAttempt: job.attempts >= job.max_attempts, signal: abortSignal };
}

function logFailures(events: WorkerEvents, log: Log): void {
  events.on('job:error', ({ job, error }) => {
    const fields = { job: String(job.id), task: job.task_identifier, attempts: job.attempts, ...errorFields(error) };
    if (job.attempts >= job.max_attempts) log.error(fields, 'job failed for good');
    else log.warn(fields, 'job failed, will be tried again');
  });
  events.on('pool:listen:error', ({ error }) => log.warn(errorFields(error), 'job queue: connection lost'));
  events.on('worker:getJob:error', ({ error }) => log.warn(errorFields(error), 'job queue: no job could be taken'));
}
