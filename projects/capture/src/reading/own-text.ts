import type { InvisibleText } from '../archive/text-layer.js';
import type { TextLayer } from './pdf-text.js';
import type { Word } from './reading.js';

/** Fine enough a unit for places that are told in fractions of the page. */
const UNITS = 10_000;

/** A page's own text as it is laid over a drawing of that page: words in their order, a line as long as they stand side by side. */
export function linesOfText({ words }: TextLayer): InvisibleText | undefined {
  const lines: Word[][] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const before = line?.at(-1);
    if (line && before && continues(before, word)) line.push(word);
    else lines.push([word]);
  }
  if (!lines.length) return undefined;
  const placed = lines.map((line) => line.map(({ text, box }) => ({ text, left: box.left * UNITS, top: box.top * UNITS, width: box.width * UNITS, height: box.height * UNITS })));
  return { lines: placed, width: UNITS, height: UNITS, uprightWidth: UNITS, uprightHeight: UNITS, angle: 0 };
}

function continues(before: Word, word: Word): boolean {
  const middle = word.box.top + word.box.height / 2;
  return middle > before.box.top && middle < before.box.top + before.box.height && word.box.left > before.box.left;
}
