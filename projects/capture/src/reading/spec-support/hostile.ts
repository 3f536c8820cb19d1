import { crc32, deflateSync } from 'node:zlib';

/** A ZIP of one stored file. */
export function zipOf(name: string, content: string | Buffer, comment = ''): Buffer {
  const data = Buffer.from(content);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt32LE(crc32(data), 14);
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(data.length, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  local.copy(entry, 6, 4, 30);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + data.length, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([local, Buffer.from(name), data, entry, Buffer.from(name), end, Buffer.from(comment)]);
}

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

/** A PNG chunk. */
export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

/** A gray PNG whose header promises `width` × `height` pixels, over `pixels` and with more chunks before them. */
export function pngOf(width: number, height: number, pixels: Buffer, before: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), ...before, chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}

/** Lines of a gray PNG, all white. */
export const whitePixels = (width: number, height: number): Buffer => {
  const lines = Buffer.alloc((width + 1) * height, 0xff);
  for (let line = 0; line < height; line++) lines[line * (width + 1)] = 0;
  return lines;
};

/** A little-endian TIFF of `pages` directories of one gray pixel each. */
export function tiffOf(pages: number): Buffer {
  const entries = (strip: number): readonly (readonly [number, number, number])[] => [[256, 3, 1], [257, 3, 1], [258, 3, 8], [259, 3, 1], [262, 3, 1], [273, 4, strip], [277, 3, 1], [278, 3, 1], [279, 4, 1]];
  const size = 2 + 9 * 12 + 4;
  const tiff = Buffer.alloc(10 + pages * size, 0);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(10, 4);
  tiff[8] = 0xff;
  for (let page = 0; page < pages; page++) {
    const at = 10 + page * size;
    tiff.writeUInt16LE(9, at);
    entries(8).forEach(([tag, type, value], index) => {
      const entry = at + 2 + index * 12;
      tiff.writeUInt16LE(tag, entry);
      tiff.writeUInt16LE(type, entry + 2);
      tiff.writeUInt32LE(1, entry + 4);
      tiff.writeUInt32LE(value, entry + 8);
    });
    tiff.writeUInt32LE(page + 1 < pages ? at + size : 0, at + size - 4);
  }
  return tiff;
}
