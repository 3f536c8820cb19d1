import { MerkleTree } from '@bannette/seal';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';

const atOnce = 2000;

/** A run of the journal as a seal sees it: how many of its entries are there, their root, and the hash of the last. */
export interface JournalRun {
  readonly entries: number;
  readonly root: string;
  readonly lastHash: string;
}

/** Reads the hashes of entries `first` to `last`, in constant memory. Whether each hash is its entry's is the chain's to tell. */
export async function journalRun(db: Kysely<Database>, first: number, last: number): Promise<JournalRun> {
  const tree = new MerkleTree();
  let lastHash = '';
  for (let next = first; next <= last; next += atOnce) {
    const rows = await db.selectFrom('journal').select('hash').where('seq', '>=', next).where('seq', '<=', Math.min(last, next + atOnce - 1)).orderBy('seq').execute();
    for (const { hash } of rows) tree.add(hash);
    lastHash = rows.at(-1)?.hash.toString('hex') ?? lastHash;
  }
  return { entries: tree.size, root: tree.root().toString('hex'), lastHash };
}
