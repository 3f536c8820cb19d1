import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { type Announcements, listenToJournal } from './journal/announcements.js';
import { openPool } from './pool.js';
import { preparing } from './prepared.js';
import type { Database } from './schema/database.js';
import { type Context, type Tx, runTransaction } from './transaction.js';

export interface Store {
  readonly db: Kysely<Database>;
  /** Tells that entries were committed to the journal, by whatever process. */
  readonly announcements: Announcements;
  /** Connections for session locks, apart from `db`'s so that holders of locks never wait for themselves. */
  readonly lockPool: Pool;
  /**
   * Runs `work` in one transaction (READ COMMITTED) and appends its journal entries at the end, under the chain's lock.
   * A throw undoes all of it.
   */
  transaction<T>(context: Context, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Waits for running work to give its connections back. */
  close(): Promise<void>;
}

/** Opens the store; runs no migration and makes no connection before the first use. */
export async function openStore(options: { databaseUrl: string; poolSize?: number }): Promise<Store> {
  const { databaseUrl, poolSize = 10 } = options;
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: preparing(openPool(databaseUrl, poolSize)) }) });
  const lockPool = openPool(databaseUrl, poolSize);
  const announcements = listenToJournal(databaseUrl);
  return {
    db,
    announcements,
    lockPool,
    transaction: (context, work) => runTransaction(db, context, work),
    close: async () => {
      await Promise.all([announcements.close(), db.destroy(), lockPool.end()]);
    },
  };
}
