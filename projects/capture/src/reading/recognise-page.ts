import { fromRaw, makeReadable, type ReadablePage } from './page-image.js';
import { pipeline, toGray, toPgm, type GrayImage } from './gray-image.js';
import { meanConfidence, OcrTimeout, type OcrEngine, type OcrText, type OcrWord } from './ocr.js';
import type { SourcePage } from './page-source.js';
import type { Box, Rotation, Word } from './reading.js';
import type { InvisibleText } from './searchable-pdf.js';

export interface RecognisedPage {
  readonly rotation: Rotation;
  readonly blank: boolean;
  readonly text: string;
  readonly words: readonly Word[];
  readonly layer?: InvisibleText;
  readonly timedOut: boolean;
}

/** Below this a page may lie on its side or on its head; upright French letters read at 85 and more. */
const POOR_CONFIDENCE = 65;
/** Resolution at which the four ways up are compared. */
const TRIAL_DPI = 120;
/** Another way up must read this much better to be believed. */
const CLEARLY_BETTER = 1.5;
const FEWEST_LETTERS = 8;

export interface Recogniser {
  readonly engine: OcrEngine;
  readonly language: string;
  /** Where the engine may put files for a moment: a letter's text stays within its own folder. */
  readonly folder: string;
}

/** Reads one page: upright, levelled, cleaned; other ways up are tried only when it reads poorly. */
export async function recognisePage(page: SourcePage, { engine, language, folder }: Recogniser, signal: AbortSignal): Promise<RecognisedPage> {
  const gray = await toGray(fromRaw(page.image));
  const reader: WayReader = {
    read: (image, dpi, textPdf) => engine.recognise({ pgm: toPgm(image), dpi: Math.round(dpi), language, textPdf, folder }, signal),
  };
  let asReceived: WayUp | undefined;
  try {
    asReceived = await readTurned(gray, page.dpi, 0, reader);
    if (!asReceived) return { ...NOTHING, blank: true };
    const rotation = await uprightRotation(gray, page.dpi, asReceived.read.words, reader);
    const upright = rotation === 0 ? asReceived : await readTurned(gray, page.dpi, rotation, reader);
    return recognised(upright ?? asReceived, page.dpi);
  } catch (error) {
    if (!(error instanceof OcrTimeout)) throw error;
    return { ...(asReceived ? recognised(asReceived, page.dpi) : NOTHING), timedOut: true };
  }
}

/** What {@link recognisePage} answers for a page that says nothing. */
export const NOTHING: RecognisedPage = { rotation: 0, blank: false, text: '', words: [], timedOut: false };

interface WayReader {
  read(image: GrayImage, dpi: number, textPdf: boolean): Promise<OcrText>;
}

/** A page read one way up. */
interface WayUp {
  readonly rotation: Rotation;
  readonly turned: GrayImage;
  readonly page: ReadablePage;
  readonly read: OcrText;
}

/** Undefined when there is nothing to read. */
async function readTurned(gray: GrayImage, dpi: number, rotation: Rotation, reader: WayReader, textPdf = true): Promise<WayUp | undefined> {
  const turned = rotation === 0 ? gray : await toGray(pipeline(gray).rotate(rotation));
  const page = await makeReadable(turned, dpi);
  return page.blank ? undefined : { rotation, turned, page, read: await reader.read(page.image, dpi, textPdf) };
}

async function uprightRotation(gray: GrayImage, dpi: number, words: readonly OcrWord[], reader: WayReader): Promise<Rotation> {
  if (meanConfidence(words) >= POOR_CONFIDENCE) return runsDown(words) ? 270 : 0;
  const trialDpi = Math.min(dpi, TRIAL_DPI);
  const small = await toGray(pipeline(gray).resize({ width: Math.max(1, Math.round((gray.width * trialDpi) / dpi)) }));
  const enough = Math.max(FEWEST_LETTERS, CLEARLY_BETTER * credibility(words));
  for (const rotation of [180, 90, 270] as const) {
    const trial = await readTurned(small, trialDpi, rotation, reader, false);
    if (!trial || credibility(trial.read.words) < enough) continue;
    return runsDown(trial.read.words) ? (((rotation + 270) % 360) as Rotation) : rotation;
  }
  return 0;
}

/** Tesseract also reads lines that run from top to bottom, as on a page turned clockwise; their words are taller than wide. */
function runsDown(words: readonly OcrWord[]): boolean {
  const long = words.filter(({ text }) => text.length >= 4);
  return long.length > 0 && long.filter(({ width, height }) => height > width).length > long.length / 2;
}

/** How many letters were read in words that look like words. */
function credibility(words: readonly OcrWord[]): number {
  return words
    .filter(({ text, confidence }) => confidence > POOR_CONFIDENCE && /^\P{L}*\p{L}{3,}\P{L}*$/u.test(text))
    .reduce((sum, { text }) => sum + text.length, 0);
}

function recognised({ rotation, turned, page, read }: WayUp, dpi: number): RecognisedPage {
  const { width, height } = turned;
  const place = boxPlacer(turned, page);
  const words = read.words.map((word) => ({ text: word.text, confidence: word.confidence, box: place(word) }));
  const layer = words.length > 0 && read.textPdf ? { pdf: read.textPdf, dpi: Math.round(dpi), width, height, angle: page.angle } : undefined;
  return { ...NOTHING, rotation, text: read.text.trim(), words, layer };
}

/** Turns boxes on the levelled image back onto the upright page, as fractions of it. */
function boxPlacer(upright: GrayImage, { image, angle }: ReadablePage): (word: OcrWord) => Box {
  const radians = (-angle * Math.PI) / 180;
  const back = (x: number, y: number): [number, number] => {
    const [dx, dy] = [x - image.width / 2, y - image.height / 2];
    return [
      (dx * Math.cos(radians) - dy * Math.sin(radians)) / upright.width + 0.5,
      (dx * Math.sin(radians) + dy * Math.cos(radians)) / upright.height + 0.5,
    ];
  };
  return ({ left, top, width, height }) => {
    const middle = back(left + width / 2, top + height / 2);
    const size = { width: width / upright.width, height: height / upright.height };
    return { left: clamp(middle[0] - size.width / 2), top: clamp(middle[1] - size.height / 2), ...size };
  };
}

function clamp(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}
