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
 * @param to name of the last migration to run: for specs that begin with an older database
 * @returns names of the migrations that ran now
 * @throws StoreError `migrationFailed`
 */
export async function migrate(databaseUrl: string, { to }: { readonly to?: string } = {}): Promise<readonly string[]> {
  const lock = new pg.Client(connectionOptions(databaseUrl));
  await lock.connect();
  try {
    await lock.query(`select pg_advisory_lock(hashtextextended('bannette migrations', 0))`);
    await runMigrations({ connectionString: databaseUrl, logger: silentWorkerLogger });
    return await runOwnMigrations(databaseUrl, to);
  } finally {
    await lock.end();
  }
}

async function runOwnMigrations(databaseUrl: string, to?: string): Promise<readonly string[]> {
  const db = new Kysely({ dialect: new PostgresDialect({ pool: openPool(databaseUrl, 1) }) });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
    const { error, results = [] } = await (to ? migrator.migrateTo(to) : migrator.migrateToLatest());
    if (error) throw new StoreError('migrationFailed', `migration failed: ${error instanceof Error ? error.message : 'unknown'}`, { cause: error });
    return results.filter((result) => result.status === 'Success').map((result) => result.migrationName);
  } finally {
    await db.destroy();
  }
}

/**
 * What `migrate` would do, without doing it: names of migrations that did not run yet; all of them on an empty database.
 *
 * @throws StoreError `databaseNewer` when the database has migrations that this program does not know
 */
export async function pendingMigrations(databaseUrl: string): Promise<readonly string[]> {
  const client = new pg.Client(connectionOptions(databaseUrl));
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ there: boolean }>(`select to_regclass('kysely_migration') is not null as there`);
    const { rows } = tables[0]?.there ? await client.query<{ name: string }>('select name from kysely_migration order by name') : { rows: [] };
    const unknown = rows.filter(({ name }) => !Object.hasOwn(migrations, name)).map(({ name }) => name);
    if (unknown.length) throw new StoreError('databaseNewer', `the database is of a newer version than this program: it has ${unknown.join(', ')}`);
    return Object.keys(migrations).filter((name) => !rows.some((row) => row.name === name));
  } finally {
    await client.end();
  }
}
