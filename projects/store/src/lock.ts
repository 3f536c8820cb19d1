import type { PoolClient } from 'pg';
import { StoreError } from './errors.js';
import type { Store } from './open-store.js';

/**
 * Waits for the named lock, runs `work` under it, gives it back. Session-level, so `work` may span transactions; not
 * reentrant. Should the lock's connection break, the server gives the lock away: `signal` then aborts.
 *
 * @throws StoreError `lockLost` when the connection broke before `work` was done
 */
export async function withAdvisoryLock<T>(store: Store, key: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  return onLockConnection(store, async (client, lost) => {
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [key]);
    return guarded(work, lost);
  });
}

/**
 * Runs `work` unless another instance holds the named lock.
 *
 * @returns whether `work` ran
 */
export async function tryAdvisoryLock(store: Store, key: string, work: (signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
  return onLockConnection(store, async (client, lost) => {
    const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [key]);
    if (!rows[0]?.held) return false;
    await guarded(work, lost);
    return true;
  });
}

async function guarded<T>(work: (signal: AbortSignal) => Promise<T>, lost: AbortSignal): Promise<T> {
  const result = await work(lost);
  if (lost.aborted) throw lost.reason;
  return result;
}

async function onLockConnection<T>(store: Store, work: (client: PoolClient, lost: AbortSignal) => Promise<T>): Promise<T> {
  const client = await store.lockPool.connect();
  const lost = new AbortController();
  const onError = (cause: Error) => lost.abort(new StoreError('lockLost', 'the connection that held the lock broke', { cause }));
  client.on('error', onError);
  try {
    return await work(client, lost.signal);
  } finally {
    const clean = !lost.signal.aborted && (await client.query('select pg_advisory_unlock_all()').then(() => true, () => false));
    client.off('error', onError);
    client.release(!clean);
  }
}
