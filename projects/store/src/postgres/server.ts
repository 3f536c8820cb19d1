import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { StoreError } from '../errors.js';
import type { Binaries } from './binaries.js';
import { serverEnvironment } from './cluster.js';
import type { OsUser } from './os-user.js';

const execute = promisify(execFile);

/** A server that accepts connections on 127.0.0.1 only, writes through to the disk and logs no data. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  max_connections: '300',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

export interface Installation {
  readonly dataDir: string;
  readonly binaries: Binaries;
  readonly user: OsUser | undefined;
}

/**
 * Starts the server and waits until it answers. In a session of its own, so that Ctrl-C in a terminal reaches us alone.
 *
 * @throws StoreError `postgresUnavailable` with the server's last words
 */
export async function launch({ dataDir, binaries, user }: Installation, port: number, url: string): Promise<ChildProcess> {
  const parameters = Object.entries({ ...settings, port: String(port) }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', dataDir, ...parameters], {
    ...user?.ids,
    cwd: '/',
    detached: true,
    env: serverEnvironment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (words = (words + text).slice(-4000)));
  let failed: Error | undefined;
  child.on('error', (error) => (failed = error));
  while (child.exitCode === null && child.signalCode === null && !failed) {
    if (await answers(url, dataDir)) return child;
    await delay(50);
  }
  throw new StoreError('postgresUnavailable', `PostgreSQL did not start: ${failed?.message ?? words.trim()} (see also ${dataDir}/log)`);
}

/** Whether a healthy server of this very folder answers there to our password. */
export async function answers(url: string, dataDir: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, query_timeout: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string; recovering: boolean }>(
      `select current_setting('data_directory') as folder, pg_is_in_recovery() as recovering`,
    );
    return rows[0] !== undefined && resolve(rows[0].folder) === dataDir && !rows[0].recovering;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Ends the folder's server: connections are cut, what was committed is kept; after a minute without waiting for its checkpoint. */
export async function shutDown({ dataDir, binaries, user }: Installation): Promise<void> {
  const stop = (mode: 'fast' | 'immediate') =>
    execute(binaries.pgCtl, ['stop', '-D', dataDir, '-m', mode, '-w', '-t', '60'], { ...user?.ids, cwd: '/', env: serverEnvironment });
  await stop('fast').catch(() => stop('immediate'));
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, reject) => server.once('error', reject).listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise<void>((done) => server.close(() => done()));
  if (address === null || typeof address === 'string') throw new StoreError('postgresUnavailable', 'no free port');
  return address.port;
}
