import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readKey, timestampsFrom, type SealKey } from '@bannette/seal';
import type { Sealing } from '@bannette/vigilance';
import type { Config } from '../config.js';

/** The key that the authority signs with, read from its file each time: one that is renewed is in force at once. */
export function sealOf({ seal }: Pick<Config, 'seal'>): (() => Promise<SealKey>) | undefined {
  return seal && (async () => readKey(await readFile(seal.p12), seal.password));
}

/** SHA-256 of a certificate in PEM, in hexadecimal. */
export const fingerprintOf = (pem: Buffer): string => new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();

/** How the journal is sealed: by the configured authority's timestamps, or by this machine's clock alone. */
export function sealingOf({ sealing: { timestampUrl: url, ...sealing } }: Pick<Config, 'sealing'>): Sealing {
  return { ...sealing, timestamp: url ? timestampsFrom({ url, trusted: sealing.trusted }) : undefined };
}
