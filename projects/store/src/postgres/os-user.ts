import { execFile, spawnSync } from 'node:child_process';
import { chmod, chown, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { StoreError } from '../errors.js';

const execute = promisify(execFile);

/** The account that the server runs as; PostgreSQL refuses to run as root. */
export interface OsUser {
  readonly name: string;
  readonly ids: { readonly uid: number; readonly gid: number };
}

const accountName = 'postgres';

/** Undefined where the server can run as whoever we are; as root, the `postgres` account, made when it's missing. */
export async function serverUser(): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  return (await lookUp()) ?? (await createUser());
}

async function lookUp(): Promise<OsUser | undefined> {
  try {
    const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await execute('id', [flag, accountName])).stdout)));
    return uid && gid !== undefined ? { name: accountName, ids: { uid, gid } } : undefined;
  } catch {
    return undefined;
  }
}

async function createUser(): Promise<OsUser> {
  await execute('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', accountName]).catch(() =>
    execute('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', accountName]).catch(() => undefined),
  );
  const made = await lookUp();
  if (!made) throw new StoreError('postgresUnavailable', `PostgreSQL does not run as root and the account "${accountName}" could not be made: make it, or run as another user`);
  return made;
}

/**
 * Makes a folder that the server's account can get to. Folders that had to be made on the way are open to be passed
 * through, not read; those that were there stay as they are.
 *
 * @throws StoreError `dataDirUnreachable`, naming the folder that bars the way
 */
export async function makeReachable(folder: string, user: OsUser | undefined): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o711 });
  if (!user) return;
  if (first) for (const made of between(resolve(first), resolve(folder))) await chmod(made, 0o711);
  for (const passed of ancestors(resolve(folder))) {
    if (!canPass(passed, user)) {
      throw new StoreError(
        'dataDirUnreachable',
        `as root, PostgreSQL runs as "${user.name}", who may not pass through ${passed}: choose another data folder or allow it with chmod o+x ${passed}`,
      );
    }
  }
}

function canPass(folder: string, user: OsUser): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...user.ids, cwd: '/' }).status === 0;
}

function ancestors(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [...ancestors(parent), folder];
}

function between(first: string, last: string): string[] {
  return ancestors(last).filter((folder) => folder.length >= first.length);
}

/** Gives a folder and all in it to the server's account, unless it has it already. */
export async function giveTo(user: OsUser | undefined, folder: string): Promise<void> {
  if (!user || (await stat(folder)).uid === user.ids.uid) return;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) await chown(join(entry.parentPath ?? entry.path, entry.name), user.ids.uid, user.ids.gid);
  }
  await chown(folder, user.ids.uid, user.ids.gid);
}
