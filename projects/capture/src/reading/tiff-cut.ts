import { turnedOrientation } from './orientation.js';

/** Bytes of a value by its TIFF type (TIFF 6.0 §2). */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8 };
/** Where the pixels of a page lie, and how long each piece is: strips, or tiles. */
const PIECES = [
  { offsets: 273, lengths: 279 },
  { offsets: 324, lengths: 325 },
] as const;
/** Old-style JPEG, whose tables lie wherever the writer liked. */
const LOOSE_TABLES = [513, 514, 519, 520, 521];
/** Directories within a page (thumbnails, EXIF, GPS): not part of what it shows. */
const INNER_DIRECTORIES = [330, 34665, 34853, 40965];
const ORIENTATION = 274;
const SHORT = 3;
const LONG = 4;

interface Entry {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  readonly value: Buffer;
}

/**
 * A TIFF of some pages of another (from 1, in this order), turned as asked for: directories are written anew, compressed
 * pixels are copied byte for byte.
 * @returns undefined for what can't be cut so: BigTIFF, old-style JPEG, or a file that breaks off.
 */
export function cutTiff(tiff: Buffer, pages: readonly { readonly number: number; readonly turn: number }[]): Buffer | undefined {
  try {
    const reader = readerOf(tiff);
    const directories = reader?.directories();
    if (!reader || !directories) return undefined;
    const writer = new TiffWriter(reader);
    for (const { number, turn } of pages) {
      const directory = directories[number - 1];
      if (!directory || directory.some(({ tag }) => LOOSE_TABLES.includes(tag))) return undefined;
      writer.add(turned(reader, directory.filter(({ tag }) => !INNER_DIRECTORIES.includes(tag)), turn));
    }
    return writer.end();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The directory of a page that is shown turned clockwise. */
function turned({ u16, put16 }: Reader, entries: readonly Entry[], turn: number): readonly Entry[] {
  if (turn === 0) return entries;
  const said = entries.find(({ tag }) => tag === ORIENTATION);
  const value = Buffer.alloc(2);
  put16(value, turnedOrientation(said ? u16(said.value, 0) : 1, turn), 0);
  return [...entries.filter((entry) => entry !== said), { tag: ORIENTATION, type: SHORT, count: 1, value }].sort((a, b) => a.tag - b.tag);
}

interface Reader {
  readonly tiff: Buffer;
  readonly u16: (from: Buffer, at: number) => number;
  readonly u32: (from: Buffer, at: number) => number;
  readonly put16: (to: Buffer, value: number, at: number) => void;
  readonly put32: (to: Buffer, value: number, at: number) => void;
  directories(): Entry[][] | undefined;
}

function readerOf(tiff: Buffer): Reader | undefined {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const reader: Reader = {
    tiff,
    u16: (from, at) => (little ? from.readUInt16LE(at) : from.readUInt16BE(at)),
    u32: (from, at) => (little ? from.readUInt32LE(at) : from.readUInt32BE(at)),
    put16: (to, value, at) => void (little ? to.writeUInt16LE(value, at) : to.writeUInt16BE(value, at)),
    put32: (to, value, at) => void (little ? to.writeUInt32LE(value, at) : to.writeUInt32BE(value, at)),
    directories: () => {
      const found: Entry[][] = [];
      const seen = new Set<number>();
      for (let at = reader.u32(tiff, 4); at !== 0; ) {
        if (seen.has(at)) return undefined;
        seen.add(at);
        const count = reader.u16(tiff, at);
        found.push(Array.from({ length: count }, (_, index) => entryAt(reader, at + 2 + index * 12)).filter((entry) => entry !== undefined));
        at = reader.u32(tiff, at + 2 + count * 12);
      }
      return found;
    },
  };
  return reader.u16(tiff, 2) === 42 ? reader : undefined;
}

function entryAt({ tiff, u16, u32 }: Reader, at: number): Entry | undefined {
  const [tag, type, count] = [u16(tiff, at), u16(tiff, at + 2), u32(tiff, at + 4)];
  const size = (SIZES[type] ?? 0) * count;
  if (size === 0) return undefined;
  return { tag, type, count, value: bytesAt(tiff, size <= 4 ? at + 8 : u32(tiff, at + 8), size) };
}

function bytesAt(tiff: Buffer, at: number, length: number): Buffer {
  if (at < 8 || at + length > tiff.length) throw new RangeError('beyond the end');
  return tiff.subarray(at, at + length);
}

/** Writes pages one after the other: pixels, long values, directory, each linked from the one before. */
class TiffWriter {
  private readonly parts: Buffer[] = [];
  private length = 0;
  private link: { readonly part: Buffer; readonly at: number };

  constructor(private readonly reader: Reader) {
    const head = Buffer.from(reader.tiff.subarray(0, 8));
    this.link = { part: head, at: 4 };
    this.put(head);
  }

  add(entries: readonly Entry[]): void {
    const { put16, put32 } = this.reader;
    const moved = PIECES.reduce((all, pieces) => this.move(all, pieces), entries);
    const places = moved.map(({ value }) => (value.length > 4 ? this.put(value) : undefined));
    const directory = Buffer.alloc(2 + moved.length * 12 + 4);
    put16(directory, moved.length, 0);
    for (const [index, { tag, type, count, value }] of moved.entries()) {
      const at = 2 + index * 12;
      put16(directory, tag, at);
      put16(directory, type, at + 2);
      put32(directory, count, at + 4);
      const place = places[index];
      if (place === undefined) value.copy(directory, at + 8);
      else put32(directory, place, at + 8);
    }
    put32(this.link.part, this.put(directory), this.link.at);
    this.link = { part: directory, at: directory.length - 4 };
  }

  end(): Buffer {
    return Buffer.concat(this.parts);
  }

  /** Copies the pieces of the pixels, and says where they lie now. */
  private move(entries: readonly Entry[], { offsets, lengths }: (typeof PIECES)[number]): readonly Entry[] {
    const where = entries.find(({ tag }) => tag === offsets);
    if (!where) return entries;
    const from = this.numbers(where);
    const sizes = this.numbers(entries.find(({ tag }) => tag === lengths));
    if (sizes.length !== from.length) throw new RangeError('pieces without lengths');
    const value = Buffer.alloc(from.length * 4);
    for (const [index, at] of from.entries()) this.reader.put32(value, this.put(bytesAt(this.reader.tiff, at, sizes[index] ?? 0)), index * 4);
    return entries.map((entry) => (entry === where ? { tag: offsets, type: LONG, count: from.length, value } : entry));
  }

  private numbers(entry: Entry | undefined): number[] {
    if (!entry) return [];
    return Array.from({ length: entry.count }, (_, index) => (entry.type === LONG ? this.reader.u32(entry.value, index * 4) : this.reader.u16(entry.value, index * 2)));
  }

  /** Where it was put; directories and values begin at even places. */
  private put(part: Buffer): number {
    const at = this.length;
    this.parts.push(part);
    this.length += part.length;
    if (part.length % 2) {
      this.parts.push(Buffer.alloc(1));
      this.length++;
    }
    return at;
  }
}
