import { randomUUID } from 'node:crypto';
import { rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from '../accounts.js';
import { check } from '../check.js';
import type { Limits } from '../limits.js';
import { sized } from '../named.js';
import { finding, type Finding } from '../report.js';

/** Room on the disks of the data folder and of the spool, and whether they can be written to. */
export const disk = check('disk', 'machine', [], async ({ config, limits }) => {
  const spool = join(config.dataDir, 'spool');
  const folders = (await sameDisk(config.dataDir, spool)) ? [config.dataDir] : [config.dataDir, spool];
  const found: Finding[] = [];
  for (const path of folders) found.push(...judgeRoom(path, await freeBytes(path), limits));
  // Before its first start Bannette has no spool yet, and will make one here.
  const path = (await isThere(spool)) ? spool : config.dataDir;
  const refusal = await tryWriting(path);
  return refusal ? [...found, finding('folderNotWritable', { subject: path, path, reason: refusal })] : found;
});

async function sameDisk(one: string, other: string): Promise<boolean> {
  const [first, second] = await Promise.all([stat(one), stat(other).catch(() => undefined)]);
  return !second || first.dev === second.dev;
}

export const isThere = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

async function freeBytes(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}

export function judgeRoom(path: string, free: number, { diskLow, diskFull }: Pick<Limits, 'diskLow' | 'diskFull'>): readonly Finding[] {
  const params = { subject: path, path, free: sized(free) };
  if (free < diskFull) return [finding('diskFull', params)];
  return free < diskLow ? [finding('diskLow', params)] : [];
}

/** Writes a few bytes as the spool does, and removes them. */
async function tryWriting(folder: string): Promise<string | undefined> {
  const file = join(folder, `doctor-${randomUUID()}`);
  try {
    await writeFile(file, 'bannette doctor', { flag: 'wx', mode: 0o600, flush: true });
    return undefined;
  } catch (error) {
    return reasonOf(error);
  } finally {
    await rm(file, { force: true }).catch(() => undefined);
  }
}
