import { open, readFile, stat, writeFile } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { imagesToPdf, type PdfImage } from './image-pdf.js';
import type { ReadLimits } from './limits.js';
import { readingScale, type PageSource, type SourcePage } from './page-source.js';
import type { ReadWarning } from './reading.js';
import { Rejection } from './rejection.js';
import type { PageText } from './searchable-pdf.js';
import type { AcceptedType } from './sniff.js';
import { tiffPages } from './tiff-pages.js';

type ImageType = Exclude<AcceptedType, 'application/pdf'>;

/** One image of the file: pixels as stored, before any turn. */
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly bilevel: boolean;
  readonly xDpi: number;
  readonly yDpi: number;
}

const POSSIBLE_DPI = [90, 1300] as const;
/** Long side of A4: what a page without a believable resolution is taken for when it has enough pixels. */
const A4_INCHES = 11.69;
const ENOUGH_PIXELS = 1000;
const SMALL_IMAGE_DPI = 100;
const JPEG_QUALITY = 85;
/** EXIF orientations that only turn, with the clockwise turn that shows them upright; the others mirror. */
const TURNS: Readonly<Record<number, number>> = { 1: 0, 3: 180, 6: 90, 8: 270 };

/** A scan kept as an image: TIFF of one or many pages, PNG, JPEG. */
export class ImageSource implements PageSource {
  readonly pageCount: number;

  private constructor(
    private readonly path: string,
    readonly mediaType: ImageType,
    private readonly frames: readonly Frame[],
    readonly warnings: readonly ReadWarning[],
  ) {
    this.pageCount = frames.length;
  }

  static async open(path: string, mediaType: ImageType, limits: ReadLimits): Promise<ImageSource> {
    const { frames, broken } = mediaType === 'image/tiff' ? await tiffFrames(path, limits.maxPages) : { frames: [await singleFrame(path)], broken: false };
    frames.forEach(({ width, height }, index) => {
      if (width < 1 || height < 1) throw new Rejection('corrupt', { page: index + 1 });
      if (width * height <= limits.maxPixelsPerPage) return;
      throw new Rejection('pageTooLarge', { page: index + 1, megapixels: Math.round((width * height) / 1e6), limit: Math.round(limits.maxPixelsPerPage / 1e6) });
    });
    return new ImageSource(path, mediaType, frames, broken ? ['fileDamaged'] : []);
  }

  async page(index: number): Promise<SourcePage | undefined> {
    try {
      return await this.draw(index, 'error');
    } catch {
      return this.draw(index, 'none').then((page) => ({ ...page, damaged: true }), () => undefined);
    }
  }

  async writeSearchable(path: string, texts: readonly PageText[]): Promise<void> {
    await writeFile(path, await imagesToPdf(this.encodedPages(texts), texts));
  }

  close(): void {
    // nothing is held open
  }

