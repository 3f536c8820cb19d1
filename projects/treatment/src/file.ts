import { Readable } from 'node:stream';
import { invalid, Problem } from '@bannette/http';
import type { House } from '@bannette/house';
import type { Spooled } from '@bannette/store';

/** What looks at bytes before anybody else does; the capture's antivirus is one. */
export interface LooksAtFiles {
  /** @throws when nothing can be said now */
  scan(bytes: Readable): Promise<{ readonly verdict: 'clean' | 'infected' | 'unscannable' }>;
}

export interface TakenFile extends Spooled {
  readonly name: string;
  readonly mediaType: 'application/pdf' | 'image/png' | 'image/jpeg';
}

const maxBytes = 10 * 1024 * 1024;
const beginnings = { 'application/pdf': '255044462d', 'image/png': '89504e470d0a1a0a', 'image/jpeg': 'ffd8ff' } as const;

/**
 * Takes a small file that somebody attaches, told by its first bytes, and has it looked at before it is kept. Nothing opens
 * it here. The caller removes it from the spool when what it was for is refused.
 *
 * @throws 422 `fileType`, `infected`, `notScanned`; 413 `tooLarge`; 503 `antivirusAway`
 */
export async function takeFile(house: House, file: { readonly name: string; readonly content: string }, antivirus: LooksAtFiles | undefined): Promise<TakenFile> {
  const bytes = Buffer.from(file.content, 'base64');
  if (bytes.length > maxBytes) throw new Problem(413, 'tooLarge', 'A file is too large', { maxMiB: maxBytes / 1024 ** 2 });
  const found = (Object.keys(beginnings) as TakenFile['mediaType'][]).find((type) => bytes.toString('hex', 0, 8).startsWith(beginnings[type]));
  if (!found) throw invalid('fileType', 'Only PDF, PNG and JPEG are taken here');
  if (antivirus) {
    const { verdict } = await antivirus.scan(Readable.from([bytes])).catch(() => {
      throw new Problem(503, 'antivirusAway', 'The antivirus does not answer; try again later');
    });
    if (verdict !== 'clean') throw invalid(verdict === 'infected' ? 'infected' : 'notScanned', 'The antivirus does not let this file pass');
  }
  return { name: file.name, mediaType: found, ...(await house.spool.write(Readable.from([bytes]), { maxBytes })) };
}

/** Does `work` with the file, and forgets its bytes when that is refused. */
export async function orForget<T>(house: House, file: TakenFile | undefined, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Of a lost connection nobody can tell whether it was committed: the bytes stay, and are swept if nothing names them.
    if (file && error instanceof Problem) await house.spool.remove(file.key);
    throw error;
  }
}
