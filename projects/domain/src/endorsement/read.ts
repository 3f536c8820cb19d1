import type { EndorsementSetting, NumberPlace } from '../settings/endorsement.js';
import { longestNumber, partsOf, type NumberParts } from './pattern.js';

export type Margin = Exclude<NumberPlace, 'code'>;

/** A word on a page; its box in fractions of the page as it was scanned. */
export interface WordOnPage {
  readonly text: string;
  /** 0–100. */
  readonly confidence: number;
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
}

/** A number found on a page. */
export interface NumberOnPage extends NumberParts {
  /** 0–1. */
  readonly confidence: number;
  readonly place: NumberPlace;
  /** Code of the pattern that it fits. */
  readonly pattern: string;
}

/** How much of the page each margin takes: 25 mm of an A4 sheet. */
export const marginDepth: { readonly [margin in Margin]: number } = { top: 25 / 297, bottom: 25 / 297, left: 25 / 210, right: 25 / 210 };

/** Words that the imprinter's line may have been torn into. */
const mostWords = 4;
const codeConfidence = 0.99;
/** A letter read for the figure that it looks like. */
const misread: { readonly [letter: string]: string } = { O: '0', Q: '0', D: '0', I: '1', L: '1', '|': '1', S: '5', B: '8', Z: '2', G: '6' };
const mendedWorth = 0.8;

/** The words whose middle is in the margin. */
export function wordsIn(margin: Margin, words: readonly WordOnPage[]): WordOnPage[] {
  const depth = marginDepth[margin];
  return words.filter(({ box }) => {
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return margin === 'top' ? y <= depth : margin === 'bottom' ? y >= 1 - depth : margin === 'left' ? x <= depth : x >= 1 - depth;
  });
}

/** The number in a code's text. */
export function numberInCode(text: string, patterns: readonly EndorsementSetting[]): NumberOnPage | undefined {
  for (const { code, pattern } of wanted(patterns, 'code')) {
    const parts = partsOf(text, pattern);
    if (parts) return { ...parts, confidence: codeConfidence, place: 'code', pattern: code };
  }
  return undefined;
}

/** The number among the words of a margin, in their reading order; of several the one that was read best. */
export function numberInMargin(margin: Margin, words: readonly WordOnPage[], patterns: readonly EndorsementSetting[]): NumberOnPage | undefined {
  let best: NumberOnPage | undefined;
  for (const { text, confidence } of joined(words))
    for (const { code, pattern } of wanted(patterns, margin)) {
      const mended = text.replace(/[OQDIL|SBZG]/gi, (letter) => misread[letter.toUpperCase()] ?? letter);
      const asRead = partsOf(text, pattern);
      const parts = asRead ?? (mended === text ? undefined : partsOf(mended, pattern));
      const worth = Math.min(0.98, (confidence / 100) * (asRead ? 1 : mendedWorth));
      if (parts && worth > (best?.confidence ?? 0)) best = { ...parts, confidence: Math.round(worth * 100) / 100, place: margin, pattern: code };
    }
  return best;
}

const wanted = (patterns: readonly EndorsementSetting[], place: NumberPlace): EndorsementSetting[] => patterns.filter(({ enabled, places }) => enabled && places.includes(place));

/** Each word, and what up to four words in a row make together. */
function* joined(words: readonly WordOnPage[]): Generator<{ text: string; confidence: number }> {
  for (let from = 0; from < words.length; from++)
    for (let count = 1; count <= mostWords && from + count <= words.length; count++) {
      const row = words.slice(from, from + count);
      const text = row.map((word) => word.text).join('');
      if (text.length > longestNumber) break;
      yield { text, confidence: row.reduce((sum, word) => sum + word.confidence, 0) / count };
    }
}
