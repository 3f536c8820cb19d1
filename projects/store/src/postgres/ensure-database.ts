import pg from 'pg';
import { withDatabase } from '../database-url.js';

/** PostgreSQL's codes for "is there already", the second for two creations at the same time. */
const alreadyThere = new Set(['42P04', '23505']);

/**
 * Makes the database unless it's there.
 *
 * @param ownerUrl a URL of the server whose account may create databases
 * @returns the database's URL for the same account
 */
export async function ensureDatabase(ownerUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)} template template0 encoding 'UTF8'`);
  } catch (error) {
    if (!alreadyThere.has((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
  return withDatabase(ownerUrl, name);
}
