import sharp, { type Sharp } from 'sharp';
import { toGray, type GrayImage, pipeline } from './gray-image.js';
import { inkMask, isBlank, isSpeckled, levellingAngle } from './page-analysis.js';
import type { RawImage } from './pdf-document.js';

const ANALYSIS_DPI = 70;
/** Tesseract follows slighter slopes by itself. */
const SMALLEST_SKEW = 0.5;

/** A page made ready for recognition. */
export interface ReadablePage {
  readonly image: GrayImage;
  /** Clockwise turn in degrees that levelled its lines. */
  readonly angle: number;
  readonly blank: boolean;
}

export function fromRaw({ data, width, height, channels }: RawImage): Sharp {
  const image = sharp(data, { raw: { width, height, channels }, limitInputPixels: false });
  return channels === 4 ? image.removeAlpha() : image;
}

/** Cleans speckles when there are many, and levels the lines. */
export async function makeReadable(gray: GrayImage, dpi: number): Promise<ReadablePage> {
  const mask = inkMask(gray);
  const clean = isSpeckled(gray, mask) ? await toGray(pipeline(gray).median(3)) : gray;
  const cleanMask = clean === gray ? mask : inkMask(clean);
  if (isBlank(clean, cleanMask)) return { image: clean, angle: 0, blank: true };
  const small = await toGray(pipeline(clean).resize({ width: Math.max(1, Math.round((clean.width * ANALYSIS_DPI) / dpi)), kernel: 'linear' }));
  const angle = levellingAngle(small, inkMask(small));
  if (Math.abs(angle) < SMALLEST_SKEW) return { image: clean, angle: 0, blank: false };
  return { image: await toGray(pipeline(clean).rotate(angle, { background: 'white' })), angle, blank: false };
}

/** Pixels to a place whose light is looked at, and places to a side of the square whose brightest is taken for paper. */
const PLACE = 8;
const SQUARE = 4;
const DARKEST_PAPER = 40;
/** A little more than white: what is nearly paper is paper. */
const PAPER = 270;

/** Paper made white everywhere, whatever shadow, tint or faintness there was: each place is compared with the light around it. */
export async function evenlyLit(gray: GrayImage): Promise<GrayImage> {
  const { width, height } = gray;
  const places = await toGray(pipeline(gray).resize({ width: Math.max(1, Math.round(width / PLACE)), height: Math.max(1, Math.round(height / PLACE)), fit: 'fill' }));
  const light = await toGray(pipeline(await toGray(pipeline(brightest(places)).blur(1))).resize({ width, height, fit: 'fill' }));
  const even = Buffer.alloc(gray.data.length);
  for (let at = 0; at < even.length; at++) even[at] = Math.min(255, (gray.data[at]! * PAPER) / Math.max(DARKEST_PAPER, light.data[at]!));
  return { data: even, width, height };
}

function brightest({ data, width, height }: GrayImage): GrayImage {
  const squares = { width: Math.ceil(width / SQUARE), height: Math.ceil(height / SQUARE) };
  const most = Buffer.alloc(squares.width * squares.height);
  for (let at = 0; at < data.length; at++) {
    const square = Math.floor(Math.floor(at / width) / SQUARE) * squares.width + Math.floor((at % width) / SQUARE);
    most[square] = Math.max(most[square]!, data[at]!);
  }
  return { data: most, ...squares };
}
