import { createHash } from 'node:crypto';
import { isUnderRoot, merklePath, merkleRoot, MerkleTree } from './merkle.js';

const entry = (index: number): Buffer => Buffer.from(`entry ${index}`);
const entries = (count: number): Buffer[] => Array.from({ length: count }, (_, index) => entry(index));

/** The definition of RFC 6962 §2.1, written down once more as it stands there. */
function byDefinition(list: readonly Buffer[]): Buffer {
  const sha = (...parts: Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
  if (list.length === 0) return sha();
  if (list.length === 1) return sha(Buffer.of(0), list[0]!);
  let k = 1;
  while (2 * k < list.length) k *= 2;
  return sha(Buffer.of(1), byDefinition(list.slice(0, k)), byDefinition(list.slice(k)));
}

describe('A Merkle tree', () => {
  it('has the root that RFC 6962 defines, for any number of entries', () => {
    for (let count = 0; count <= 70; count++) expect(merkleRoot(entries(count)).equals(byDefinition(entries(count)))).withContext(`${count} entries`).toBeTrue();
  });

  it('has the roots of the known test vectors', () => {
    // Widely used vectors of certificate transparency: empty tree, and one empty leaf.
    expect(merkleRoot([]).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(merkleRoot([Buffer.alloc(0)]).toString('hex')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });

  it('has another root when an entry is changed, left out, added, or in another place', () => {
    const all = entries(13);
    const root = merkleRoot(all).toString('hex');
    const others = [[...all.slice(0, 5), Buffer.from('other'), ...all.slice(6)], all.slice(1), all.slice(0, 12), [...all, entry(13)], [all[1]!, all[0]!, ...all.slice(2)]];
    for (const other of others) expect(merkleRoot(other).toString('hex')).not.toBe(root);
  });

  it('shows that an entry was there, and at which place, without the others', () => {
    for (const count of [1, 2, 3, 7, 8, 21]) {
      const all = entries(count);
      const root = merkleRoot(all);
      for (let index = 0; index < count; index++) {
        const path = merklePath(all, index);
        expect(isUnderRoot(entry(index), { index, size: count }, path, root)).withContext(`${index} of ${count}`).toBeTrue();
        expect(isUnderRoot(Buffer.from('forged'), { index, size: count }, path, root)).toBeFalse();
        if (count > 1) expect(isUnderRoot(entry(index), { index: (index + 1) % count, size: count }, path, root)).toBeFalse();
        expect(isUnderRoot(entry(index), { index, size: count }, [...path, root], root)).toBeFalse();
      }
      expect(isUnderRoot(entry(0), { index: count, size: count }, [], root)).toBeFalse();
    }
  });

  it('counts what it was given', () => {
    const tree = new MerkleTree();
    for (const one of entries(5)) tree.add(one);
    expect([tree.size, tree.root().equals(merkleRoot(entries(5)))]).toEqual([5, true]);
  });
});
