import { readFile, rename, writeFile } from 'node:fs/promises';
import { StoreError } from '../errors.js';
import type { Anchor } from './verify.js';

/** @throws StoreError `invalidJson` when the file is there and is no anchor */
export async function readAnchor(file: string): Promise<Anchor | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : parseAnchor(text, file);
}

export async function writeAnchor(file: string, { seq, hash }: Anchor): Promise<void> {
  const draft = `${file}.${process.pid}.new`;
  await writeFile(draft, `${JSON.stringify({ seq, hash })}\n`, { flush: true });
  await rename(draft, file);
}

function parseAnchor(text: string, file: string): Anchor {
  const fields = /^\s*\{\s*"seq"\s*:\s*"(\d+)"\s*,\s*"hash"\s*:\s*"([0-9a-f]{64})"\s*\}\s*$/.exec(text);
  if (!fields?.[1] || !fields[2]) throw new StoreError('invalidJson', `${file} is not an anchor of the journal`);
  return { seq: fields[1], hash: fields[2] };
}
