import { createHash } from 'node:crypto';

/**
 * The root of the Merkle tree over entries, as RFC 6962 §2.1 defines it (SHA-256; leaves and nodes are hashed apart, so that
 * neither can pass for the other). It takes them one by one and keeps no more than a hash for each doubling of their number.
 */
export class MerkleTree {
  private readonly peaks: { readonly size: number; readonly hash: Buffer }[] = [];
  private added = 0;

  get size(): number {
    return this.added;
  }

  add(entry: Uint8Array): void {
    let peak = { size: 1, hash: leafHash(entry) };
    this.added++;
    for (let last = this.peaks.at(-1); last?.size === peak.size; last = this.peaks.at(-1)) {
      this.peaks.pop();
      peak = { size: 2 * peak.size, hash: nodeHash(last.hash, peak.hash) };
    }
    this.peaks.push(peak);
  }

  root(): Buffer {
    const [last, ...before] = this.peaks.map(({ hash }) => hash).reverse();
    return last ? before.reduce((right, left) => nodeHash(left, right), last) : createHash('sha256').digest();
  }
}

export const merkleRoot = (entries: Iterable<Uint8Array>): Buffer => {
  const tree = new MerkleTree();
  for (const entry of entries) tree.add(entry);
  return tree.root();
};

/** The hashes by which entry `index` (from 0) of `entries` leads to their root (RFC 6962 §2.1.1). */
export function merklePath(entries: readonly Uint8Array[], index: number): readonly Buffer[] {
  if (entries.length <= 1) return [];
  const half = leftSize(entries.length);
  const [left, right] = [entries.slice(0, half), entries.slice(half)];
  return index < half ? [...merklePath(left, index), merkleRoot(right)] : [...merklePath(right, index - half), merkleRoot(left)];
}

/** Whether an entry at `index` of `size`, with its path, leads to `root`: it was there, and nothing else need be shown. */
export function isUnderRoot(entry: Uint8Array, { index, size }: { readonly index: number; readonly size: number }, path: readonly Uint8Array[], root: Uint8Array): boolean {
  if (index < 0 || index >= size) return false;
  const hash = climb(leafHash(entry), index, size, [...path]);
  return hash !== undefined && hash.equals(Buffer.from(root));
}

function climb(hash: Buffer, index: number, size: number, path: Uint8Array[]): Buffer | undefined {
  if (size === 1) return path.length ? undefined : hash;
  const sibling = path.pop();
  if (!sibling) return undefined;
  const half = leftSize(size);
  const below = index < half ? climb(hash, index, half, path) : climb(hash, index - half, size - half, path);
  return below && (index < half ? nodeHash(below, sibling) : nodeHash(sibling, below));
}

/** The largest power of two that is smaller than `size`. */
const leftSize = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));
const leafHash = (entry: Uint8Array): Buffer => createHash('sha256').update(Buffer.of(0)).update(entry).digest();
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => createHash('sha256').update(Buffer.of(1)).update(left).update(right).digest();
