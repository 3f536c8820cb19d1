import { createHash } from 'node:crypto';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cutPdf, openForCutting } from './pdf-cut.js';
import type { CutFile, CutPart, CutRequest } from './reading.js';
import { cutTiff } from './tiff-cut.js';

type Cutter = (pages: readonly number[]) => Promise<Uint8Array | undefined>;

/**
 * Cuts pages out of a file, and out of its searchable copy, one after the other: either may be large. Runs in a process of its own.
 * @returns undefined when the file can't be cut without loss
 */
export async function cutFile({ inputPath, mediaType, searchablePath, parts, outputDir }: CutRequest): Promise<readonly CutPart[] | undefined> {
  const originals = await cutAll(inputPath, mediaType, parts, (name) => join(outputDir, name));
  if (!originals || searchablePath === undefined || (await isSame(inputPath, searchablePath))) return originals?.map((original) => ({ original }));
  const searchable = await cutAll(searchablePath, 'application/pdf', parts, (name) => join(outputDir, `${name}-searchable.pdf`));
  return searchable && originals.map((original, index) => ({ original, searchable: searchable[index] }));
}

async function cutAll(path: string, mediaType: string, parts: CutRequest['parts'], place: (name: string) => string): Promise<CutFile[] | undefined> {
  const cut = await cutterOf(path, mediaType);
  const made: CutFile[] = [];
  for (const [index, pages] of parts.entries()) {
    const bytes = await cut?.(pages);
    if (!bytes) return undefined;
    made.push(await keep(place(`part-${String(index + 1).padStart(4, '0')}`), bytes));
  }
  return made;
}

/** The searchable copy is the file itself when that says its own text. */
async function isSame(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(one), stat(other)]);
  return a.size === b.size && (await readFile(one)).equals(await readFile(other));
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
