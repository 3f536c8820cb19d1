import { wordsOf } from '@bannette/domain';
import fonem from 'talisman/phonetics/french/fonem.js';
import sonnex from 'talisman/phonetics/french/sonnex.js';

/** How a French ear hears a word, by two schools: one joins Lefebvre and Lefèvre, the other Besnard and Bénard. */
export function soundsOf(word: string): readonly string[] {
  if (!/^[a-z]{2,}$/.test(word)) return [];
  // What is typed has no accents: é and e are one.
  return [`~${sonnex(word).replace(/E/g, 'e')}`, `^${fonem(word)}`];
}

/** What a correspondent is found by: words of its names as they are, how they sound, and how any two of them begin. */
export function keysOf(texts: readonly string[]): readonly string[] {
  const words = [...new Set(texts.flatMap((text) => wordsOf(text)))].map((word) => word.slice(0, 60));
  return [...new Set([...words.flatMap((word) => [word, ...soundsOf(word)]), ...beginningsOf(words)])];
}

/** Of more words than these the beginnings are not paired. */
const mostPaired = 8;
const pairOf = (a: string, b: string, letters: number): string => `=${[a.slice(0, letters), b.slice(0, letters)].sort().join('.')}`;

/**
 * How any two of the words begin, by two and by three letters. Two short beginnings are on far too many cards each, and on
 * few together: kept as one key, they needn't be joined while somebody types.
 */
function beginningsOf(all: readonly string[]): readonly string[] {
  const words = all.slice(0, mostPaired);
  return words.flatMap((a, at) => words.slice(at + 1).flatMap((b) => [2, 3].flatMap((letters) => (Math.min(a.length, b.length) >= letters ? [pairOf(a, b, letters)] : []))));
}

/** The key of how the two longest of the typed words begin; undefined when there are no two of two letters at least. */
export function pairTyped(words: readonly string[]): string | undefined {
  const [a = '', b = ''] = [...words].sort((one, other) => other.length - one.length);
  return b.length < 2 ? undefined : quoted(pairOf(a, b, b.length < 3 ? 2 : 3));
}

/** Every typed word of three letters or more as it is or sounds; undefined when none is. Sounds say nothing of a word that is not typed to its end. */
export function soundTyped(words: readonly string[]): string | undefined {
  const long = words.filter((word) => word.length > 2);
  return long.length ? long.map((word) => `(${[word, ...soundsOf(word)].map(quoted).join(' | ')})`).join(' & ') : undefined;
}

/** The same, but the last word is only begun and is not asked for. */
export const soundBegun = (words: readonly string[]): string | undefined => soundTyped(words.slice(0, -1));

/** Words that begin so. */
export const beginTyped = (word: string): string => `${quoted(word)}:*`;

/** Each typed word, as its beginning or as it sounds; short ones as their beginning only. Undefined when nothing was typed. */
export function keyQuery(typed: string): string | undefined {
  const words = wordsOf(typed).slice(0, 6);
  if (!words.length) return undefined;
  return words.map((word) => `(${[`${quoted(word)}:*`, ...(word.length > 2 ? soundsOf(word).map(quoted) : [])].join(' | ')})`).join(' & ');
}

/** A lexeme of PostgreSQL's tsquery. */
const quoted = (text: string): string => `'${text.replace(/['\\]/g, (sign) => sign + sign)}'`;
