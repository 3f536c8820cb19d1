import { fold, naturesOffered, pathOf, treeOf, type TermNode } from '@bannette/domain';
import type { Settings } from '../api/types.js';

export type Term = Settings['settings']['thesaurus'][number];

const wordsOf = (term: Term): readonly string[] => [term.label, ...(term.altLabels ?? []), ...(term.hiddenLabels ?? [])].map(fold);

/** Natures that hold what was typed in any of their words, those that begin with it first; nothing typed offers all, in the order of the tree. */
export function naturesFor(terms: readonly Term[], typed: string): readonly Term[] {
  const offered = naturesOffered(terms);
  const wanted = fold(typed);
  if (!wanted) return flat(treeOf(terms, 'nature')).map(({ term }) => term).filter((term) => !term.retired);
  const rank = (term: Term): number => (fold(term.label).startsWith(wanted) ? 0 : wordsOf(term).some((words) => words.startsWith(wanted)) ? 1 : 2);
  return offered.filter((term) => wordsOf(term).some((words) => words.includes(wanted))).sort((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label, 'fr'));
}

/** Where a term stands: labels of those above it. */
export const above = (terms: readonly Term[], code: string): string => pathOf(terms, code).slice(0, -1).map(({ label }) => label).join(' › ');

/** The nodes of a tree in reading order. */
export const flat = (nodes: readonly TermNode[]): readonly TermNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
