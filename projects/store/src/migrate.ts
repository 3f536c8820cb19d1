import { runMigrations } from 'graphile-worker';
import { Kysely, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';
import { StoreError } from './errors.js';
import { silentWorkerLogger } from './jobs/logger.js';
import { migrations } from './migrations/index.js';
import { connectionOptions, openPool } from './pool.js';

/**
 * Brings the schema (the job queue's own included) to the present. Several processes may call it at once: one works, the others wait.
 *
 * @returns names of the migrations that ran now
 * @throws StoreError `migrationFailed`
 */
export async function migrate(databaseUrl: string): Promise<readonly string[]> {
  const lock = new pg.Client(connectionOptions(databaseUrl));
  await lock.connect();
  try {
    await lock.query(`select pg_advisory_lock(hashtextextended('bannette migrations', 0))`);
    await runMigrations({ connectionString: databaseUrl, logger: silentWorkerLogger });
    return await runOwnMigrations(databaseUrl);
  } finally {
    await lock.end();
  }
}

async function runOwnMigrations(databaseUrl: string): Promise<readonly string[]> {
  const db = new Kysely({ dialect: new PostgresDialect({ pool: openPool(databaseUrl, 1) }) });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error) throw new StoreError('migrationFailed', `migration failed: ${error instanceof Error ? error.message : 'unknown'}`, { cause: error });
    return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}
