import { addDays, isDay } from '../calendar/day.js';
import type { Proposal, Proposals } from './classify.js';
import { skeleton } from './ocr-text.js';

const months = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'].map(skeleton);
const wordDate = /(?<![\p{L}\d])([\dlIoO|](?: ?[\dlIoO])?) ?(?:er|ER)?[\s./-]{0,3}(\p{L}{3,10})[\s./:-]{0,3}(?<year>(?:19|2[0oO])[\doO]{2})(?!\d)/gu;
const figureDate = /(?<![\d.])(\d{1,2})[/.-](\d{1,2})[/.-](?<year>\d{4}|\d{2})(?![./-]?\d)/g;

/** The mail room's stamp is in capitals, with nothing but capitals between its word and its date, or has a line of its own. */
const stampBefore = [/\b(?:RECU|ARRIVEE?)\b[^a-z\d]{0,60}$/, /(?:^|\n)\W*(?:recu|arrivee?|courrier (?:recu|arrive))\s*(?:le)?\W{0,6}$/i];
const stampAfter = /^\W{0,6}(?:COURRIER )?(?:RECU|ARRIVEE?)\b(?!\W*(?:LE\b|\d))/;
/** Where the stamp stands beside the address, lines of both alternate; its date is in capitals too. */
const stampAbove = /\b(?:RECU|ARRIVEE?)\b.{0,60}(?:\n| {3,})\W*(?:LE\W+)?$/s;
const birth = /\b(?:nee?|naissance)\W*(?:le)?\W*$/i;
const cellStart = "(?:^|\\n| {3,})(?:Fait )?(?:[aA] )?";
const townWord = "(?:\\p{Lu}[\\p{L}'-]*|aux?|les?|la|en|sur|sous|de|du|des)";
/** "Brévelles, le 3 mars 2026", "Fait à Brévelles le …", or "Le 3 mars 2026" on a line of its own. */
const placeBefore = [new RegExp(`${cellStart}\\p{Lu}[\\p{L}'-]*(?: ${townWord}){0,3}(?:,| le| +le,) *(?:le)? *$`, 'u'), /(?:^|\n| {3,})\W*(?:date\W+|le +)$/i];

interface DateFound {
  readonly day: string;
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

/** The stamp's date of arrival ("REÇU LE …") and the date of the letter (where letters bear it, else the first believable one). */
export function readDates(text: string, today: string): Pick<Proposals, 'documentDate' | 'receivedAt'> {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, "'");
  const found = datesIn(plain).filter(({ day }) => day <= today && day > addDays(today, -3660));
  const stamp = found.find(isStamped) ?? (found.length > 1 ? found.find(inCapitals) : undefined);
  const letters = found.filter((date) => date !== stamp && !birth.test(date.before) && (!stamp || date.day <= stamp.day));
  const placed = letters.find(({ before }) => placeBefore.some((place) => place.test(before)));
  const written = placed ?? letters[0];
  return {
    documentDate: written && proposal(written, placed ? 0.85 : 0.6),
    receivedAt: stamp ? proposal(stamp, isStamped(stamp) ? 0.8 : 0.6) : slantedStamp(plain, written?.day, today),
  };
}

/** A stamp set askew loses its year to another line, and the end of its month too: it's the year that puts the arrival within a year after the letter, and the one month that begins so. */
function slantedStamp(plain: string, written: string | undefined, today: string): Proposal | undefined {
  const match = /\b(?:RECU|ARRIVEE?) LE ([\dlIO]{1,2})[ .]{0,2}([A-Z]{1,9})\b/.exec(plain);
  const month = monthOf(match?.[2] ?? '');
  if (!match || !written || !month) return undefined;
  const year = Number(written.slice(0, 4));
  const days = [year, year + 1].map((each) => `${each}-${String(month).padStart(2, '0')}-${digits(match[1] ?? '').padStart(2, '0')}`);
  const day = days.find((each) => isDay(each) && each >= written && each <= today);
  return day ? { value: day, confidence: (match[2] ?? '').length < 3 ? 0.5 : 0.6, because: match[0] } : undefined;
}

/** A date all in capitals that begins its line is a stamp's, where the letter bears another. */
const inCapitals = ({ text, before }: DateFound): boolean => /[A-Z]{3}/.test(text) && !/[a-z]/.test(text) && /(?:\n| {3,})\W*LE $/.test(before);

function isStamped({ text, before, after }: DateFound): boolean {
  return stampBefore.some((word) => word.test(before)) || stampAfter.test(after) || (!/[a-z]/.test(text) && stampAbove.test(before));
}

function datesIn(plain: string): DateFound[] {
  const found: (DateFound & { index: number })[] = [];
  for (const match of plain.matchAll(wordDate)) add(match, monthOf(match[2] ?? ''));
  for (const match of plain.matchAll(figureDate)) add(match, Number(match[2]));
  return found.sort((a, b) => a.index - b.index);

  function add(match: RegExpExecArray, month: number): void {
    const year = digits(match.groups?.year ?? '');
    const day = `${year.length === 2 ? `20${year}` : year}-${String(month).padStart(2, '0')}-${digits(match[1] ?? '').padStart(2, '0')}`;
    const end = match.index + match[0].length;
    if (isDay(day)) found.push({ day, text: match[0], before: plain.slice(Math.max(0, match.index - 80), match.index), after: plain.slice(end, end + 30), index: match.index });
  }
}

/** 1 to 12, or 0 when `word` is no month nor the beginning of just one. */
function monthOf(word: string): number {
  const looks = skeleton(word);
  const fitting = months.filter((month) => month.startsWith(looks));
  return fitting.length === 1 ? months.indexOf(fitting[0] ?? '') + 1 : 0;
}

/** Figures as they were meant: recognition reads "1O" for 10 and "l2" for 12. */
const digits = (text: string): string => text.replace(/\s/g, '').replace(/[lI|]/g, '1').replace(/[oO]/g, '0');

const proposal = (found: DateFound, confidence: number): Proposal => ({ value: found.day, confidence, because: found.text });
