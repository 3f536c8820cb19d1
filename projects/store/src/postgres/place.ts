import { lstat, readlink, realpath, symlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { StoreError } from '../errors.js';
import { newId } from '../ids.js';
import { type OsUser, makeReachable } from './os-user.js';

/**
 * Where the cluster really goes. Under a folder that the server's account may not pass through, such as root's home, there
 * will be a link only, to a new folder of the system's; nobody's permissions are loosened.
 *
 * @throws StoreError `dataDirUnreachable` when a cluster is there already and can't be reached
 */
export async function placeCluster(given: string, user: OsUser | undefined, log: (fields: object, text: string) => void, elsewhere = '/var/lib/bannette'): Promise<string> {
  const wanted = resolve(given);
  const linked = await readlink(wanted).catch(() => undefined);
  if (linked !== undefined) {
    const dataDir = resolve(dirname(wanted), linked);
    await makeReachable(dirname(dataDir), user);
    return dataDir;
  }
  try {
    await makeReachable(dirname(wanted), user);
    return join(await realpath(dirname(wanted)), basename(wanted));
  } catch (error) {
    if (!isUnreachable(error) || (await isFolder(wanted))) throw error;
    const dataDir = join(elsewhere, newId(), basename(wanted));
    await makeReachable(dirname(dataDir), user);
    await symlink(dataDir, wanted);
    log({ dataDir }, 'postgresql: its account cannot reach the data folder, which gets a link to this one');
    return dataDir;
  }
}

function isUnreachable(error: unknown): boolean {
  return error instanceof StoreError && error.code === 'dataDirUnreachable';
}

function isFolder(path: string): Promise<boolean> {
  return lstat(path).then((found) => found.isDirectory(), () => false);
}
