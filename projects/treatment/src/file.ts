import { Readable } from 'node:stream';
import { Problem } from '@bannette/http';
import { attachedBytes, type AttachedType, type House, type LooksAtFiles } from '@bannette/house';
import type { Spooled } from '@bannette/store';

export type { LooksAtFiles };

export interface TakenFile extends Spooled {
  readonly name: string;
  readonly mediaType: AttachedType;
}

/**
 * Takes a small file that somebody attaches, see `attachedBytes`. The caller removes it from the spool when what it was for is
 * refused.
 */
export async function takeFile(house: House, file: { readonly name: string; readonly content: string }, antivirus: LooksAtFiles | undefined): Promise<TakenFile> {
  const { bytes, mediaType } = await attachedBytes(file.content, antivirus);
  return { name: file.name, mediaType, ...(await house.spool.write(Readable.from([bytes]), { maxBytes: bytes.length })) };
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
