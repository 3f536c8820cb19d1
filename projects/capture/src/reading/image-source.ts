import { open, readFile, stat } from 'node:fs/promises';
import sharp, { type Sharp } from 'sharp';
import { writeArchive } from '../archive/archive-file.js';
import { toG4 } from '../archive/g4.js';
import { isPlainPng, jpegFrame, type StoredImage } from '../archive/image-object.js';
import { addImagePage, type ImagePage } from '../archive/image-page.js';
import type { ReadLimits } from './limits.js';
import { EMPTY_PAGE, readingScale, type PageSource, type PageText, type SourcePage } from './page-source.js';
import type { ArchiveCopy, ReadWarning } from './reading.js';
import { Rejection } from './rejection.js';
import type { AcceptedType } from './sniff.js';
import { readStrip, tiffPages, type TiffStrip } from './tiff-pages.js';

type ImageType = Exclude<AcceptedType, 'application/pdf'>;

/** One image of the file: pixels as stored, before any turn. */
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly bilevel: boolean;
  readonly xDpi: number;
  readonly yDpi: number;
  /** Its pixels, when they can be passed on as they lie in the file. */
  readonly strip?: TiffStrip;
}

const POINTS_PER_INCH = 72;
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

  async page(index: number, inColour = true): Promise<SourcePage | undefined> {
    try {
      return await this.draw(index, 'error', inColour);
    } catch {
      return this.draw(index, 'none', inColour).then((page) => ({ ...page, damaged: true }), () => undefined);
    }
  }

  async writeSearchable(path: string, texts: readonly PageText[]): Promise<ArchiveCopy> {
    const drawn: number[] = [];
    await writeArchive(path, async (file) => {
      for (const [index, text] of texts.entries()) {
        const page = await this.asReceived(index).catch(() => undefined);
        if (!page) drawn.push(index + 1);
        addImagePage(file, page ? { ...page, turn: (page.turn + text.rotation) % 360, text: text.layer } : await this.drawn(index));
      }
    });
    return { form: 'made', drawn };
  }

  /** The page as it goes into a document with others, no pixel changed: as received, else as it is decoded, kept losslessly. */
  async unchanged(index: number): Promise<ImagePage> {
    const { width, height, xDpi, yDpi } = this.frame(index);
    const orientation = await this.orientation(index);
    const turn = TURNS[orientation];
    const size = { width: (width * POINTS_PER_INCH) / xDpi, height: (height * POINTS_PER_INCH) / yDpi };
    const stored = turn === undefined ? undefined : await this.passedOn(index);
    if (stored) return { image: stored, ...size, turn: turn ?? 0 };
    const pixels = turn === undefined ? this.decode(index, 'none').autoOrient() : this.decode(index, 'none');
    const onItsSide = turn === undefined && orientation >= 5;
    return { image: { encoding: 'png', bytes: await pixels.png().toBuffer() }, ...(onItsSide ? { width: size.height, height: size.width } : size), turn: turn ?? 0 };
  }

  close(): void {
    // nothing is held open
  }

  private async draw(index: number, failOn: 'error' | 'none', inColour: boolean): Promise<SourcePage> {
    const { width, height, xDpi, yDpi } = this.frame(index);
    const dpi = Math.min(xDpi, yDpi);
    const square = { width: width * (dpi / xDpi), height: height * (dpi / yDpi) };
    const scale = readingScale(square.width, square.height, dpi);
    const reduced = { width: Math.max(1, Math.round(square.width * scale)), height: Math.max(1, Math.round(square.height * scale)) };
    const image = this.decode(index, failOn)
      .autoOrient()
      .resize({ ...((await this.orientation(index)) < 5 ? reduced : { width: reduced.height, height: reduced.width }), fit: 'fill', kernel: 'linear' });
    const { data, info } = await (inColour ? image : image.toColourspace('b-w'))
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

  /** Its pixels as received where a PDF can hold that; else losslessly when bilevel, as JPEG when not. */
  private async asReceived(index: number): Promise<ImagePage> {
    const { width, height, xDpi, yDpi, bilevel } = this.frame(index);
    const turn = TURNS[await this.orientation(index)];
    const size = { width: (width * POINTS_PER_INCH) / xDpi, height: (height * POINTS_PER_INCH) / yDpi };
    const stored = turn === undefined ? undefined : await this.passedOn(index);
    if (stored) return { image: stored, ...size, turn: turn ?? 0 };
    const decoded = this.decode(index, 'none');
    const pixels = turn === undefined ? decoded.autoOrient() : decoded;
    const image = (bilevel ? await toG4(pixels.clone()) : undefined) ?? { encoding: 'jpeg' as const, bytes: await pixels.jpeg({ quality: JPEG_QUALITY }).toBuffer() };
    const onItsSide = turn === undefined && (await this.orientation(index)) >= 5;
    return { image, ...(onItsSide ? { width: size.height, height: size.width } : size), turn: turn ?? 0 };
  }

  /** What could be decoded of it: what is left when its pixels can't be taken over. */
  private async drawn(index: number): Promise<ImagePage> {
    const { image, dpi } = (await this.page(index)) ?? EMPTY_PAGE;
    const { data, width, height, channels } = image;
    return { image: { encoding: 'jpeg', bytes: await sharp(data, { raw: { width, height, channels } }).jpeg({ quality: JPEG_QUALITY }).toBuffer() }, width: (width * POINTS_PER_INCH) / dpi, height: (height * POINTS_PER_INCH) / dpi, turn: 0 };
  }

  /** The pixels without a new encoding; undefined when a PDF has no way to hold them. */
  private async passedOn(index: number): Promise<StoredImage | undefined> {
    const { width, height, strip } = this.frame(index);
    if (this.mediaType === 'image/tiff') return strip && { encoding: 'g4', width, height, blackIsZero: strip.blackIsZero, bytes: await readStrip(this.path, strip) };
    const bytes = await readFile(this.path);
    if (this.mediaType === 'image/jpeg') return jpegFrame(bytes) && { encoding: 'jpeg', bytes };
    return isPlainPng(bytes) ? { encoding: 'png', bytes } : undefined;
  }
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
    const frames = pages.map(({ width, height, bilevel, xDpi, yDpi, strip }) => {
      const dpi = believableDpi(yDpi, width, height);
      const aspect = xDpi && yDpi ? xDpi / yDpi : 1;
      return { width, height, bilevel, xDpi: dpi * (aspect > 0.25 && aspect < 4 ? aspect : 1), yDpi: dpi, strip };
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
