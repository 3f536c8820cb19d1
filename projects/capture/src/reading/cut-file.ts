import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cutPdf, openForCutting } from './pdf-cut.js';
import type { CutFile, CutPart, CutRequest } from './reading.js';
import { cutTiff } from './tiff-cut.js';

type Cutter = (pages: readonly number[]) => Promise<Uint8Array | undefined>;

/**
 * Cuts pages out of a file, and out of its searchable copy. Runs in a process of its own.
 * @returns undefined when the file can't be cut without loss
 */
export async function cutFile({ inputPath, mediaType, searchablePath, parts, outputDir }: CutRequest): Promise<readonly CutPart[] | undefined> {
  const original = await cutterOf(inputPath, mediaType);
  const searchable = searchablePath === undefined ? undefined : await cutterOf(searchablePath, 'application/pdf');
  if (!original || (searchablePath !== undefined && !searchable)) return undefined;
  const made: CutPart[] = [];
  for (const [index, pages] of parts.entries()) {
    const bytes = await original(pages);
    const readable = await searchable?.(pages);
    if (!bytes || (searchable && !readable)) return undefined;
    const name = `part-${String(index + 1).padStart(4, '0')}`;
    made.push({ original: await keep(join(outputDir, name), bytes), ...(readable ? { searchable: await keep(join(outputDir, `${name}-searchable.pdf`), readable) } : {}) });
  }
  return made;
}

async function cutterOf(path: string, mediaType: string): Promise<Cutter | undefined> {
  const bytes = await readFile(path);
  if (mediaType === 'application/pdf') {
    const source = await openForCutting(bytes);
    return source && ((pages) => cutPdf(source, pages));
  }
  return mediaType === 'image/tiff' ? async (pages) => cutTiff(bytes, pages) : undefined;
}

async function keep(path: string, bytes: Uint8Array): Promise<CutFile> {
  await writeFile(path, bytes);
  return { path, size: bytes.length, sha512: createHash('sha512').update(bytes).digest('hex') };
}
