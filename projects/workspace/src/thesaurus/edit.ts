import { fold, narrowerOf, pathOf, treeOf, type TermNode, type ThesaurusScheme, type ThesaurusTerm } from '@bannette/domain';

export type Terms = readonly ThesaurusTerm[];

/** A code from a label that no other term has: `Avis d’imposition` → `AVIS_D_IMPOSITION`. */
export function codeFor(label: string, taken: readonly string[]): string {
  const plain = fold(label).toUpperCase().replace(/[^A-Z0-9]+/g, '_').replace(/^[^A-Z]+|_+$/g, '').slice(0, 36) || 'TERME';
  for (let n = 1; ; n++) {
    const code = n === 1 ? plain : `${plain}_${n}`;
    if (!taken.includes(code)) return code;
  }
}

/** A new term under another, or at the top; its code is the last thing of the answer. */
export function withNew(terms: Terms, scheme: ThesaurusScheme, label: string, broader?: string): { readonly terms: Terms; readonly code: string } {
  const code = codeFor(label, terms.map((term) => term.code));
  return { terms: [...terms, { code, label, scheme, ...(broader ? { broader } : {}), altLabels: [], hiddenLabels: [], retired: false }], code };
}

/** A term changed; what is emptied is left out. */
export function withChange(terms: Terms, code: string, change: Partial<ThesaurusTerm>): Terms {
  return terms.map((term) => {
    if (term.code !== code) return term;
    const changed = Object.entries({ ...term, ...change }).filter(([, value]) => value !== undefined && value !== '');
    return Object.fromEntries(changed) as unknown as ThesaurusTerm;
  });
}

/** A term that was never published gets a code like its label; those that name it follow. */
export function withLabelOfNew(terms: Terms, code: string, label: string): { readonly terms: Terms; readonly code: string } {
  const renamed = codeFor(label, terms.map((term) => term.code).filter((other) => other !== code));
  const follow = (named: string | undefined): string | undefined => (named === code ? renamed : named);
  const changed = terms.map((term) => {
    const { broader, replacedBy, ...others } = term;
    return { ...others, ...(broader ? { broader: follow(broader) } : {}), ...(replacedBy ? { replacedBy: follow(replacedBy) } : {}), ...(term.code === code ? { code: renamed, label } : {}) };
  });
  return { terms: changed, code: renamed };
}

/** A term that was never published is taken out, if nothing is under it. */
export function withoutNew(terms: Terms, code: string): Terms {
  return terms.some(({ broader }) => broader === code) ? terms : terms.filter((term) => term.code !== code);
}

/** Terms that one may be put under: not itself, nor what is under it, nor what is retired. */
export function placesFor(terms: Terms, code: string): readonly TermNode[] {
  const scheme = terms.find((term) => term.code === code)?.scheme ?? 'nature';
  const own = narrowerOf(terms, code);
  return linesOf(terms, scheme).filter(({ term }) => !own.includes(term.code) && !term.retired);
}

/** One place deeper (under the term before it) or higher; undefined where there is none. */
export function movedBy(terms: Terms, code: string, by: 'deeper' | 'higher'): Terms | undefined {
  const term = terms.find((each) => each.code === code);
  if (!term) return undefined;
  if (by === 'higher') return term.broader ? withChange(terms, code, { broader: terms.find((each) => each.code === term.broader)?.broader }) : undefined;
  const siblings = linesOf(terms, term.scheme).filter((line) => line.term.broader === term.broader);
  const before = siblings[siblings.findIndex((line) => line.term.code === code) - 1];
  return before && !before.term.retired ? withChange(terms, code, { broader: before.term.code }) : undefined;
}

/** The scheme's terms in the order of the tree; with `q`, those that hold it in any of their words, and what they are under. */
export function linesOf(terms: Terms, scheme: ThesaurusScheme, q = ''): readonly TermNode[] {
  const lines = flatten(treeOf(terms, scheme));
  const wanted = fold(q);
  if (!wanted) return lines;
  const found = lines.filter(({ term }) => [term.code.toLowerCase(), term.label, ...term.altLabels, ...term.hiddenLabels].some((words) => fold(words).includes(wanted)));
  const shown = new Set(found.flatMap(({ term }) => pathOf(terms, term.code).map(({ code }) => code)));
  return lines.filter(({ term }) => shown.has(term.code));
}

const flatten = (nodes: readonly TermNode[]): readonly TermNode[] => nodes.flatMap((node) => [node, ...flatten(node.children)]);
