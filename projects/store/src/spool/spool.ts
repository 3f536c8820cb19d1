import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { StoreError } from '../errors.js';
import { newId } from '../ids.js';

export interface Spooled {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal. */
  readonly sha512: string;
}

export interface Spool {
  /**
   * Keeps the stream's bytes; when it returns they are on the disk, name included.
   *
   * @throws StoreError `tooLarge` beyond `maxBytes`; then, as after any error of the stream, nothing is left behind
   */
  write(stream: Readable, options: { maxBytes: number }): Promise<Spooled>;
  /** @throws StoreError `invalidKey` for what is no key of a spool */
  path(key: string): string;
  /** @param range first and last byte, both included */
  read(key: string, range?: { start: number; end?: number }): Readable;
  /** Forgets the bytes; a key that is already gone is fine. */
  remove(key: string): Promise<void>;
  list(): AsyncIterable<{ key: string; size: number; modified: Date }>;
}

const keyForm = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** A draft that nobody wrote to for so long was left by a crash. Milliseconds. */
const abandonedAfter = 3_600_000;

/** Opens the spool in a folder of its own (made when missing) and clears what a crash left half written. */
export async function openSpool(dir: string): Promise<Spool> {
  const incoming = join(dir, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await clearAbandoned(incoming);

  const path = (key: string): string => {
    if (!keyForm.test(key)) throw new StoreError('invalidKey', 'not a key of the spool');
    return join(dir, shardOf(key), key);
  };

  return {
    path,
    write: async (stream, { maxBytes }) => {
      const key = newId();
      const draft = join(incoming, key);
      // A stream may fail before it is read from, as one of a file without leave does; reading from it then tells.
      stream.on('error', () => undefined);
      try {
        const content = await writeThrough(stream, draft, maxBytes);
        await moveDurably(draft, path(key));
        return { key, ...content };
      } catch (error) {
        stream.destroy();
        await Promise.all([draft, path(key)].map((file) => rm(file, { force: true })));
        throw error;
      }
    },
    read: (key, range) => createReadStream(path(key), range),
    remove: (key) => rm(path(key), { force: true }),
    list: () => listKeys(dir),
  };
}

async function clearAbandoned(incoming: string): Promise<void> {
  for (const name of await readdir(incoming)) {
    const draft = join(incoming, name);
    const found = await stat(draft).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > abandonedAfter) await rm(draft, { force: true });
  }
}

/** The key's last characters are random; its first are the time. */
function shardOf(key: string): string {
  return key.slice(-2);
}

async function writeThrough(stream: Readable, file: string, maxBytes: number): Promise<{ size: number; sha512: string }> {
  const handle = await open(file, 'wx', 0o600);
  try {
    const hash = createHash('sha512');
    let size = 0;
    for await (const chunk of stream as AsyncIterable<Buffer | string>) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      size += bytes.length;
      if (size > maxBytes) throw new StoreError('tooLarge', `more than ${maxBytes} bytes`);
      hash.update(bytes);
      await writeFully(handle, bytes);
    }
    await handle.sync();
    return { size, sha512: hash.digest('hex') };
  } finally {
    await handle.close();
  }
}

async function writeFully(handle: FileHandle, bytes: Buffer): Promise<void> {
  let written = 0;
  while (written < bytes.length) written += (await handle.write(bytes, written)).bytesWritten;
}

async function moveDurably(from: string, to: string): Promise<void> {
  const shard = dirname(to);
  if (await mkdir(shard, { recursive: true, mode: 0o700 })) await syncFolder(dirname(shard));
  await rename(from, to);
  await syncFolder(shard);
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function* listKeys(dir: string): AsyncIterable<{ key: string; size: number; modified: Date }> {
  for (const shard of (await readdir(dir)).sort()) {
    if (!/^[0-9a-f]{2}$/.test(shard)) continue;
    for (const key of (await readdir(join(dir, shard))).sort()) {
      const found = keyForm.test(key) && (await stat(join(dir, shard, key)).catch(() => undefined));
      if (found) yield { key, size: found.size, modified: found.mtime };
    }
  }
}
