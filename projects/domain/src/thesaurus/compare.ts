import type { ThesaurusTerm } from '../settings/thesaurus.js';

export type TermChange = 'added' | 'removed' | 'renamed' | 'moved' | 'retired' | 'restored' | 'words' | 'secrecy';

export interface ChangedTerm {
  readonly code: string;
  readonly change: TermChange;
  readonly before?: ThesaurusTerm;
  readonly after?: ThesaurusTerm;
}

/** What one version of the thesaurus changes of another, term by term; a term may have changed in several ways. */
export function compareTerms(before: readonly ThesaurusTerm[], after: readonly ThesaurusTerm[]): readonly ChangedTerm[] {
  const earlier = new Map(before.map((term) => [term.code, term]));
  const later = new Set(after.map(({ code }) => code));
  return [
    ...after.flatMap((term): ChangedTerm[] => {
      const old = earlier.get(term.code);
      return old ? changesOf(old, term).map((change) => ({ code: term.code, change, before: old, after: term })) : [{ code: term.code, change: 'added', after: term }];
    }),
    ...before.filter(({ code }) => !later.has(code)).map((term) => ({ code: term.code, change: 'removed' as const, before: term })),
  ];
}

function changesOf(before: ThesaurusTerm, after: ThesaurusTerm): TermChange[] {
  const differ = (...of: (keyof ThesaurusTerm)[]): boolean => of.some((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  const found: [TermChange, boolean][] = [
    ['renamed', differ('label')],
    ['moved', differ('broader', 'scheme')],
    ['retired', after.retired && differ('retired', 'replacedBy')],
    ['restored', before.retired && !after.retired],
    ['words', differ('altLabels', 'hiddenLabels')],
    ['secrecy', differ('confidentiality', 'compartment')],
  ];
  return found.filter(([, is]) => is).map(([change]) => change);
}
