import { marginDepth, numberInCode, numberInMargin, numberPlaces, wordsIn, type EndorsementSetting, type Margin, type NumberOnPage, type WordOnPage } from '@bannette/domain';
import { pipeline, toGray, toPgm, type GrayImage } from './gray-image.js';
import { OcrTimeout, type OcrEngine, type OcrText } from './ocr.js';
import { inkMask, isBlank } from './page-analysis.js';
import { fromRaw } from './page-image.js';
import type { SourcePage } from './page-source.js';
import type { Rotation, Word } from './reading.js';

/** What is known of a page before its number is looked for. */
export interface ReadSoFar {
  /** Clockwise turn that made it upright; its words are placed on the upright page. */
  readonly rotation: Rotation;
  readonly words: readonly Word[];
  readonly blank: boolean;
}

export interface NumberReader {
  readonly engine: OcrEngine;
  readonly language: string;
  readonly folder: string;
}

const margins = numberPlaces.filter((place): place is Margin => place !== 'code');
/** White around a strip, in pixels: letters that touch the edge are not read. */
const border = 24;

/**
 * The number that a scanner printed on the page or a label carries: from its codes, from words in the declared margins,
 * and where those say nothing from the margin alone, turned on its side where an imprinter prints along it. Margins are
 * those of the page as it was scanned, however it was turned to be read.
 */
export async function numberOnPage(page: SourcePage, codes: readonly string[], read: ReadSoFar, patterns: readonly EndorsementSetting[], reader: NumberReader, signal: AbortSignal): Promise<NumberOnPage | undefined> {
  for (const text of codes) {
    const found = numberInCode(text, patterns);
    if (found) return found;
  }
  const declared = margins.filter((margin) => patterns.some(({ enabled, places }) => enabled && places.includes(margin)));
  if (read.rotation === 0) {
    const found = best(declared.map((margin) => numberInMargin(margin, wordsIn(margin, read.words), patterns)));
    if (found) return found;
  }
  if (!declared.length) return undefined;
  try {
    const gray = await toGray(fromRaw(page.image));
    for (const margin of declared) {
      const found = await inStrip(gray, page.dpi, margin, patterns, reader, signal);
      if (found) return found;
    }
  } catch (error) {
    if (!(error instanceof OcrTimeout)) throw error;
  }
  return undefined;
}

/** Nothing but the number is on the page: without it the sheet is blank. */
export async function blankButForNumber(page: SourcePage, { words, blank }: ReadSoFar, { number, place }: NumberOnPage): Promise<boolean> {
  const told = words.map(({ text }) => text).join('').replace(/\s/g, '').toUpperCase();
  if (blank || place === 'code' || !(told === '' || told === number)) return blank;
  const gray = await toGray(fromRaw(page.image));
  const { left, top, width, height } = stripOf(gray, place);
  const bare = Buffer.from(gray.data);
  for (let y = top; y < top + height; y++) bare.fill(255, y * gray.width + left, y * gray.width + left + width);
  const image = { ...gray, data: bare };
  return isBlank(image, inkMask(image));
}

const best = (found: readonly (NumberOnPage | undefined)[]): NumberOnPage | undefined => found.filter((each) => each !== undefined).sort((a, b) => b.confidence - a.confidence)[0];

/** Print along a side is read from below or from above; along top or bottom also on its head, as the sheet was fed. */
async function inStrip(gray: GrayImage, dpi: number, margin: Margin, patterns: readonly EndorsementSetting[], { engine, language, folder }: NumberReader, signal: AbortSignal): Promise<NumberOnPage | undefined> {
  const strip = await toGray(pipeline(gray).extract(stripOf(gray, margin)).extend({ top: border, bottom: border, left: border, right: border, background: 'white' }));
  if (isBlank(strip, inkMask(strip))) return undefined;
  for (const turn of margin === 'left' || margin === 'right' ? ([90, 270] as const) : ([0, 180] as const)) {
    const turned = turn === 0 ? strip : await toGray(pipeline(strip).rotate(turn));
    const read = await engine.recognise({ pgm: toPgm(turned), dpi: Math.round(dpi), language, folder }, signal);
    const found = numberInMargin(margin, placed(read, turned), patterns);
    if (found) return found;
  }
  return undefined;
}

function stripOf({ width, height }: GrayImage, margin: Margin): { left: number; top: number; width: number; height: number } {
  const across = margin === 'left' || margin === 'right';
  const depth = Math.max(1, Math.round((across ? width : height) * marginDepth[margin]));
  return { left: margin === 'right' ? width - depth : 0, top: margin === 'bottom' ? height - depth : 0, width: across ? depth : width, height: across ? height : depth };
}

const placed = ({ words }: OcrText, { width, height }: GrayImage): WordOnPage[] =>
  words.map(({ text, confidence, left, top, width: wide, height: high }) => ({ text, confidence, box: { left: left / width, top: top / height, width: wide / width, height: high / height } }));
