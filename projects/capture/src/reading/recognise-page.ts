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
const FEW_WORDS = 4;
/** Resolution at which the four ways up are compared. */
const TRIAL_DPI = 120;
/** Another way up must read this much better to be believed. */
const CLEARLY_BETTER = 1.5;

/** Reads one page: upright, levelled, cleaned; other ways up are tried only when it reads poorly. */
export async function recognisePage(page: SourcePage, engine: OcrEngine, language: string, signal: AbortSignal): Promise<RecognisedPage> {
  const gray = await toGray(fromRaw(page.image));
  const read = (image: ReadablePage): Promise<OcrText> =>
    engine.recognise({ pgm: toPgm(image.image), dpi: Math.round(page.dpi), language, textPdf: true }, signal);
  try {
    const asReceived = await makeReadable(gray, page.dpi);
    if (asReceived.blank) return { rotation: 0, blank: true, text: '', words: [], timedOut: false };
    const first = await read(asReceived);
    const rotation = isPoor(first.words) ? await bestRotation(gray, page.dpi, first.words, engine, language, signal) : 0;
    if (rotation === 0) return recognised(0, gray, asReceived, first, page.dpi);
    const upright = await toGray(pipeline(gray).rotate(rotation));
    const levelled = await makeReadable(upright, page.dpi);
    return recognised(rotation, upright, levelled, await read(levelled), page.dpi);
  } catch (error) {
    if (!(error instanceof OcrTimeout)) throw error;
    return { rotation: 0, blank: false, text: '', words: [], timedOut: true };
  }
}

function isPoor(words: readonly OcrWord[]): boolean {
  return words.length < FEW_WORDS || meanConfidence(words) < POOR_CONFIDENCE;
}

async function bestRotation(
  gray: GrayImage, dpi: number, asReceived: readonly OcrWord[], engine: OcrEngine, language: string, signal: AbortSignal,
): Promise<Rotation> {
  const trialDpi = Math.min(dpi, TRIAL_DPI);
  const small = await toGray(pipeline(gray).resize({ width: Math.max(1, Math.round((gray.width * trialDpi) / dpi)) }));
  let best: { rotation: Rotation; score: number } = { rotation: 0, score: CLEARLY_BETTER * credibility(asReceived) };
  for (const rotation of [90, 270, 180] as const) {
    const turned = await makeReadable(await toGray(pipeline(small).rotate(rotation)), trialDpi);
    const { words } = await engine.recognise({ pgm: toPgm(turned.image), dpi: Math.round(trialDpi), language, textPdf: false }, signal);
    const score = credibility(words);
    if (score > best.score) best = { rotation, score };
  }
  return best.rotation;
}

/** How many letters were read in words that look like words. */
function credibility(words: readonly OcrWord[]): number {
  return words
    .filter(({ text, confidence }) => confidence > POOR_CONFIDENCE && /^\P{L}*\p{L}{3,}\P{L}*$/u.test(text))
    .reduce((sum, { text }) => sum + text.length, 0);
}

function recognised(rotation: Rotation, upright: GrayImage, read: ReadablePage, text: OcrText, dpi: number): RecognisedPage {
  const { width, height } = upright;
  const place = boxPlacer(upright, read);
  const words = text.words.map((word) => ({ text: word.text, confidence: word.confidence, box: place(word) }));
  const layer = text.textPdf && { pdf: text.textPdf, dpi: Math.round(dpi), width, height, angle: read.angle };
  return { rotation, blank: false, text: text.text.trim(), words, layer, timedOut: false };
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
