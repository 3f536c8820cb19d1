import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { withDatabase } from './database-url.js';
import { StoreError } from './errors.js';
import { migrate } from './migrate.js';

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * A fresh, migrated database on the disposable cluster that `BANNETTE_TEST_POSTGRES` names.
 *
 * @throws StoreError `configurationMissing` without that variable
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const database = await createEmptyDatabase();
  await migrate(database.url);
  return database;
}

/** The same without any table. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const owner = process.env['BANNETTE_TEST_POSTGRES'];
  if (!owner) {
    throw new StoreError('configurationMissing', 'BANNETTE_TEST_POSTGRES is not set: these specs need a disposable PostgreSQL (npm test starts one)');
  }
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asOwner(owner, `create database ${name} template template0 encoding 'UTF8'`);
  return {
    url: withDatabase(owner, name),
    drop: () => asOwner(owner, `drop database if exists ${name} with (force)`),
  };
}

async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
