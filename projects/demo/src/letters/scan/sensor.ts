import type { Defects } from '../letter.js';
import type { Random } from '../random.js';
import type { Bitmap } from './render.js';

/** What a scanner makes of a page: raw pixels, gray or red-green-blue. */
export interface Scan {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly data: Buffer;
}

const grains = 4096;

/** Adds the tone of paper, the grain and the specks; with `bilevel`, decides each pixel for black or white. */
export function sense(bitmap: Bitmap, random: Random, { noise, speckle, fax }: Pick<Defects, 'noise' | 'speckle' | 'fax'>, bilevel: boolean): Scan {
  const channels = bitmap.channels === 1 ? 1 : 3;
  const data = Buffer.allocUnsafe(bitmap.width * bitmap.height * channels);
  const scan: Scan = { width: bitmap.width, height: bitmap.height, channels, data };
  const clean = noise === 0;
  expose(bitmap, scan, grain(random, noise * 70), random.int(1, 2 ** 30), clean ? 255 : 255 - random.int(4, 14) - noise * 12, clean ? 0 : 18);
  if (speckle > 0) speck(scan, random, speckle);
  if (fax) halveLines(scan);
  if (bilevel) decide(data);
  return scan;
}

/** Gaussian steps of that deviation, to be read at random places. */
function grain(random: Random, deviation: number): Int16Array {
  return Int16Array.from({ length: grains }, () => {
    const [u, v] = [random.next() || 1e-9, random.next()];
    return Math.round(Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v) * deviation);
  });
}

function expose(bitmap: Bitmap, scan: Scan, steps: Int16Array, seed: number, paper: number, ink: number): void {
  const tones = Uint8Array.from({ length: 256 }, (_, tone) => Math.round(ink + (tone / 255) * (paper - ink)));
  const { data: from } = bitmap;
  const { data: to, channels } = scan;
  let state = seed;
  for (let pixel = 0, end = scan.width * scan.height; pixel < end; pixel++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const step = steps[state & (grains - 1)] as number;
    if (channels === 1) to[pixel] = clamp((tones[from[pixel] as number] as number) + step);
    else {
      const source = pixel * 4;
      const target = pixel * 3;
      to[target] = clamp((tones[from[source] as number] as number) + step);
      to[target + 1] = clamp((tones[from[source + 1] as number] as number) + step);
      to[target + 2] = clamp((tones[from[source + 2] as number] as number) + step - (255 - paper > 0 ? 3 : 0));
    }
  }
}

const clamp = (tone: number): number => (tone < 0 ? 0 : tone > 255 ? 255 : tone);

function speck({ data, width, height, channels }: Scan, random: Random, strength: number): void {
  const count = Math.round((width * height * strength) / 1200);
  for (let index = 0; index < count; index++) {
    const [x, y, size] = [random.int(0, width - 3), random.int(0, height - 3), random.chance(0.15) ? 2 : 1];
    const tone = random.int(0, 90);
    for (let row = 0; row < size; row++) data.fill(tone, ((y + row) * width + x) * channels, ((y + row) * width + x + size) * channels);
  }
}

/** A fax in standard resolution: every second line repeats the one above. */
function halveLines({ data, width, height, channels }: Scan): void {
  const line = width * channels;
  for (let y = 1; y < height; y += 2) data.copyWithin(y * line, (y - 1) * line, y * line);
}

function decide(data: Buffer): void {
  for (let index = 0; index < data.length; index++) data[index] = (data[index] as number) < 150 ? 0 : 255;
}
