import { wordsOf } from '@bannette/domain';
import fonem from 'talisman/phonetics/french/fonem.js';
import sonnex from 'talisman/phonetics/french/sonnex.js';

/** How a French ear hears a word, by two schools: one joins Lefebvre and Lefèvre, the other Besnard and Bénard. */
export function soundsOf(word: string): readonly string[] {
  if (!/^[a-z]{2,}$/.test(word)) return [];
  // What is typed has no accents: é and e are one.
  return [`~${sonnex(word).replace(/E/g, 'e')}`, `^${fonem(word)}`];
}

/** What a correspondent is found by: words of its names as they are, and how they sound. */
export function keysOf(texts: readonly string[]): readonly string[] {
  const words = [...new Set(texts.flatMap((text) => wordsOf(text)))].map((word) => word.slice(0, 60));
  return [...new Set(words.flatMap((word) => [word, ...soundsOf(word)]))];
}

/** Each typed word, as its beginning or as it sounds; short ones as their beginning only. Undefined when nothing was typed. */
export function keyQuery(typed: string): string | undefined {
  const words = wordsOf(typed).slice(0, 6);
  if (!words.length) return undefined;
  return words.map((word) => `(${[`${quoted(word)}:*`, ...(word.length > 2 ? soundsOf(word).map(quoted) : [])].join(' | ')})`).join(' & ');
}

/** A lexeme of PostgreSQL's tsquery. */
const quoted = (text: string): string => `'${text.replace(/['\\]/g, (sign) => sign + sign)}'`;
