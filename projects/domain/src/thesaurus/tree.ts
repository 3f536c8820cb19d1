import type { ThesaurusScheme, ThesaurusTerm } from '../settings/thesaurus.js';

/** A term with those under it. */
export interface TermNode {
  readonly term: ThesaurusTerm;
  /** From 0. */
  readonly depth: number;
  readonly children: readonly TermNode[];
}

const byLabel = (a: ThesaurusTerm, b: ThesaurusTerm): number => a.label.localeCompare(b.label, 'fr');

/** The scheme's terms as a tree, by label; a term whose broader one is unknown or in a circle stands at the top, so that none is lost. */
export function treeOf(terms: readonly ThesaurusTerm[], scheme: ThesaurusScheme): readonly TermNode[] {
  const own = terms.filter((term) => term.scheme === scheme);
  const known = new Set(own.map(({ code }) => code));
  const isTop = (term: ThesaurusTerm): boolean => !term.broader || !known.has(term.broader) || pathOf(own, term.code).some(({ broader }) => broader === term.code);
  const nodesUnder = (broader: string, depth: number): TermNode[] => own.filter((term) => term.broader === broader && !isTop(term)).sort(byLabel).map((term) => ({ term, depth, children: nodesUnder(term.code, depth + 1) }));
  return own.filter(isTop).sort(byLabel).map((term) => ({ term, depth: 0, children: nodesUnder(term.code, 1) }));
}

/** From the top to the term itself; a circle is walked once. */
export function pathOf(terms: readonly ThesaurusTerm[], code: string): readonly ThesaurusTerm[] {
  const path: ThesaurusTerm[] = [];
  for (let term = terms.find((each) => each.code === code); term && !path.includes(term); term = terms.find((each) => each.code === term?.broader)) path.unshift(term);
  return path;
}

/** The term's code and those of all terms under it. */
export function narrowerOf(terms: readonly ThesaurusTerm[], code: string): readonly string[] {
  return terms.filter((term) => pathOf(terms, term.code).some((each) => each.code === code)).map((term) => term.code);
}

/** Natures that a document may still be given. */
export function naturesOffered(terms: readonly ThesaurusTerm[]): readonly ThesaurusTerm[] {
  return terms.filter(({ scheme, retired }) => scheme === 'nature' && !retired);
}
