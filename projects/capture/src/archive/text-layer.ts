import { ADVANCE } from './glyphless-font.js';
import { real, reals } from './pdf-writer.js';

/** A word and its place, from the top left of the image that was read. */
export interface PlacedWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What is laid over a page without being seen: its lines in reading order. */
export interface InvisibleText {
  readonly lines: readonly (readonly PlacedWord[])[];
  /** Size of the levelled image that the words were read from; of what {@link PlacedWord} counts in. */
  readonly width: number;
  readonly height: number;
  /** Size of the upright image before it was levelled, in the same units. */
  readonly uprightWidth: number;
  readonly uprightHeight: number;
  /** Clockwise turn in degrees that levelled it. */
  readonly angle: number;
}

export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** A rectangle in a page's own coordinates. */
export interface PageBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Name of the font in the resources of a page that has invisible text. */
export const TEXT_FONT = 'BannetteText';
const INVISIBLE = 3;

/** The operators that lay text over a page which is shown turned clockwise by `turn`. */
export function layText(text: InvisibleText, box: PageBox, turn: number): string {
  const seen = turn % 180 === 0 ? box : { width: box.height, height: box.width };
  const lines = text.lines.map((line) => lineOperators(line, text.height)).filter(Boolean);
  if (!lines.length) return '';
  return `q ${reals(uprightToPage(box, turn))} cm ${reals(readToUpright(text, seen))} cm BT ${INVISIBLE} Tr\n${lines.join('\n')}\nET Q\n`;
}

/** Words of a line stand on one straight line through their feet, and are stretched to their widths. */
function lineOperators(words: readonly PlacedWord[], height: number): string {
  const shown = words.filter((word) => word.width > 0 && word.height > 0 && word.text);
  if (!shown.length) return '';
  const size = Math.max(...shown.map((word) => word.height));
  const foot = footLine(shown);
  const operators = shown.map((word) => {
    const codes = Buffer.from(word.text, 'utf16le').swap16();
    const stretch = (word.width * 100 * 1000) / ((codes.length / 2) * ADVANCE * size);
    return `${real(stretch)} Tz 1 0 0 1 ${real(word.left)} ${real(height - foot(word))} Tm <${codes.toString('hex')}0020> Tj`;
  });
  return `/${TEXT_FONT} ${real(size)} Tf ${operators.join('\n')}`;
}

/** Least squares through the words' feet: letters below the line would else lift and lower their words. */
function footLine(words: readonly PlacedWord[]): (word: PlacedWord) => number {
  const points = words.map(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height }));
  const mean = (of: (point: { x: number; y: number }) => number): number => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const spread = mean((point) => (point.x - x) ** 2);
  const slope = spread > 0 ? mean((point) => (point.x - x) * (point.y - y)) / spread : 0;
  return ({ left, width }) => y + slope * (left + width / 2 - x);
}

/** From the page as seen (origin bottom left) to the page's own coordinates, for a page shown turned clockwise. */
export function uprightToPage({ x, y, width, height }: PageBox, turn: number): Matrix {
  if (turn === 90) return [0, 1, -1, 0, x + width, y];
  if (turn === 180) return [-1, 0, 0, -1, x + width, y + height];
  if (turn === 270) return [0, -1, 1, 0, x, y + height];
  return [1, 0, 0, 1, x, y];
}

/** From the levelled image that was read to the page as seen: turned back about the centre, and fitted. */
export function readToUpright(read: Omit<InvisibleText, 'lines'>, seen: { readonly width: number; readonly height: number }): Matrix {
  const scaleX = seen.width / read.uprightWidth;
  const scaleY = seen.height / read.uprightHeight;
  const radians = (read.angle * Math.PI) / 180;
  const [a, b, c, d] = [scaleX * Math.cos(radians), scaleY * Math.sin(radians), -scaleX * Math.sin(radians), scaleY * Math.cos(radians)];
  const centre = { x: read.width / 2, y: read.height / 2 };
  return [a, b, c, d, seen.width / 2 - a * centre.x - c * centre.y, seen.height / 2 - b * centre.x - d * centre.y];
}
