import { fold } from '../routing/text.js';

const bands = 24;
const rows = 4;
const shingle = 7;
/** Of a page or so; more would only cost time. */
const longest = 40_000;
/** Distinct shingles below which a text says too little to be compared. */
const fewest = 120;

/** What a reader of images takes for one another, as one of them. */
export const unconfused = (text: string): string => fold(text).replace(/[0]/g, 'o').replace(/[1l|!]/g, 'i').replace(/5/g, 's').replace(/8/g, 'b').replace(/rn/g, 'm').replace(/c[il]/g, 'd').replace(/vv/g, 'w');

/**
 * MinHash signature of a text over runs of seven letters, spaces and signs left out: 96 numbers of 32 bits, of which the
 * share that agrees in two texts estimates the share of runs that they have in common (Broder 1997). Undefined for a text
 * that says too little. A letter that is read anew, with one letter in twenty-five wrong, still shares more than half.
 */
export function textPrint(text: string): readonly number[] | undefined {
  const letters = unconfused(text.slice(0, longest * 2)).replace(/[^a-z0-9]/g, '').slice(0, longest);
  const runs = new Set<number>();
  for (let at = 0; at + shingle <= letters.length; at++) runs.add(hashOf(letters, at));
  if (runs.size < fewest) return undefined;
  const least = new Int32Array(bands * rows).fill(0x7fffffff);
  for (const run of runs)
    for (let row = 0; row < least.length; row++) {
      const hash = mix(run ^ Math.imul(row + 1, 0x9e3779b1));
      if (hash < (least[row] ?? 0)) least[row] = hash;
    }
  return [...least];
}

/** Share of what two texts have in common, 0 to 1, as far as their prints tell. */
export function commonShare(one: readonly number[], other: readonly number[]): number {
  return one.filter((value, row) => value === other[row]).length / one.length;
}

/** Keys that two prints have in common if a whole band of them agrees: signed numbers of 64 bits, as text. */
export function bandKeys(print: readonly number[]): readonly string[] {
  return Array.from({ length: bands }, (_, band) => {
    const own = print.slice(band * rows, (band + 1) * rows);
    const half = (seed: number): bigint => BigInt(own.reduce((hash, value) => mix(hash ^ value), mix(band + seed)) >>> 0);
    return BigInt.asIntN(64, (half(0x51ed27) << 32n) | half(0x2c1b3c)).toString();
  });
}

function hashOf(letters: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let offset = 0; offset < shingle; offset++) hash = Math.imul(hash ^ letters.charCodeAt(at + offset), 0x01000193);
  return mix(hash);
}

/** Spreads the bits of a number over all 32 of it (finalizer of MurmurHash3). */
function mix(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
