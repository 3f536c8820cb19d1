import { readFile, realpath } from 'node:fs/promises';
import { withDatabase } from '../database-url.js';
import { superuser } from './cluster.js';
import { readPostmaster } from './postmaster-file.js';

/**
 * URL of our own PostgreSQL as it runs now, with its password; starts nothing.
 *
 * @param given the data folder, as given to `startPostgres`; it may be a link
 * @returns undefined when it does not run, or its password can't be read
 */
export async function runningPostgres(given: string, database: string): Promise<string | undefined> {
  const dataDir = await realpath(given).catch(() => given);
  const [postmaster, password] = await Promise.all([readPostmaster(dataDir), readFile(`${dataDir}.password`, 'utf8').catch(() => undefined)]);
  if (!postmaster?.port || !password) return undefined;
  return withDatabase(`postgres://${superuser}:${encodeURIComponent(password.trim())}@127.0.0.1:${postmaster.port}/postgres`, database);
}
