import type { Dirent, Stats } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { folderFlaw } from '@bannette/domain';

/** A file that lies in a scanner's folder, or in one of its sub-folders. */
export interface LyingFile {
  /** Bytes of its path: shares hold names that are no UTF-8. */
  readonly path: Buffer;
  /** As text, accents composed. */
  readonly name: string;
  /** The sub-folder that it lies in. */
  readonly folder?: string;
  readonly size: number;
  readonly mtimeMs: number;
}

/** Files that may be taken: regular ones, not hidden, not being written under a passing name. Links are never followed. */
export async function filesIn(dir: string, subFolders: boolean): Promise<LyingFile[]> {
  const root = Buffer.from(dir);
  const entries = await readdir(root, { withFileTypes: true, encoding: 'buffer' });
  const found = await lying(root, entries, undefined);
  for (const entry of subFolders ? entries : []) {
    const folder = textOf(entry.name);
    if (!entry.isDirectory() || folderFlaw(folder)) continue;
    const path = below(root, entry.name);
    found.push(...(await lying(path, await readdir(path, { withFileTypes: true, encoding: 'buffer' }).catch(orGone), folder)));
  }
  return found;
}

type Entry = Dirent<Buffer>;
const width = 16;

async function lying(dir: Buffer, entries: readonly Entry[], folder: string | undefined): Promise<LyingFile[]> {
  const wanted = entries.filter((entry) => entry.isFile() && !isPassing(textOf(entry.name)));
  const found: LyingFile[] = [];
  for (let at = 0; at < wanted.length; at += width) {
    const facts = await Promise.all(wanted.slice(at, at + width).map((entry) => factsOf(below(dir, entry.name))));
    for (const [index, stats] of facts.entries()) {
      const entry = wanted[at + index];
      if (entry && stats?.isFile()) found.push({ path: below(dir, entry.name), name: textOf(entry.name), ...(folder === undefined ? {} : { folder }), size: stats.size, mtimeMs: stats.mtimeMs });
    }
  }
  return found;
}

/** Names under which scanners, copiers and people's machines write before they rename, and files of their own. */
const isPassing = (name: string): boolean => name.startsWith('.') || name.startsWith('~$') || /\.(part|partial|tmp|temp|crdownload|filepart|lock)$/i.test(name) || /^(thumbs\.db|desktop\.ini)$/i.test(name);

export const below = (dir: Buffer, name: Buffer): Buffer => Buffer.concat([dir, Buffer.from('/'), name]);

/** Text of a name; what is no UTF-8 was written by an old Windows. */
export function textOf(name: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name).normalize('NFC');
  } catch {
    return new TextDecoder('windows-1252').decode(name);
  }
}

const gone = new Set(['ENOENT', 'ENOTDIR']);
/** What went away between two looks is not there. */
function orGone(error: { code?: string }): [] {
  if (gone.has(error.code ?? '')) return [];
  throw error;
}
const factsOf = (path: Buffer): Promise<Stats | undefined> => lstat(path).catch((error: { code?: string }) => void orGone(error));
