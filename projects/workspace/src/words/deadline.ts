import type { Deadline } from '../api/types.js';
import { fullDay, isTomorrow, shortDay } from './days.js';

/** A sentence of the translation files, and how it should strike the eye (never by colour alone: the words say it too). */
export interface DeadlineWords {
  readonly key: string;
  readonly params: { readonly [name: string]: string | number };
  readonly tone: 'late' | 'soon' | 'calm';
}

/** Days left from which a deadline is said to be near. */
const soonFrom = 3;

/** Time in words: "en retard de 2 jours", "à rendre aujourd'hui", "avant vendredi 28 nov.". */
export function deadlineWords(deadline: Deadline, today: string, lang: string): DeadlineWords {
  const { dueDate, workingDaysLeft } = deadline;
  const params = { day: shortDay(dueDate, lang, today), exact: fullDay(dueDate, lang) };
  if (dueDate < today) {
    const count = Math.max(1, -workingDaysLeft);
    return { key: `DEADLINE.LATE.${plural(count, lang)}`, params: { ...params, count }, tone: 'late' };
  }
  if (dueDate === today) return { key: 'DEADLINE.TODAY', params, tone: 'soon' };
  const tone = workingDaysLeft <= soonFrom ? 'soon' : 'calm';
  return { key: isTomorrow(dueDate, today) ? 'DEADLINE.TOMORROW' : 'DEADLINE.BEFORE', params, tone };
}

/** The plural form of the language as a key: French counts 0 and 1 alike, English doesn't. */
export const plural = (count: number, lang: string): 'ONE' | 'OTHER' => (new Intl.PluralRules(lang).select(count) === 'one' ? 'ONE' : 'OTHER');
