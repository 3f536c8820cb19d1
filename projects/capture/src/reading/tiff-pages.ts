import { open, type FileHandle } from 'node:fs/promises';
import { Rejection } from './rejection.js';

/** What a TIFF page says of itself before anything is decoded. */
export interface TiffPage {
  readonly width: number;
  readonly height: number;
  readonly bilevel: boolean;
  /** Dots per inch; undefined when the file doesn't say. Faxes have two different ones. */
  readonly xDpi?: number;
  readonly yDpi?: number;
  /** Present when its pixels are one strip of group 4. */
  readonly strip?: TiffStrip;
}

/** Where a page's compressed pixels lie, and how they are meant. */
export interface TiffStrip {
  readonly at: number;
  readonly length: number;
  readonly blackIsZero: boolean;
  /** The first pixel is in the lowest bit of each byte. */
  readonly lowestBitFirst: boolean;
}

const WIDTH = 256;
const HEIGHT = 257;
const BITS_PER_SAMPLE = 258;
const SAMPLES_PER_PIXEL = 277;
const COMPRESSION = 259;
const PHOTOMETRIC = 262;
const FILL_ORDER = 266;
const STRIP_OFFSETS = 273;
const ROWS_PER_STRIP = 278;
const STRIP_BYTE_COUNTS = 279;
const T6_OPTIONS = 293;
const GROUP_4 = 4;
const X_RESOLUTION = 282;
const Y_RESOLUTION = 283;
const RESOLUTION_UNIT = 296;
const CENTIMETRES = 3;
const MAX_ENTRIES = 4096;

/**
 * Walks the chain of directories (TIFF 6.0 §2, BigTIFF too) without decoding.
 * @throws Rejection `corrupt` on a chain that loops or leaves the file at its first page, `tooManyPages`.
 * A chain that breaks later keeps the pages before it and sets `broken`.
 */
export async function tiffPages(file: FileHandle, size: number, maxPages: number): Promise<{ pages: TiffPage[]; broken: boolean }> {
  const reader = await TiffBytes.open(file, size);
  const pages: TiffPage[] = [];
  const seen = new Set<number>();
  let offset = reader.first;
  while (offset !== 0) {
    if (seen.has(offset)) throw new Rejection('corrupt');
    seen.add(offset);
    if (pages.length === maxPages) throw new Rejection('tooManyPages', { limit: maxPages });
    const directory = await reader.directory(offset);
    if (!directory) break;
    pages.push(pageOf(directory.tags));
    offset = directory.next;
  }
  if (pages.length === 0) throw new Rejection(reader.first === 0 ? 'noPages' : 'corrupt');
  return { pages, broken: offset !== 0 };
}

function pageOf(tags: ReadonlyMap<number, number>): TiffPage {
  const perInch = tags.get(RESOLUTION_UNIT) === CENTIMETRES ? 2.54 : 1;
  const dpi = (tag: number): number | undefined => {
    const value = tags.get(tag);
    return value ? value * perInch : undefined;
  };
  return {
    width: tags.get(WIDTH) ?? 0,
    height: tags.get(HEIGHT) ?? 0,
    bilevel: (tags.get(BITS_PER_SAMPLE) ?? 1) === 1 && (tags.get(SAMPLES_PER_PIXEL) ?? 1) === 1,
    xDpi: dpi(X_RESOLUTION),
    yDpi: dpi(Y_RESOLUTION),
    strip: stripOf(tags),
  };
}

function stripOf(tags: ReadonlyMap<number, number>): TiffStrip | undefined {
  const photometric = tags.get(PHOTOMETRIC) ?? 0;
  const [at, length] = [tags.get(STRIP_OFFSETS), tags.get(STRIP_BYTE_COUNTS)];
  const isOne = (tags.get(ROWS_PER_STRIP) ?? Infinity) >= (tags.get(HEIGHT) ?? 0);
  if (tags.get(COMPRESSION) !== GROUP_4 || tags.get(T6_OPTIONS) || photometric > 1 || !isOne || !at || !length) return undefined;
  return { at, length, blackIsZero: photometric === 1, lowestBitFirst: tags.get(FILL_ORDER) === 2 };
}

