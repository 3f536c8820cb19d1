import { randomUUID } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Sql } from '../database/database.js';

/** Bytes on disk; a row is written only after they are safe there. */
export interface StoredContent {
  readonly key: string;
  readonly size: number;
}

const pathOf = (directory: string, key: string): string => join(directory, key.slice(0, 2), key);

const shelves = Array.from({ length: 256 }, (_, at) => at.toString(16).padStart(2, '0'));

async function syncDirectory(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function contentFiles(directory: string) {
  return {
    /** Writes a stream through to the disk: under a passing name, synced, then renamed. */
    async write(source: Readable | Buffer): Promise<StoredContent> {
      const key = randomUUID();
      const path = pathOf(directory, key);
      const passing = `${path}.part`;
      try {
        const handle = await open(passing, 'wx');
        try {
          await writeFile(handle, source);
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(passing, path);
        await syncDirectory(dirname(path));
        return { key, size: (await stat(path)).size };
      } catch (error) {
        await rm(passing, { force: true });
        throw error;
      }
    },
    read(key: string, range?: { start: number; end: number }): ReadStream {
      return createReadStream(pathOf(directory, key), range);
    },
    async text(key: string): Promise<string> {
      const parts: Buffer[] = [];
      for await (const part of createReadStream(pathOf(directory, key))) parts.push(part as Buffer);
      return Buffer.concat(parts).toString('utf8');
    },
    /** Removes files that no node and no version refers to any more. */
    async discard(sql: Sql, keys: readonly string[]): Promise<void> {
      const held = await sql.rows<{ key: string }>('select content_key as key from node where content_key = any ($1) union select content_key from version where content_key = any ($1)', [keys]);
      const kept = new Set(held.map((row) => row.key));
      for (const key of keys) if (!kept.has(key)) await rm(pathOf(directory, key), { force: true });
    },
    /** At a start, before requests: makes room, and clears what a crash left between file and row. */
    async prepare(sql: Sql): Promise<void> {
      for (const shelf of shelves) await mkdir(join(directory, shelf), { recursive: true });
      await syncDirectory(directory);
      for (const shelf of shelves) {
        const names = await readdir(join(directory, shelf));
        for (const name of names.filter((one) => one.endsWith('.part'))) await rm(join(directory, shelf, name), { force: true });
        if (names.length > 0) await this.discard(sql, names.filter((one) => !one.endsWith('.part')));
      }
    },
  };
}

export type ContentFiles = ReturnType<typeof contentFiles>;
