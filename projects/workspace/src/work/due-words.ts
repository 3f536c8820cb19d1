import type { Words } from '../words/words.js';

/** How long until a due day, and how grave it is. */
export function dueWords(words: Words, dueOn: string, workingDaysLeft: number | undefined): { readonly text: string; readonly tone: string } {
  const { text, tone } = words.deadline({ dueDate: dueOn, workingDaysLeft: workingDaysLeft ?? 0 });
  return { text, tone };
}
