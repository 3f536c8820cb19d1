import { addDays, isDay } from '../calendar/working-days.js';
import { fold } from '../routing/text.js';
import type { Proposal, Proposals } from './classify.js';

const months = ['janvier', 'fevrier', 'mars', 'avril', 'mai', 'juin', 'juillet', 'aout', 'septembre', 'octobre', 'novembre', 'decembre'];
const monthPattern = '(janv(?:ier)?|fevr?(?:ier)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?)';
const wordDate = new RegExp(`(\\d{1,2})(?:er)?[ .]{0,3}${monthPattern}[ .]{0,3}(\\d{4})`, 'g');
const figureDate = /(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/g;
const stampBefore = /(re[cç]u|arrive|arrivee|courrier recu)\s*(le)?\W{0,6}$/;

interface DateFound {
  readonly day: string;
  readonly text: string;
  readonly before: string;
}

/** The stamp's date of arrival ("REÇU LE …") and the date of the letter (the first other one that is believable). */
export function readDates(text: string, today: string): Pick<Proposals, 'documentDate' | 'receivedAt'> {
  const found = datesIn(fold(text)).filter(({ day }) => day <= today && day > addDays(today, -3660));
  const stamp = found.find(({ before }) => stampBefore.test(before));
  const letters = found.filter((date) => date !== stamp && !/\b(nee?|naissance)\W*(le)?\W*$/.test(date.before));
  const placed = letters.find(({ before }) => /[a-z-]+,? (le )?$/.test(before) && / le $/.test(before)) ?? letters[0];
  return { documentDate: placed && proposal(placed, / le $/.test(placed.before) ? 0.85 : 0.6), receivedAt: stamp && proposal(stamp, 0.8) };
}

function datesIn(folded: string): DateFound[] {
  const found: (DateFound & { index: number })[] = [];
  for (const match of folded.matchAll(wordDate)) add(match, months.findIndex((month) => month.startsWith((match[2] ?? '').slice(0, 4))) + 1);
  for (const match of folded.matchAll(figureDate)) add(match, Number(match[2]));
  return found.sort((a, b) => a.index - b.index);

  function add(match: RegExpExecArray, month: number): void {
    const day = `${match[3]}-${String(month).padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}`;
    if (isDay(day)) found.push({ day, text: match[0], before: folded.slice(Math.max(0, match.index - 30), match.index), index: match.index });
  }
}

const proposal = (found: DateFound, confidence: number): Proposal => ({ value: found.day, confidence, because: found.text });
