import { readFile } from 'node:fs/promises';
import { readKey, type SealKey } from '@bannette/seal';
import type { Config } from '../config.js';

/** The key that the authority signs with, read from its file each time: one that is renewed is in force at once. */
export function sealOf({ seal }: Pick<Config, 'seal'>): (() => Promise<SealKey>) | undefined {
  return seal && (async () => readKey(await readFile(seal.p12), seal.password));
}
