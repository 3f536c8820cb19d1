import { readFile, rm, writeFile } from 'node:fs/promises';
import { StoreError } from '../errors.js';
import { isAlive, startedAt } from './postmaster-file.js';

interface Owner {
  readonly pid: number;
  readonly startedAt: string;
}

const owned = new Set<string>();

/**
 * Marks the cluster as supervised by this process, so that a second one does not adopt a server whose supervisor lives.
 *
 * @returns gives the mark back
 * @throws StoreError `postgresInUse`
 */
export async function takeOwnership(dataDir: string): Promise<() => Promise<void>> {
  const file = `${dataDir}.owner`;
  const other = await readOwner(file);
  if (owned.has(dataDir) || (other && other.pid !== process.pid && (await lives(other)))) {
    throw new StoreError('postgresInUse', `${dataDir} is in use by process ${other?.pid ?? process.pid}`);
  }
  owned.add(dataDir);
  const me: Owner = { pid: process.pid, startedAt: await startedAt(process.pid) };
  await writeFile(file, JSON.stringify(me), { mode: 0o600 });
  return async () => {
    owned.delete(dataDir);
    await rm(file, { force: true });
  };
}

async function readOwner(file: string): Promise<Owner | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

async function lives(owner: Owner): Promise<boolean> {
  return isAlive(owner.pid) && (await startedAt(owner.pid)) === owner.startedAt;
}
