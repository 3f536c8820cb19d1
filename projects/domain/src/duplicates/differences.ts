import { fold } from '../routing/text.js';
import type { TextDifference } from './because.js';
import { unconfused } from './print.js';

/** Words of a text that are compared; later pages of long letters are not. */
const mostWords = 2_000;

/** A stretch of one text beside that of the other in the same place. */
export interface Stretch {
  readonly one: string;
  readonly other: string;
  /** `same`, read differently (`noise`), only in one of them (`only`), or another fact (`telling`). */
  readonly kind: 'same' | 'noise' | 'only' | 'telling';
}

interface Word {
  readonly written: string;
  readonly key: string;
}

/** Two texts word beside word, and where they say different things. */
export function stretchesOf(one: string, other: string): readonly Stretch[] {
  const [a, b] = [wordsIn(one), wordsIn(other)];
  const stretches: Stretch[] = [];
  const add = (left: readonly Word[], right: readonly Word[], same: boolean): void => {
    if (!left.length && !right.length) return;
    const [written, beside] = [joined(left), joined(right)];
    stretches.push({ one: written, other: beside, kind: same ? 'same' : kindOf(left, right) });
  };
  let [i, j] = [0, 0];
  for (const [from, to, length] of common(a, b)) {
    add(a.slice(i, from), b.slice(j, to), false);
    add(a.slice(from, from + length), b.slice(to, to + length), true);
    [i, j] = [from + length, to + length];
  }
  add(a.slice(i), b.slice(j), false);
  return stretches;
}

/** What two texts say differently: other names, days, numbers; not what was only read differently. */
export function tellingDifferences(one: string, other: string): readonly TextDifference[] {
  return stretchesOf(one, other).flatMap((stretch) => (stretch.kind === 'telling' ? [{ one: stretch.one, other: stretch.other }] : []));
}

const wordsIn = (text: string): readonly Word[] =>
  text
    .split(/\s+/)
    .map((written) => ({ written, key: unconfused(written).replace(/[^a-z0-9]/g, '') }))
    .filter(({ key }) => key)
    .slice(0, mostWords);
const joined = (words: readonly Word[]): string => words.map(({ written }) => written).join(' ');

function kindOf(left: readonly Word[], right: readonly Word[]): Stretch['kind'] {
  if (!left.length || !right.length) return [...left, ...right].some(({ key }) => key.length > 2) ? 'only' : 'noise';
  const [one, other] = [left.map(({ key }) => key).join(''), right.map(({ key }) => key).join('')];
  if (one === other) return 'noise';
  const numbers = [digitsOf(left), digitsOf(right)] as const;
  if (numbers[0] && numbers[1] && numbers[0] !== numbers[1] && !misread(numbers[0], numbers[1])) return 'telling';
  if (likeness(one, other) >= 0.5) return 'noise';
  // What a reader of images made of a spot or a crease is no word: only where both sides are, something else is said.
  return left.some(isWord) && right.some(isWord) ? 'telling' : 'noise';
}

const isWord = ({ written }: Word): boolean => /^[a-z]{3,}$/.test(fold(written).replace(/^\W+|\W+$/g, '')) || /^\d{2,}$/.test(written.replace(/[.,/-]/g, ''));

/** Digits of words that are numbers but for one letter in three, as misread ones are. */
function digitsOf(words: readonly Word[]): string {
  return words
    .map(({ written }) => written.replace(/[^A-Za-z0-9]/g, ''))
    .filter((word) => word.replace(/\D/g, '').length * 3 >= word.length * 2)
    .map((word) => word.replace(/[oO]/g, '0').replace(/[lI]/g, '1').replace(/S/g, '5').replace(/B/g, '8').replace(/\D/g, ''))
    .join('');
}

const alikeDigits: readonly string[] = ['08', '06', '38', '56', '17', '68', '58', '49'];
/** Whether one digit of a long number was taken for another that looks like it, or was not seen. */
function misread(one: string, other: string): boolean {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  if (longer.length === shorter.length + 1) return longer.length >= 4 && [...longer].some((_, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter);
  if (one.length !== other.length || one.length < 6) return false;
  const wrong = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [[digit, other[at]].sort().join('')]));
  return wrong.length === 1 && alikeDigits.includes(wrong[0] ?? '');
}

/** 1 for equal words, 0 where every letter differs (Levenshtein's distance against the longer one). */
function likeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  if (longer > 200) return one === other ? 1 : 0;
  let above = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) row[j] = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1));
    above = row;
  }
  return 1 - (above[other.length] ?? 0) / longer;
}

/** Stretches of equal words, in order: where they begin in either, and how long they are; the longest in all. */
function common(a: readonly Word[], b: readonly Word[]): readonly (readonly [number, number, number])[] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) table[i * width + j] = a[i]?.key === b[j]?.key ? (table[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(table[(i + 1) * width + j] ?? 0, table[i * width + j + 1] ?? 0);
  const found: [number, number, number][] = [];
  for (let [i, j] = [0, 0]; i < a.length && j < b.length; ) {
    if (a[i]?.key === b[j]?.key) {
      const last = found.at(-1);
      if (last && last[0] + last[2] === i && last[1] + last[2] === j) last[2]++;
      else found.push([i, j, 1]);
      i++;
      j++;
    } else if ((table[(i + 1) * width + j] ?? 0) >= (table[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return found;
}
