import { createHash } from 'node:crypto';
import { canonicalJson } from '@bannette/store';
import { z } from 'zod';

const hex = z.string().regex(/^[0-9a-f]{64}$/);

/** What a seal says of the journal: the entries from `first` to `last`, as one root over their hashes. */
const sealBody = z.strictObject({
  version: z.literal(1),
  entity: z.string(),
  number: z.number().int().positive(),
  first: z.number().int().positive(),
  last: z.number().int().positive(),
  /** Merkle root (RFC 6962) over the hashes of the entries. */
  merkleRoot: hex,
  /** Hash of the last entry, in which those before are chained. */
  lastHash: hex,
  /** Digest of the seal before. */
  previous: hex.nullable(),
  /** When it was made, by the clock of the machine; when it was at the latest is what its timestamp says. */
  at: z.iso.datetime(),
});
export type SealBody = z.infer<typeof sealBody>;

export const writeSeal = (body: SealBody): string => canonicalJson(body);
export const digestOf = (body: string): Buffer => createHash('sha256').update(body, 'utf8').digest();

/** The seal that the text is, if it is one as it is written. */
export function readSeal(text: string): SealBody | undefined {
  try {
    const read = sealBody.safeParse(JSON.parse(text));
    return read.success && read.data.last >= read.data.first && writeSeal(read.data) === text ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** A seal as it lies in its file, apart from the database. */
export interface SealFile {
  readonly body: string;
  /** RFC 3161 token (DER), if an authority gave one. */
  readonly token?: Buffer;
}

const sealFile = z.object({ seal: z.string(), timestamp: z.base64().optional() });

export const writeSealFile = ({ body, token }: SealFile): string => `${JSON.stringify({ seal: body, ...(token ? { timestamp: token.toString('base64') } : {}) }, null, 2)}\n`;

export function readSealFile(text: string): SealFile | undefined {
  try {
    const { seal, timestamp } = sealFile.parse(JSON.parse(text));
    return { body: seal, ...(timestamp ? { token: Buffer.from(timestamp, 'base64') } : {}) };
  } catch {
    return undefined;
  }
}
