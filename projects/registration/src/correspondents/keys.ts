import { wordsOf } from '@bannette/domain';
import fonem from 'talisman/phonetics/french/fonem.js';
import sonnex from 'talisman/phonetics/french/sonnex.js';

/** How a French ear hears a word, by two schools: one joins Lefebvre and Lefèvre, the other Besnard and Bénard. */
export function soundsOf(word: string): readonly string[] {
  if (!/^[a-z]{2,}$/.test(word)) return [];
  // What is typed has no accents: é and e are one.
  return [`~${sonnex(word).replace(/E/g, 'e')}`, `^${fonem(word)}`];
}

/** What a correspondent is found by: words of its names as they are, how they begin, and how they sound. */
export function keysOf(texts: readonly string[]): readonly string[] {
  const words = [...new Set(texts.flatMap((text) => wordsOf(text)))].map((word) => word.slice(0, 60));
  return [...new Set(words.flatMap((word) => [word, ...beginningsOf(word), ...soundsOf(word)]))];
}

/** Beginnings of so many letters are keys of their own: a prefix would join thousands of keys at every letter that is typed. */
const shortest = 2;
const longest = 6;
const beginningsOf = (word: string): string[] => Array.from({ length: Math.max(0, Math.min(longest, word.length) - shortest + 1) }, (_, at) => `<${word.slice(0, shortest + at)}`);

const begun = (word: string): string => quoted(`<${word.slice(0, longest)}`);

/** A question to the keys, and the words that no key answers whole: a name has to have ones that begin so. */
export interface Typed {
  readonly query: string;
  readonly begin: readonly string[];
}

/** Every typed word begins one of the name's. */
export function begunBy(words: readonly string[]): Typed | undefined {
  const keyed = words.filter((word) => word.length >= shortest);
  return keyed.length ? { query: keyed.map(begun).join(' & '), begin: words.filter((word) => word.length < shortest || word.length > longest) } : undefined;
}

/**
 * Every typed word of three letters or more is one of the name's, or sounds like one; shorter ones begin one.
 *
 * @param unfinished the last word is only begun: sounds say nothing of it yet
 */
export function soundingLike(words: readonly string[], unfinished: boolean): Typed | undefined {
  const whole = (word: string, at: number): boolean => word.length > 2 && !(unfinished && at === words.length - 1);
  if (!words.some(whole)) return undefined;
  const query = words.flatMap((word, at) => (whole(word, at) ? [`(${[word, ...soundsOf(word)].map(quoted).join(' | ')})`] : word.length >= shortest ? [begun(word)] : []));
  return { query: query.join(' & '), begin: words.filter((word, at) => !whole(word, at) && (word.length < shortest || word.length > longest)) };
}

/** Key of those whom everybody may know of: organisations. */
export const knownToAll = '@*';

/** Those whom members of these groups may know of, by a mail that these may read. */
export const knownTo = (groups: readonly string[]): string => `(${[knownToAll, ...groups.map((group) => `@${group}`)].map(quoted).join(' | ')})`;

/** Each typed word, as its beginning or as it sounds; short ones as their beginning only. Undefined when nothing was typed. */
export function keyQuery(typed: string): string | undefined {
  const words = wordsOf(typed).slice(0, 6);
  if (!words.length) return undefined;
  return words.map((word) => `(${[`${quoted(word)}:*`, ...(word.length > 2 ? soundsOf(word).map(quoted) : [])].join(' | ')})`).join(' & ');
}

/** A lexeme of PostgreSQL's tsquery. */
const quoted = (text: string): string => `'${text.replace(/['\\]/g, (sign) => sign + sign)}'`;
