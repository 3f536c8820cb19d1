import { languageOf, smallWords, type KnownLanguage } from './language.js';

/** A word as the recogniser gave it; confidence 0–100. */
export interface RecognisedWord {
  readonly text: string;
  readonly confidence: number;
}

/** Why a page is not to be trusted as it was read. */
export const doubtCodes = ['uncertain', 'noWords', 'noSentences', 'tookTooLong', 'pageDamaged'] as const;
export type DoubtCode = (typeof doubtCodes)[number];

export interface Legibility {
  /** 0–100: what the recogniser thinks of itself, lowered by what doesn't look like words. */
  readonly confidence: number;
  /** The language that its small words speak for. */
  readonly language?: KnownLanguage;
  readonly doubts: readonly DoubtCode[];
}

/** Below this a page is looked at by a person. */
const DOUBTFUL = 60;
const POOR_WORDS = 0.7;
/** With as many words a text without small words is no text; lists and forms have some. */
const ENOUGH_WORDS = 60;
const FEWEST_SMALL_WORDS = 0.06;

/**
 * What a page's reading is worth. A recogniser is as sure of speckles as of letters, so its word is not enough: letters must
 * stand in what looks like words, and long texts have the small words of some language.
 */
export function legibilityOf(words: readonly RecognisedWord[]): Legibility {
  const visible = words.map(({ text, confidence }) => ({ text, confidence, weight: [...text].length }));
  const letters = visible.reduce((sum, { weight }) => sum + weight, 0);
  if (letters === 0) return { confidence: 0, doubts: [] };
  const own = visible.reduce((sum, { confidence, weight }) => sum + confidence * weight, 0) / letters;
  const sound = visible.reduce((sum, { text, weight }) => sum + (looksLikeWord(text) ? weight : 0), 0) / letters;
  const text = words.map((word) => word.text).join(' ');
  const written = visible.filter((word) => /\p{L}{2}/u.test(word.text)).length;
  const small = Math.max(0, ...smallWords(text).values());
  const speechless = written >= ENOUGH_WORDS && small < written * FEWEST_SMALL_WORDS;
  const confidence = Math.round(own * Math.min(1, sound / 0.95) * (speechless ? 0.8 : 1));
  const doubts: DoubtCode[] = [];
  if (confidence < DOUBTFUL && own < DOUBTFUL) doubts.push('uncertain');
  if (sound < POOR_WORDS) doubts.push('noWords');
  if (speechless) doubts.push('noSentences');
  if (confidence < DOUBTFUL && doubts.length === 0) doubts.push('uncertain');
  return { confidence, language: languageOf(text), doubts };
}

const VOWEL = /[aeiouyàâäéèêëîïôöùûüæœ]/i;
const FRENCH_SINGLE = /^[aàâyôonmcdjlst]$/i;

/** A word of letters, an amount, a day, a reference, an address on the web; not what speckles and frames are taken for. */
export function looksLikeWord(token: string): boolean {
  const bare = token.replace(/^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu, '');
  if (!bare) return /^[-–—:;,.!?«»"'()/&€%+=*•°]$/u.test(token);
  if (/^[\d\s.,:/\-–€%°]+$/u.test(bare)) return true;
  const isReference = /^(?=.*\d)[\p{L}\p{N}._/\-–°]+$/u.test(bare);
  if (isReference) return /\d{2}|^\d?\p{L}{1,4}\.?$|^\p{L}{1,4}\d$/u.test(bare);
  if (/[@]|www\.|\.\p{L}{2,3}$/u.test(bare)) return true;
  return bare.split(/['’\-–./,:]/u).every((part) => part === '' || isWord(part));
}

function isWord(part: string): boolean {
  if (!/^\p{L}+$/u.test(part)) return false;
  if (part.length === 1) return FRENCH_SINGLE.test(part) || /^\p{Lu}$/u.test(part);
  const isCased = part === part.toLowerCase() || part === part.toUpperCase() || /^\p{Lu}\p{Ll}+(\p{Lu}\p{Ll}+)?$/u.test(part);
  if (!isCased) return false;
  if (part === part.toUpperCase()) return part.length <= 5 || VOWEL.test(part);
  return VOWEL.test(part) ? !/[bcdfghjklmnpqrstvwxz]{6}|(.)\1\1/i.test(part) : /^(mr|mrs|mm|st|ste|dr|bd|ch|cf|kg|km|cm|mm|tel|nb|rdv|pj|sncf|svp|st[rn]?|th|ltd|ms)$/i.test(part);
}
