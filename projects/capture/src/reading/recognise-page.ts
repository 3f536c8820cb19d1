import { languageOf, legibilityOf, type DoubtCode } from '@bannette/domain';
import type { InvisibleText } from '../archive/text-layer.js';
import { evenlyLit, fromRaw, makeReadable, type ReadablePage } from './page-image.js';
import { pipeline, toGray, toPgm, type GrayImage } from './gray-image.js';
import { meanConfidence, OcrTimeout, type OcrEngine, type OcrText, type OcrWord } from './ocr.js';
import type { SourcePage } from './page-source.js';
import type { Box, Rotation, Word } from './reading.js';

export interface RecognisedPage {
  readonly rotation: Rotation;
  readonly blank: boolean;
  readonly text: string;
  readonly words: readonly Word[];
  readonly layer?: InvisibleText;
  readonly timedOut: boolean;
  /** Clockwise turn in degrees, beyond `rotation`, that levelled its lines before they were read. */
  readonly skew: number;
  readonly confidence: number;
  readonly doubts: readonly DoubtCode[];
  /** Language that its words speak for. */
  readonly language?: string;
  /** Language that it was read in. */
  readonly readIn?: string;
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
  /** What a page is read in first. */
  readonly language: string;
  /** Others that a page is read in where its words speak for them. */
  readonly others?: readonly string[];
  /** The scan is dark, pale or unevenly lit: it is made even before it is read. */
  readonly uneven?: boolean;
  /** Where the engine may put files for a moment: a letter's text stays within its own folder. */
  readonly folder: string;
}

/** Reads one page: upright, levelled, cleaned, in its language; other ways up are tried only when it reads poorly. */
export async function recognisePage(page: SourcePage, { engine, language, others = [], uneven, folder }: Recogniser, signal: AbortSignal): Promise<RecognisedPage> {
  const received = await toGray(fromRaw(page.image));
  const gray = uneven ? await evenlyLit(received) : received;
  const reader = (readIn: string): WayReader => ({
    language: readIn,
    read: (image, dpi) => engine.recognise({ pgm: toPgm(image), dpi: Math.round(dpi), language: readIn, folder }, signal),
  });
  let best: WayUp | undefined;
  try {
    best = await readTurned(gray, page.dpi, 0, reader(language));
    if (!best) return { ...NOTHING, blank: true };
    const rotation = await uprightRotation(gray, page.dpi, best.read.words, reader(language));
    best = (rotation === 0 ? undefined : await readTurned(gray, page.dpi, rotation, reader(language))) ?? best;
    const spoken = languageOf(best.read.text);
    if (spoken && spoken !== language && others.includes(spoken)) best = await readAgain(best, page.dpi, reader(spoken));
    return recognised(best);
  } catch (error) {
    if (!(error instanceof OcrTimeout)) throw error;
    return { ...(best ? recognised(best) : NOTHING), timedOut: true };
  }
}

/** What {@link recognisePage} answers for a page that says nothing. */
export const NOTHING: RecognisedPage = { rotation: 0, blank: false, text: '', words: [], timedOut: false, skew: 0, confidence: 0, doubts: [] };

interface WayReader {
  readonly language: string;
  read(image: GrayImage, dpi: number): Promise<OcrText>;
}

/** A page read one way up. */
interface WayUp {
  readonly rotation: Rotation;
  readonly turned: GrayImage;
  readonly page: ReadablePage;
  readonly read: OcrText;
  readonly readIn: string;
}

/** Undefined when there is nothing to read. */
async function readTurned(gray: GrayImage, dpi: number, rotation: Rotation, reader: WayReader): Promise<WayUp | undefined> {
  const turned = rotation === 0 ? gray : await toGray(pipeline(gray).rotate(rotation));
  const page = await makeReadable(turned, dpi);
  return page.blank ? undefined : { rotation, turned, page, read: await reader.read(page.image, dpi), readIn: reader.language };
}

/** In another language; what reads worse is not believed. */
async function readAgain(before: WayUp, dpi: number, reader: WayReader): Promise<WayUp> {
  const read = await reader.read(before.page.image, dpi);
  return legibilityOf(read.words).confidence < legibilityOf(before.read.words).confidence ? before : { ...before, read, readIn: reader.language };
}

async function uprightRotation(gray: GrayImage, dpi: number, words: readonly OcrWord[], reader: WayReader): Promise<Rotation> {
  if (meanConfidence(words) >= POOR_CONFIDENCE) return runsDown(words) ? 270 : 0;
  const trialDpi = Math.min(dpi, TRIAL_DPI);
  const small = await toGray(pipeline(gray).resize({ width: Math.max(1, Math.round((gray.width * trialDpi) / dpi)) }));
  const enough = Math.max(FEWEST_LETTERS, CLEARLY_BETTER * credibility(words));
  for (const rotation of [180, 90, 270] as const) {
    const trial = await readTurned(small, trialDpi, rotation, reader);
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

function recognised({ rotation, turned, page, read, readIn }: WayUp): RecognisedPage {
  const place = boxPlacer(turned, page);
  const words = read.words.map((word) => ({ text: word.text, confidence: word.confidence, box: place(word) }));
  const { width, height } = page.image;
  const layer = words.length ? { lines: linesOf(read.words), width, height, uprightWidth: turned.width, uprightHeight: turned.height, angle: page.angle } : undefined;
  return { ...NOTHING, ...legibilityOf(read.words), rotation, text: read.text.trim(), words, layer, skew: page.angle, readIn };
}

function linesOf(words: readonly OcrWord[]): (readonly OcrWord[])[] {
  const lines = new Map<string, OcrWord[]>();
  for (const word of words) {
    const line = lines.get(word.line);
    if (line) line.push(word);
    else lines.set(word.line, [word]);
  }
  return [...lines.values()];
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
