import { fold } from '@bannette/domain';

interface Labelled {
  readonly code: string;
  readonly label: string;
}

/** Types whose label or code holds what was typed, those that begin with it first. */
export function matching<T extends Labelled>(entries: readonly T[], typed: string): readonly T[] {
  const wanted = fold(typed);
  const found = entries.filter(({ code, label }) => fold(label).includes(wanted) || fold(code).includes(wanted));
  return found.sort((a, b) => Number(fold(b.label).startsWith(wanted)) - Number(fold(a.label).startsWith(wanted)));
}

/** The code of what was typed, when it is a label or a code to the letter; else what was typed. */
export function codeOf(entries: readonly Labelled[], typed: string): string {
  return entries.find(({ code, label }) => code === typed || fold(label) === fold(typed))?.code ?? typed;
}
