import { Readable } from 'node:stream';
import { invalid, Problem } from '@bannette/http';

/** What looks at bytes before anybody else does; the capture's antivirus is one. */
export interface LooksAtFiles {
  /** @throws when nothing can be said now */
  scan(bytes: Readable): Promise<{ readonly verdict: 'clean' | 'infected' | 'unscannable' }>;
}

const maxBytes = 10 * 1024 * 1024;
const beginnings = { 'application/pdf': '255044462d', 'image/png': '89504e470d0a1a0a', 'image/jpeg': 'ffd8ff' } as const;
export type AttachedType = keyof typeof beginnings;
export const attachedTypes = Object.keys(beginnings) as readonly AttachedType[];

/**
 * The bytes of a small file that somebody attaches, told by its first bytes, and looked at before it is kept. Nothing opens it here.
 *
 * @throws 422 `fileType`, `infected`, `notScanned`; 413 `tooLarge`; 503 `antivirusAway`
 */
export async function attachedBytes(content: string, antivirus: LooksAtFiles | undefined, types: readonly AttachedType[] = attachedTypes): Promise<{ readonly bytes: Buffer; readonly mediaType: AttachedType }> {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.length > maxBytes) throw new Problem(413, 'tooLarge', 'A file is too large', { maxMiB: maxBytes / 1024 ** 2 });
  const mediaType = types.find((type) => bytes.toString('hex', 0, 8).startsWith(beginnings[type]));
  if (!mediaType) throw types.length === 1 ? invalid('fileNotPdf', 'Only PDF is taken here') : invalid('fileType', 'Only PDF, PNG and JPEG are taken here');
  if (antivirus) {
    const { verdict } = await antivirus.scan(Readable.from([bytes])).catch(() => {
      throw new Problem(503, 'antivirusAway', 'The antivirus does not answer; try again later');
    });
    if (verdict !== 'clean') throw invalid(verdict === 'infected' ? 'infected' : 'notScanned', 'The antivirus does not let this file pass');
  }
  return { bytes, mediaType };
}
