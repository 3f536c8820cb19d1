import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StoreError } from '../errors.js';
import type { Binaries } from './binaries.js';
import { type OsUser, giveTo } from './os-user.js';

const execute = promisify(execFile);

/** The cluster's superuser. */
export const superuser = 'postgres';

/** What of our environment the server's programs get: no PG* variable may change what they do. */
export const serverEnvironment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes the cluster unless it's there.
 *
 * @returns the superuser's password, kept beside the folder for our account only
 */
export async function prepareCluster(dataDir: string, binaries: Binaries, user: OsUser | undefined): Promise<string> {
  const passwordFile = `${dataDir}.password`;
  if (await access(join(dataDir, 'PG_VERSION')).then(() => true, () => false)) {
    await requireSameMajor(dataDir, binaries);
    await giveTo(user, dataDir);
    return (await readFile(passwordFile, 'utf8')).trim();
  }
  const password = randomBytes(24).toString('base64url');
  await writeFile(passwordFile, password, { mode: 0o600 });
  await chmod(passwordFile, 0o600);
  await initialise(dataDir, password, binaries, user);
  return password;
}

/** Into a draft folder first: a crash leaves no half-made cluster. */
async function initialise(dataDir: string, password: string, { initdb }: Binaries, user: OsUser | undefined): Promise<void> {
  const draft = `${dataDir}.new`;
  const handOver = `${dataDir}.handover`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await mkdir(handOver, { recursive: true, mode: 0o700 });
  try {
    const passwordFile = join(handOver, 'password');
    await writeFile(passwordFile, password, { mode: 0o600 });
    await giveTo(user, draft);
    await giveTo(user, handOver);
    const settings = ['--auth=scram-sha-256', `--username=${superuser}`, `--pwfile=${passwordFile}`, '--encoding=UTF8', ...localeSettings()];
    await execute(initdb, ['-D', draft, ...settings], { ...user?.ids, cwd: handOver, env: serverEnvironment });
    await rename(draft, dataDir);
  } catch (cause) {
    throw new StoreError('postgresUnavailable', `the database cluster could not be made in ${dataDir}: ${stderrOf(cause)}`, { cause });
  } finally {
    await rm(handOver, { recursive: true, force: true });
  }
}

/** Collation by code point and Unicode's own letters, the same on every platform. */
function localeSettings(): string[] {
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  if (process.platform === 'linux') return ['--locale=C.UTF-8', ...builtin];
  if (process.platform === 'darwin') return ['--locale=C', '--lc-ctype=UTF-8', ...builtin];
  return ['--locale=C', ...builtin];
}

async function requireSameMajor(dataDir: string, { postgres }: Binaries): Promise<void> {
  const kept = (await readFile(join(dataDir, 'PG_VERSION'), 'utf8')).trim();
  const { stdout } = await execute(postgres, ['--version'], { env: serverEnvironment });
  const ours = /(\d+)/.exec(stdout)?.[1];
  if (kept !== ours) throw new StoreError('postgresUnavailable', `${dataDir} was made by PostgreSQL ${kept}, the installed one is ${ours}: move the data with pg_upgrade or dump and restore`);
}

function stderrOf(error: unknown): string {
  const stderr = (error as { stderr?: string }).stderr?.trim();
  return stderr || (error instanceof Error ? error.message : String(error));
}
