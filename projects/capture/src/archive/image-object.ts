import type { ObjectNumber, PdfWriter } from './pdf-writer.js';

/** A page's image as it goes into the archive copy, its pixels in the encoding that they came in. */
export type StoredImage =
  /** A JPEG of one or three components, or a PNG that {@link isPlainPng} takes. */
  | { readonly encoding: 'jpeg' | 'png'; readonly bytes: Buffer }
  /** One strip of ITU-T T.6 (group 4). */
  | { readonly encoding: 'g4'; readonly bytes: Buffer; readonly width: number; readonly height: number; readonly blackIsZero: boolean };

/** Writes it as an image that a page can draw. */
export function putImage(writer: PdfWriter, image: StoredImage): ObjectNumber {
  if (image.encoding !== 'g4') return image.encoding === 'png' ? putPng(writer, image.bytes) : putJpeg(writer, image.bytes);
  const { width, height, blackIsZero, bytes } = image;
  const parameters = `/DecodeParms << /K -1 /Columns ${width} /Rows ${height} ${blackIsZero ? '/BlackIs1 true' : ''} >>`;
  return writer.putStream(`${entries(width, height, 1, '/DeviceGray')} /Filter /CCITTFaxDecode ${parameters}`, bytes);
}

const entries = (width: number, height: number, bits: number, space: string): string => `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent ${bits} /ColorSpace ${space}`;

const plainSpace = (components: number): string => (components === 1 ? '/DeviceGray' : '/DeviceRGB');

function putJpeg(writer: PdfWriter, bytes: Buffer): ObjectNumber {
  const frame = jpegFrame(bytes);
  if (!frame) throw new Error('no frame in a JPEG');
  return writer.putStream(`${entries(frame.width, frame.height, 8, plainSpace(frame.components))} /Filter /DCTDecode`, bytes);
}

/** What a JPEG says of itself; undefined for what a PDF can't show as it is (other than 8 bits, gray or colour). */
export function jpegFrame(bytes: Buffer): { readonly width: number; readonly height: number; readonly components: number } | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xc2;
    const [bits, components] = [bytes[at + 4], bytes[at + 9] ?? 0];
    if (isFrame) return bits === 8 && (components === 1 || components === 3) ? { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), components } : undefined;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

const COLOURS_OF_TYPE: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1 };

/** Bit depth up to 8, gray, colour or palette, not interlaced, nothing see-through. */
export function isPlainPng(png: Buffer): boolean {
  return png.readUInt8(24) <= 8 && [0, 2, 3].includes(png.readUInt8(25)) && png.readUInt8(28) === 0 && !png.includes('tRNS');
}

/** PNG rows are Flate with predictor 15, which PDF knows (PDF 1.7 §7.4.4.4), so they need no new encoding. */
function putPng(writer: PdfWriter, png: Buffer): ObjectNumber {
  const [width, height, bits, type] = [png.readUInt32BE(16), png.readUInt32BE(20), png.readUInt8(24), png.readUInt8(25)];
  const rows: Buffer[] = [];
  let palette: Buffer = Buffer.alloc(0);
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at);
    const kind = png.toString('latin1', at + 4, at + 8);
    if (kind === 'IDAT') rows.push(png.subarray(at + 8, at + 8 + length));
    if (kind === 'PLTE') palette = png.subarray(at + 8, at + 8 + length);
    at += 12 + length;
  }
  const colours = COLOURS_OF_TYPE[type] ?? 3;
  const space = type === 3 ? `[/Indexed /DeviceRGB ${palette.length / 3 - 1} <${palette.toString('hex')}>]` : plainSpace(colours);
  const parameters = `/DecodeParms << /Predictor 15 /Colors ${colours} /BitsPerComponent ${bits} /Columns ${width} >>`;
  return writer.putStream(`${entries(width, height, bits, space)} /Filter /FlateDecode ${parameters}`, Buffer.concat(rows));
}