/** The bytes of a strip, the first pixel in the highest bit. */
export async function readStrip(path: string, { at, length, lowestBitFirst }: TiffStrip): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(length, (await file.stat()).size)), 0, null, at);
    if (bytesRead !== length) throw new RangeError('a strip beyond the end');
    return lowestBitFirst ? buffer.map((byte) => MIRRORED[byte] ?? 0) as Buffer : buffer;
  } finally {
    await file.close();
  }
}

/** Each byte with its bits in the other order. */
const MIRRORED = Uint8Array.from({ length: 256 }, (_, byte) => Array.from({ length: 8 }, (_bit, bit) => ((byte >> bit) & 1) << (7 - bit)).reduce((sum, bit) => sum + bit, 0));

/** Reads numbers at places the file names itself, never beyond its end. */
class TiffBytes {
  private constructor(
    private readonly file: FileHandle,
    private readonly size: number,
    private readonly little: boolean,
    private readonly big: boolean,
    readonly first: number,
  ) {}

  static async open(file: FileHandle, size: number): Promise<TiffBytes> {
    const head = Buffer.alloc(16);
    await file.read(head, 0, 16, 0);
    const little = head[0] === 0x49;
    const big = head[little ? 2 : 3] === 43;
    const probe = new TiffBytes(file, size, little, big, 0);
    return new TiffBytes(file, size, little, big, big ? probe.number(head, 8, 8) : probe.number(head, 4, 4));
  }

  async directory(offset: number): Promise<{ tags: Map<number, number>; next: number } | undefined> {
    const countSize = this.big ? 8 : 2;
    const entrySize = this.big ? 20 : 12;
    const pointerSize = this.big ? 8 : 4;
    const countBytes = await this.bytes(offset, countSize);
    if (!countBytes) return undefined;
    const count = this.number(countBytes, 0, countSize);
    if (count === 0 || count > MAX_ENTRIES) return undefined;
    const body = await this.bytes(offset + countSize, count * entrySize + pointerSize);
    if (!body) return undefined;
    const tags = new Map<number, number>();
    for (let at = 0; at < count * entrySize; at += entrySize) {
      const value = await this.value(body.subarray(at, at + entrySize));
      if (value !== undefined) tags.set(this.number(body, at, 2), value);
    }
    return { tags, next: this.number(body, count * entrySize, pointerSize) };
  }

  /** The first value of an entry: SHORT (3), LONG (4), LONG8 (16) in place, RATIONAL (5) where it points. */
  private async value(entry: Buffer): Promise<number | undefined> {
    const type = this.number(entry, 2, 2);
    const at = this.big ? 12 : 8;
    const pointerSize = this.big ? 8 : 4;
    if (type === 3) {
      const several = this.number(entry, 4, pointerSize) * 2 > pointerSize;
      const outside = several ? await this.bytes(this.number(entry, at, pointerSize), 2) : undefined;
      return several ? outside && this.number(outside, 0, 2) : this.number(entry, at, 2);
    }
    if (type === 4) return this.number(entry, at, 4);
    if (type === 16) return this.number(entry, at, 8);
    if (type !== 5) return undefined;
    const rational = this.big ? entry.subarray(at, at + 8) : await this.bytes(this.number(entry, at, 4), 8);
    return rational && this.number(rational, 0, 4) / (this.number(rational, 4, 4) || 1);
  }

  private async bytes(offset: number, length: number): Promise<Buffer | undefined> {
    if (offset < 8 || offset + length > this.size) return undefined;
    const buffer = Buffer.alloc(length);
    const { bytesRead } = await this.file.read(buffer, 0, length, offset);
    return bytesRead === length ? buffer : undefined;
  }

  private number(buffer: Buffer, at: number, length: number): number {
    if (length === 8) {
      return Number(this.little ? buffer.readBigUInt64LE(at) : buffer.readBigUInt64BE(at));
    }
    return this.little ? buffer.readUIntLE(at, length) : buffer.readUIntBE(at, length);
  }
}
