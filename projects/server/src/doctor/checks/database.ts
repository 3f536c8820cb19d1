import { migrationState, type MigrationState } from '@bannette/store';
import { sql } from 'kysely';
import { check } from '../check.js';
import { named } from '../named.js';
import { finding, type Finding } from '../report.js';

export const databaseReach = check('databaseReach', 'database', [], async ({ db, databaseReason }) => {
  if (db) return [];
  return [databaseReason === 'notRunning' ? finding('databaseNotRunning') : finding('databaseUnreachable', { reason: databaseReason ?? '' })];
});

/** The server as it is set up. */
export interface DatabaseFacts {
  readonly versionNumber: number;
  readonly version: string;
  readonly encoding: string;
  readonly fsync: string;
  readonly fullPageWrites: string;
  readonly synchronousCommit: string;
  readonly maxConnections: number;
  readonly usedConnections: number;
}

/** The oldest PostgreSQL that is still maintained beside ACS 23 and later. */
const minimumVersion = 15;

export const database = check('database', 'database', ['db'], async ({ db, config, limits }) => {
  const { rows } = await sql<DatabaseFacts>`
    select current_setting('server_version_num')::integer as "versionNumber", current_setting('server_version') as version,
      pg_encoding_to_char(encoding) as encoding, current_setting('fsync') as fsync, current_setting('full_page_writes') as "fullPageWrites",
      current_setting('synchronous_commit') as "synchronousCommit",
      current_setting('max_connections')::integer - current_setting('superuser_reserved_connections')::integer as "maxConnections",
      (select count(*)::integer from pg_stat_activity where backend_type = 'client backend') as "usedConnections"
    from pg_database where datname = current_database()`.execute(db);
  const [facts] = rows;
  return [...(facts ? judgeDatabase(facts, limits.freeConnections, connectionsOf(config.jobs, config.readers)) : []), ...judgeMigrations(await migrationState(db))];
});

/** What a process may open: the store's two pools, and those of both kinds of jobs. */
const connectionsOf = (jobs: number, readers: number): number => 2 * (10 + jobs) + (2 * jobs + 2) + 4 * (2 * (readers + 1) + 3) + 3;

export function judgeDatabase(facts: DatabaseFacts, freeWanted: number, wanted: number): readonly Finding[] {
  const found: Finding[] = [finding('databaseFound', { version: facts.version })];
  if (facts.versionNumber < minimumVersion * 10_000) found.push(finding('databaseTooOld', { version: facts.version, minimum: String(minimumVersion) }));
  if (facts.encoding !== 'UTF8') found.push(finding('encodingNotUtf8', { found: facts.encoding }));
  if (facts.fsync !== 'on') found.push(finding('notDurable', { subject: 'fsync', setting: 'fsync' }));
  if (facts.fullPageWrites !== 'on') found.push(finding('notDurable', { subject: 'full_page_writes', setting: 'full_page_writes' }));
  if (facts.synchronousCommit === 'off') found.push(finding('notDurable', { subject: 'synchronous_commit', setting: 'synchronous_commit' }));
  const free = facts.maxConnections - facts.usedConnections;
  if (free < freeWanted) found.push(finding('connectionsFew', { free, max: facts.maxConnections, wanted }));
  return found;
}

export function judgeMigrations({ pending, unknown }: MigrationState): readonly Finding[] {
  return [
    ...(pending.length ? [finding('migrationsPending', { names: named(pending) })] : []),
    ...(unknown.length ? [finding('migrationsUnknown', { names: named(unknown) })] : []),
  ];
}
