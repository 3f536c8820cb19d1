import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { StoreError } from './errors.js';
import { connectionOptions } from './pool.js';

/** Held together by all who do the daily work, or by one who must be alone. */
const place = `hashtextextended('bannette occupancy', 0)`;

/**
 * Says that this process does the daily work, until the answer is called; said again when the connection was lost.
 *
 * @throws StoreError `maintenance` while somebody works alone (see `workAlone`)
 */
export async function occupy(databaseUrl: string): Promise<() => Promise<void>> {
  const leaving = new AbortController();
  let client = await enter(databaseUrl);
  const kept = (async () => {
    while (!leaving.signal.aborted) {
      await gone(client, leaving.signal);
      await client.end().catch(() => undefined);
      while (!leaving.signal.aborted) {
        const again = await enter(databaseUrl).catch(() => undefined);
        if (again) client = again;
        if (again) break;
        await delay(1000, undefined, { signal: leaving.signal }).catch(() => undefined);
      }
    }
    await client.end().catch(() => undefined);
  })();
  return async () => {
    leaving.abort();
    await kept;
  };
}

async function enter(databaseUrl: string): Promise<pg.Client> {
  const client = await connected(databaseUrl);
  if (await held(client, `pg_try_advisory_lock_shared(${place})`)) return client;
  await client.end();
  throw new StoreError('maintenance', 'somebody works alone on this database (bannette rebuild or upgrade): try again when that is done');
}

function gone(client: pg.Client, leaving: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    client.once('end', () => resolve());
    if (leaving.aborted) resolve();
    leaving.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * Does what must not happen while others work: it neither waits for them nor lets them begin.
 *
 * @throws StoreError `inUse` while a process does the daily work, or another works alone
 */
export async function workAlone<T>(databaseUrl: string, work: () => Promise<T>): Promise<T> {
  const client = await connected(databaseUrl);
  try {
    if (!(await held(client, `pg_try_advisory_lock(${place})`))) throw new StoreError('inUse', 'Bannette is running on this database: stop all its processes (bannette serve) first');
    return await work();
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function connected(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client(connectionOptions(databaseUrl));
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function held(client: pg.Client, ask: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(`select ${ask} as held`);
  return rows[0]?.held ?? false;
}
