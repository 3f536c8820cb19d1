import type { AcceptedType } from './sniff.js';
import type { RawImage } from './pdf-document.js';
import type { TextLayer } from './pdf-text.js';
import type { InvisibleText } from '../archive/text-layer.js';
import type { ArchiveCopy, Attachment, ReadWarning, Rotation } from './reading.js';

/** A received file, opened: its pages one by one, and how to write its searchable copy. */
export interface PageSource {
  readonly mediaType: AcceptedType;
  readonly pageCount: number;
  /** Of the file as a whole. */
  readonly warnings: readonly ReadWarning[];
  /** Other files that it carries. */
  readonly attachments?: readonly Attachment[];
  /**
   * Page `index` (from 0), drawn no finer than reading needs.
   * @param inColour whether colours are wanted, where there are any; reading needs none
   * @returns undefined when it can't be drawn.
   * @throws Rejection when the page is beyond the limits.
   */
  page(index: number, inColour?: boolean): Promise<SourcePage | undefined>;
  /** Writes the searchable copy, one entry of `texts` a page. */
  writeSearchable(path: string, texts: readonly PageText[]): Promise<ArchiveCopy>;
  close(): void;
}

/** What one page's reading leaves for the searchable copy. */
export interface PageText {
  /** Clockwise turn that makes the page as displayed upright. */
  readonly rotation: Rotation;
  /** The recognised text, where there was any. */
  readonly layer?: InvisibleText;
  /** The page's own text, laid over it only where it has to be drawn. */
  readonly said?: InvisibleText;
}

export interface SourcePage {
  readonly image: RawImage;
  readonly dpi: number;
  /** Present when the page says its own text. */
  readonly textLayer?: TextLayer;
  /** It was drawn, but not all of it could be decoded. */
  readonly damaged?: boolean;
}

/** Finer than this nothing reads better (measured on French letters). */
export const READING_DPI = 200;
/** More pixels than this are not recognised at once: an A2 sheet at 200 dpi. */
export const READING_PIXELS = 16_000_000;
export const SCREEN_HEIGHT = 1700;

/** By how much to reduce `width` × `height` pixels at `dpi` for reading: 1 or less. */
export function readingScale(width: number, height: number, dpi: number): number {
  return Math.min(1, READING_DPI / dpi, Math.sqrt(READING_PIXELS / (width * height)));
}

const EMPTY_LEVEL = 224;

/** An even gray sheet of A4: there was a page here, and it can't be shown. */
export const EMPTY_PAGE: SourcePage = { image: { data: Buffer.alloc(595 * 842, EMPTY_LEVEL), width: 595, height: 842, channels: 1 }, dpi: 72 };
