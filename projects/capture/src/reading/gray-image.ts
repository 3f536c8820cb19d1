import sharp, { type Sharp } from 'sharp';

/** Eight-bit gray pixels, row after row; 0 is black. */
export interface GrayImage {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

/** As a binary PGM, which Tesseract reads without a decoder. */
export function toPgm({ data, width, height }: GrayImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
}

/** A sharp pipeline over the pixels. */
export function pipeline({ data, width, height }: GrayImage): Sharp {
  return sharp(data, { raw: { width, height, channels: 1 }, limitInputPixels: false });
}

/** Runs a pipeline to gray pixels. */
export async function toGray(image: Sharp): Promise<GrayImage> {
  const { data, info } = await image.toColourspace('b-w').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error(`gray expected, got ${info.channels} channels`);
  return { data, width: info.width, height: info.height };
}
