/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Mutation = (bytes: Buffer, others: readonly Buffer[], next: () => number) => Buffer;

const place = (bytes: Buffer, next: () => number): number => Math.floor(next() * bytes.length);
const NUMBERS = [0, 1, 0x7f, 0x80, 0xff];

const mutations: readonly Mutation[] = [
  function flipBits(bytes, _, next) {
    const copy = Buffer.from(bytes);
    for (let left = 1 + Math.floor(next() * 30); left > 0; left--) {
      const at = place(copy, next);
      copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(next() * 8));
    }
    return copy;
  },
  function breakOff(bytes, _, next) {
    return bytes.subarray(0, 1 + place(bytes, next));
  },
  function takeOut(bytes, _, next) {
    const [from, to] = [place(bytes, next), place(bytes, next)].sort((a, b) => a - b) as [number, number];
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  function repeatPart(bytes, _, next) {
    const [from, to] = [place(bytes, next), place(bytes, next)].sort((a, b) => a - b) as [number, number];
    const part = bytes.subarray(from, Math.min(to, from + 4096));
    return Buffer.concat([bytes.subarray(0, to), ...Array.from({ length: 1 + Math.floor(next() * 50) }, () => part), bytes.subarray(to)]);
  },
  function splice(bytes, others, next) {
    const other = others[Math.floor(next() * others.length)] ?? bytes;
    return Buffer.concat([bytes.subarray(0, place(bytes, next)), other.subarray(place(other, next))]);
  },
  function strangeNumbers(bytes, _, next) {
    const copy = Buffer.from(bytes);
    // In the first bytes are sizes, counts and offsets.
    const within = next() < 0.5 ? Math.min(copy.length, 512) : copy.length;
    for (let left = 1 + Math.floor(next() * 8); left > 0; left--) {
      const at = Math.floor(next() * within);
      copy.fill(NUMBERS[Math.floor(next() * NUMBERS.length)] ?? 0, at, at + 1 + Math.floor(next() * 4));
    }
    return copy;
  },
  function strangeWords(bytes, _, next) {
    // Written numbers of a PDF: lengths, references, sizes.
    const text = bytes.toString('latin1');
    const share = next() * 0.2;
    return Buffer.from(text.replace(/\b\d{1,6}\b/g, (number) => (next() < share ? String([0, -1, 1, 99_999_999, Number(number) + 1][Math.floor(next() * 5)]) : number)), 'latin1');
  },
];

/** One of many ways to spoil a file, chosen by `next`. */
export function mutated(bytes: Buffer, others: readonly Buffer[], next: () => number): { readonly how: string; readonly bytes: Buffer } {
  const mutation = mutations[Math.floor(next() * mutations.length)] ?? ((same: Buffer) => same);
  return { how: mutation.name, bytes: mutation(bytes, others, next) };
}