  private async draw(index: number, failOn: 'error' | 'none'): Promise<SourcePage> {
    const { width, height, xDpi, yDpi } = this.frame(index);
    const dpi = Math.min(xDpi, yDpi);
    const square = { width: width * (dpi / xDpi), height: height * (dpi / yDpi) };
    const scale = readingScale(square.width, square.height, dpi);
    const reduced = { width: Math.max(1, Math.round(square.width * scale)), height: Math.max(1, Math.round(square.height * scale)) };
    const { data, info } = await this.decode(index, failOn)
      .autoOrient()
      .resize({ ...((await this.orientation(index)) < 5 ? reduced : { width: reduced.height, height: reduced.width }), fit: 'fill' })
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 1 && info.channels !== 3) throw new Error(`${info.channels} channels`);
    return { image: { data, width: info.width, height: info.height, channels: info.channels }, dpi: dpi * scale };
  }

  private decode(index: number, failOn: 'error' | 'none'): Sharp {
    return this.stored(index, failOn).flatten({ background: 'white' }).toColourspace('srgb');
  }

  private stored(index: number, failOn: 'error' | 'none'): Sharp {
    return sharp(this.path, { ...(this.mediaType === 'image/tiff' ? { page: index } : {}), failOn, limitInputPixels: false });
  }

  /** EXIF or TIFF orientation; 5 and above lie on their side. */
  private async orientation(index: number): Promise<number> {
    return (await this.stored(index, 'none').metadata()).orientation ?? 1;
  }

  private frame(index: number): Frame {
    const frame = this.frames[index];
    if (!frame) throw new RangeError(`no page ${index}`);
    return frame;
  }

  private async *encodedPages(texts: readonly PageText[]): AsyncGenerator<PdfImage> {
    for (const [index, text] of texts.entries()) yield await this.encoded(index).catch(() => screenImage(text.screen, this.frame(index)));
  }

  /** As received where a PDF can hold that; else losslessly when bilevel, as JPEG when not. */
  private async encoded(index: number): Promise<PdfImage> {
    const { width, height, bilevel, xDpi, yDpi } = this.frame(index);
    const turn = TURNS[await this.orientation(index)];
    const image = { width, height, xDpi, yDpi, turn: turn ?? 0 };
    if (turn !== undefined && this.mediaType !== 'image/tiff') {
      const original = await readFile(this.path);
      if (this.mediaType === 'image/jpeg' || isPlainPng(original)) return { ...image, encoded: original };
    }
    const decoded = this.decode(index, 'none');
    const pixels = turn === undefined ? decoded.autoOrient() : decoded;
    const { data, info } = await (bilevel ? pixels.toColourspace('b-w').png({ palette: true, colours: 2, effort: 1 }) : pixels.jpeg({ quality: JPEG_QUALITY })).toBuffer({ resolveWithObject: true });
    return { ...image, width: info.width, height: info.height, encoded: data };
  }
}

async function screenImage(path: string, frame: Frame): Promise<PdfImage> {
  const encoded = await readFile(path);
  const { width, height } = await sharp(encoded).metadata();
  const dpi = (height * frame.yDpi) / frame.height;
  return { encoded, width, height, xDpi: dpi, yDpi: dpi, turn: 0 };
}

/** Bit depth up to 8, gray, colour or palette, not interlaced. */
function isPlainPng(png: Buffer): boolean {
  return png.readUInt8(24) <= 8 && [0, 2, 3].includes(png.readUInt8(25)) && png.readUInt8(28) === 0 && !png.includes('tRNS');
}

async function singleFrame(path: string): Promise<Frame> {
  try {
    const { width, height, density, bitsPerSample, channels, isPalette } = await sharp(path, { limitInputPixels: false }).metadata();
    const dpi = believableDpi(density, width, height);
    return { width, height, bilevel: bitsPerSample === 1 && (channels === 1 || isPalette === true), xDpi: dpi, yDpi: dpi };
  } catch {
    throw new Rejection('corrupt');
  }
}

async function tiffFrames(path: string, maxPages: number): Promise<{ frames: Frame[]; broken: boolean }> {
  const file = await open(path, 'r');
  try {
    const { pages, broken } = await tiffPages(file, (await stat(path)).size, maxPages);
    const frames = pages.map(({ width, height, bilevel, xDpi, yDpi }) => {
      const dpi = believableDpi(yDpi, width, height);
      const aspect = xDpi && yDpi ? xDpi / yDpi : 1;
      return { width, height, bilevel, xDpi: dpi * (aspect > 0.25 && aspect < 4 ? aspect : 1), yDpi: dpi };
    });
    return { frames, broken };
  } finally {
    await file.close();
  }
}

/** The stated resolution when it makes a sheet of a believable size; else that of an A4 sheet, if there are pixels enough. */
export function believableDpi(stated: number | undefined, width: number, height: number): number {
  if (stated && stated >= POSSIBLE_DPI[0] && stated <= POSSIBLE_DPI[1]) return stated;
  const long = Math.max(width, height);
  return long >= ENOUGH_PIXELS ? long / A4_INCHES : SMALL_IMAGE_DPI;
}
