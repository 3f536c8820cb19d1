import { createHash } from 'node:crypto';
import type { House } from '@bannette/house';

/** Finds bytes in the spool by what they are, whatever row names them. */
export interface SpooledBytes {
  find(size: number, sha512: string): Promise<string | undefined>;
}

/** Lists the spool once, when it is first asked; only files of the right size are read. */
export function spooledBytes({ spool }: House): SpooledBytes {
  let listed: Promise<ReadonlyMap<number, readonly string[]>> | undefined;
  const list = async (): Promise<ReadonlyMap<number, readonly string[]>> => {
    const bySize = new Map<number, string[]>();
    for await (const { key, size } of spool.list()) bySize.set(size, [...(bySize.get(size) ?? []), key]);
    return bySize;
  };
  return {
    find: async (size, sha512) => {
      listed ??= list();
      for (const key of (await listed).get(size) ?? []) if ((await digestOf(spool.read(key))) === sha512) return key;
      return undefined;
    },
  };
}

async function digestOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha512');
  for await (const chunk of stream) hash.update(chunk);
  return hash.digest('hex');
}
