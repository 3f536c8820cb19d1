import type { GrayImage } from './gray-image.js';

/** How much darker than its paper a pixel must be to count as ink. */
const INK_CONTRAST = 60;
const BRIGHT_PAPER = 128;
/** One pixel in so many tells the paper: a prime, so that no pattern of the page is followed. */
const SAMPLED = 7;

/** The commonest bright level: the paper. */
export function paperLevel({ data }: GrayImage): number {
  const histogram = new Uint32Array(256);
  for (let at = 0; at < data.length; at += SAMPLED) histogram[data[at]!]!++; // for…of is ten times slower on millions of pixels
  let paper = 255;
  for (let level = 255; level >= BRIGHT_PAPER; level--) if (histogram[level]! > histogram[paper]!) paper = level;
  return paper;
}

/** 1 where there is ink, 0 where there is paper. */
export function inkMask(image: GrayImage): Uint8Array {
  const threshold = paperLevel(image) - INK_CONTRAST;
  const mask = new Uint8Array(image.data.length);
  for (let at = 0; at < mask.length; at++) mask[at] = image.data[at]! < threshold ? 1 : 0;
  return mask;
}

const NOISY_SHARE_OF_INK = 0.15;
const NOISY_SHARE_OF_PAGE = 0.0008;

/** Salt and pepper: many specks of one or two pixels, both beside and for the ink there is. */
export function isSpeckled(image: GrayImage, mask: Uint8Array): boolean {
  const { width, height } = image;
  let ink = 0;
  let specks = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      if (mask[at] === 0) continue;
      ink++;
      if (neighbours(mask, at, width) <= 1) specks++;
    }
  }
  return specks > ink * NOISY_SHARE_OF_INK && specks > width * height * NOISY_SHARE_OF_PAGE;
}

function neighbours(mask: Uint8Array, at: number, width: number): number {
  const row = (start: number): number => mask[start - 1]! + mask[start]! + mask[start + 1]!;
  return row(at - width) + row(at) + row(at + width) - 1;
}

/** Side of the squares in which {@link isBlank} looks for ink: a little under a letter at 200 dpi. */
const CELL = 12;
const INK_OF_A_MARK = 14;
const MARGIN = 0.03;
const FEWEST_MARKS = 6;

/** No more marks than dust makes, the edges (shadows, punch holes) left out. */
export function isBlank({ width, height }: GrayImage, mask: Uint8Array): boolean {
  const left = Math.floor(width * MARGIN);
  const top = Math.floor(height * MARGIN);
  let marks = 0;
  for (let y = top; y + CELL <= height - top; y += CELL) {
    for (let x = left; x + CELL <= width - left; x += CELL) {
      let ink = 0;
      for (let row = y; row < y + CELL; row++) for (let at = row * width + x, end = at + CELL; at < end; at++) ink += mask[at]!;
      if (ink >= INK_OF_A_MARK && ++marks >= FEWEST_MARKS) return false;
    }
  }
  return true;
}

const WIDEST_SKEW = 10;
const COARSE_STEP = 0.5;
const FINE_STEP = 0.1;

/**
 * The clockwise turn in degrees (−10…10) that makes lines of text level: where the ink's projection on the vertical
 * is most uneven. Asked of a reduced image (some 70 dpi).
 */
export function levellingAngle({ width, height }: GrayImage, mask: Uint8Array): number {
  const ink = mask.reduce((sum, is) => sum + is, 0);
  if (ink < width) return 0;
  const points = { x: new Float32Array(ink), y: new Float32Array(ink) };
  for (let at = 0, next = 0; at < mask.length; at++) {
    if (mask[at] === 0) continue;
    points.x[next] = (at % width) - width / 2;
    points.y[next++] = Math.floor(at / width);
  }
  const coarse = mostUneven(points, height, -WIDEST_SKEW, WIDEST_SKEW, COARSE_STEP);
  return mostUneven(points, height, coarse - COARSE_STEP, coarse + COARSE_STEP, FINE_STEP);
}

interface Points {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

function mostUneven(points: Points, height: number, from: number, to: number, step: number): number {
  let best = 0;
  let bestScore = -1;
  for (let angle = from; angle <= to + 1e-9; angle += step) {
    const score = unevenness(points, height, angle);
    if (score > bestScore) [best, bestScore] = [angle, score];
  }
  return Math.round(best * 10) / 10;
}

function unevenness({ x, y }: Points, height: number, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const rows = new Uint32Array(height * 2);
  for (let at = 0; at < x.length; at++) {
    const row = Math.round(y[at]! + x[at]! * slope + height / 2);
    if (row >= 0 && row < rows.length) rows[row]!++;
  }
  let sum = 0;
  for (let row = 1; row < rows.length; row++) sum += (rows[row]! - rows[row - 1]!) ** 2;
  return sum;
}
