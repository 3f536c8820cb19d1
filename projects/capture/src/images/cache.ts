import { copyFile, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';

/** Images of pages, kept on the disk so that they needn't be drawn again; any of them may be gone at any time. */
export interface PageImages {
  /** Path of the image, if it is there. */
  find(file: string, number: number, width: number): Promise<string | undefined>;
  /** Keeps a copy of an image. */
  keep(file: string, number: number, width: number, path: string): Promise<void>;
  /** Forgets what is kept of a file. */
  forget(file: string): Promise<void>;
  /** Removes what was not looked at for longest, until it all takes no more than it may. @returns how many images went */
  trim(): Promise<number>;
}

/** What was looked at long ago goes, however little there is: images of letters are not kept for their own sake. */
const oldestMs = 30 * 86_400_000;

/** @param maxBytes what all images may take on the disk */
export function pageImages(dir: string, maxBytes: number, now: () => number = Date.now): PageImages {
  const placeOf = (file: string): string => join(dir, file.slice(-2), file);
  const pathOf = (file: string, number: number, width: number): string => join(placeOf(file), `${number}-${width}.jpg`);
  return {
    find: async (file, number, width) => {
      const path = pathOf(file, number, width);
      const found = await stat(path).catch(() => undefined);
      if (!found) return undefined;
      // Looked at: so it goes later.
      await utimes(path, new Date(now()), new Date(now())).catch(() => undefined);
      return path;
    },
    keep: async (file, number, width, path) => {
      const target = pathOf(file, number, width);
      await mkdir(placeOf(file), { recursive: true, mode: 0o700 });
      const draft = `${target}.${randomUUID()}`;
      await copyFile(path, draft);
      await rename(draft, target);
    },
    forget: (file) => rm(placeOf(file), { recursive: true, force: true }),
    trim: async () => {
      const images = (await filesIn(dir)).sort((a, b) => a.seen - b.seen);
      let total = images.reduce((sum, { size }) => sum + size, 0);
      let removed = 0;
      for (const { path, size, seen } of images) {
        if (total <= maxBytes && now() - seen <= oldestMs) break;
        await rm(path, { force: true });
        total -= size;
        removed++;
      }
      return removed;
    },
  };
}

async function filesIn(dir: string): Promise<{ path: string; size: number; seen: number }[]> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true }).catch(() => []);
  const found = await Promise.all(
    entries.filter((entry) => entry.isFile()).map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const facts = await stat(path).catch(() => undefined);
      return facts ? [{ path, size: facts.size, seen: facts.mtimeMs }] : [];
    }),
  );
  return found.flat();
}

const everyMs = 3_600_000;

/** Trims at the start and each hour; answers how to stop. */
export function keepTrimmed(images: PageImages, failed: (error: unknown) => void): () => Promise<void> {
  const trim = (): Promise<void> => images.trim().then(() => undefined, failed);
  let trimming = trim();
  const timer = setInterval(() => (trimming = trim()), everyMs);
  return async () => {
    clearInterval(timer);
    await trimming;
  };
}
