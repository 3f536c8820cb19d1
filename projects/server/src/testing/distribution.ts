import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const cache = fileURLToPath(new URL('../../../../var/cache/', import.meta.url));
const copyGoal = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy';

/** A server written in Java, as its makers distribute it. */
export interface Distribution {
  /** Maven coordinates of a `tar.gz`: `group:artifact:version:tar.gz[:classifier]`. */
  readonly artifact: string;
  /** Name of the file that the coordinates stand for. */
  readonly file: string;
  readonly sha256: string;
  /** Folder that the archive unpacks to. */
  readonly folder: string;
}

/**
 * Brings a distribution onto this machine by its Maven coordinates, once, and unpacks it.
 * @returns its folder, or in words why it can't be had here (no Java, no Maven, no network)
 * @throws when what came is not what is expected
 */
export async function distribution(wanted: Distribution): Promise<{ readonly folder: string } | { readonly missing: string }> {
  const folder = join(cache, wanted.folder);
  for (const [program, flag] of [['java', '-version'], ['mvn', '--version'], ['tar', '--version']] as const) {
    if (!(await run(program, [flag]).then(() => true, () => false))) return { missing: `${program} is not on this machine` };
  }
  if (await exists(folder)) return { folder };
  await mkdir(cache, { recursive: true });
  const archive = join(cache, wanted.file);
  const fetched = await run('mvn', ['-q', '-B', copyGoal, `-Dartifact=${wanted.artifact}`, `-DoutputDirectory=${cache}`], { timeout: 300_000 }).then(() => true, () => false);
  if (!fetched) return { missing: `Maven does not get ${wanted.artifact}` };
  if ((await digestOf(archive)) !== wanted.sha256) throw new Error(`${wanted.file} is not the file that was expected`);
  const fresh = `${folder}.${process.pid}`;
  await mkdir(fresh);
  await run('tar', ['-xzf', archive, '-C', fresh]);
  await rename(join(fresh, wanted.folder), folder).catch(() => undefined); // another process was first
  await rm(fresh, { recursive: true, force: true });
  await rm(archive, { force: true });
  return { folder };
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
