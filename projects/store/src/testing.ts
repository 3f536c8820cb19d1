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
  return createDatabase('template0');
}

/** A copy of a database that nobody is connected to. */
export async function copyDatabase(url: string): Promise<TestDatabase> {
  return createDatabase(pg.escapeIdentifier(new URL(url).pathname.slice(1)));
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const owner = process.env['BANNETTE_TEST_POSTGRES'];
  if (!owner) {
    throw new StoreError('configurationMissing', 'BANNETTE_TEST_POSTGRES is not set: these specs need a disposable PostgreSQL (npm test starts one)');
  }
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asOwner(owner, `create database ${name} template ${template} encoding 'UTF8'`);
  return {
    url: withDatabase(owner, name),
    drop: () => asOwner(owner, `drop database if exists ${name} with (force)`),
  };
}

/** What several processes of a run of tests need, the first that comes makes; the others wait for it. */
export async function oneAtATime<T>(what: string, act: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env['BANNETTE_TEST_POSTGRES'] });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [what]);
    return await act();
  } finally {
    await client.end();
  }
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
