import sharp, { type Sharp } from 'sharp';
import type { StoredImage } from './image-object.js';

const STRIP_OFFSETS = 273;
const STRIP_BYTE_COUNTS = 279;
const PHOTOMETRIC = 262;
const BLACK_IS_ZERO = 1;
/** Strips are no higher than this in libvips. */
const HIGHEST_STRIP = 32_768;

/** Black-and-white pixels in group 4, losslessly and in one strip, as fax machines and PDF know it; undefined when the page is too long. */
export async function toG4(image: Sharp): Promise<StoredImage | undefined> {
  const { data: pixels, info } = await image.toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  if (info.height > HIGHEST_STRIP || info.channels !== 1) return undefined;
  const tiff = await sharp(pixels, { raw: { width: info.width, height: info.height, channels: 1 }, limitInputPixels: false })
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, tileHeight: info.height })
    .toBuffer();
  const tags = firstDirectory(tiff);
  const at = tags.get(STRIP_OFFSETS) ?? 0;
  return { encoding: 'g4', width: info.width, height: info.height, blackIsZero: tags.get(PHOTOMETRIC) === BLACK_IS_ZERO, bytes: tiff.subarray(at, at + (tags.get(STRIP_BYTE_COUNTS) ?? 0)) };
}

/** Values of a directory that libvips wrote here: in this machine's byte order, one value a tag. */
function firstDirectory(tiff: Buffer): Map<number, number> {
  const little = tiff[0] === 0x49;
  const u16 = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const u32 = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const start = u32(4);
  return new Map(Array.from({ length: u16(start) }, (_, index) => start + 2 + index * 12).map((at) => [u16(at), u16(at + 2) === 3 ? u16(at + 8) : u32(at + 8)] as const));
}
