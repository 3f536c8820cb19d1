import pg from 'pg';
import { idleConnection, surviving } from '../pool.js';
import { jobChannel } from './enqueue.js';

/**
 * Connections for the job library, apart from the store's: it wants PostgreSQL's own types. Room for taking jobs, ending
 * them and listening.
 *
 * It marks a job as done, or as failed, without waiting for it: were that to throw because a connection breaks, nobody would
 * catch it, and the process would end. Here it is told and let go: such a job is in nobody's hand, is free again after some
 * seconds, and runs once more.
 *
 * Its workers wake for every new job of whatever task; here they are told of those of their own.
 *
 * Who has a job in hand, and that it is done, is not waited for until it is on the disk: a database that falls then forgets
 * the last of it, as if the worker had died a moment before, and the job runs once more.
 */
export function openWorkerPool(databaseUrl: string, concurrency: number, tasks: readonly string[], onUnmarked: (error: unknown) => void): pg.Pool {
  const pool = surviving(new pg.Pool({ connectionString: databaseUrl, application_name: 'bannette jobs', options: '-c synchronous_commit=off', keepAlive: true, idleTimeoutMillis: idleConnection, max: 2 * concurrency + 2 }));
  const connect = pool.connect.bind(pool) as (heard?: unknown) => Promise<pg.PoolClient>;
  const letGo = (ask: unknown, error: unknown): { rows: [] } => {
    if (!isMark(ask)) throw error;
    onUnmarked(error);
    return { rows: [] };
  };
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...asked: unknown[]) => Promise<unknown>;
    const forgiving = (...asked: unknown[]): unknown => {
      if (isMark(asked[0])) return query(...asked).catch((error: unknown) => letGo(asked[0], error));
      return asked[0] === libraryListens ? query(`${libraryListens} LISTEN ${jobChannel}`) : query(...asked);
    };
    client.query = forgiving as typeof client.query;
    hearOwn(client, tasks);
  });
  const orNone = (error: unknown) => ({ query: async (ask: unknown) => letGo(ask, error), release: () => undefined });
  pool.connect = ((heard?: unknown) => (heard ? connect(heard) : connect().catch(orNone))) as typeof pool.connect;
  return pool;
}

const isMark = (ask: unknown): boolean => /^(complete|fail)_job/.test(String((ask as { readonly name?: string } | undefined)?.name));

const libraryListens = 'LISTEN "jobs:insert"; LISTEN "worker:migrate";';
const newJob = { channel: 'jobs:insert', payload: '{"count":1}' };

/** The library's own word of a new job doesn't say of which task; it has a random `r` in it, ours have not. */
function hearOwn(client: pg.PoolClient, tasks: readonly string[]): void {
  const emit = client.emit.bind(client) as (event: string | symbol, ...told: unknown[]) => boolean;
  client.emit = (event: string | symbol, ...told: unknown[]): boolean => {
    if (event !== 'notification') return emit(event, ...told);
    const { channel, payload = '' } = told[0] as pg.Notification;
    if (channel === jobChannel) return tasks.includes(payload) && emit(event, newJob);
    return !(channel === newJob.channel && payload.includes('"r":')) && emit(event, ...told);
  };
}
