import type { ThesaurusTerm } from '../settings/thesaurus.js';

export interface TermFlaw {
  readonly code: 'unknown' | 'duplicate' | 'cycle' | 'otherScheme' | 'replacementRetired';
  readonly path: string;
  readonly value: string;
}

/** What would make a thesaurus a broken tree, or leave a retired term without what replaces it. */
export function flawsOfTerms(terms: readonly ThesaurusTerm[], compartments: ReadonlySet<string>): readonly TermFlaw[] {
  const known = new Map(terms.map((term) => [term.code, term]));
  return terms.flatMap((term) => [
    ...ofReference(term, 'broader', known),
    ...ofReference(term, 'replacedBy', known),
    ...(isInCircle(term, known) ? [flaw('cycle', term, 'broader', term.broader ?? '')] : []),
    ...(term.replacedBy && (known.get(term.replacedBy)?.retired || term.replacedBy === term.code) ? [flaw('replacementRetired', term, 'replacedBy', term.replacedBy)] : []),
    ...(term.compartment && !compartments.has(term.compartment) ? [flaw('unknown', term, 'compartment', term.compartment)] : []),
    ...(isTwin(term, terms) ? [flaw('duplicate', term, 'label', term.label)] : []),
  ]);
}

function ofReference(term: ThesaurusTerm, field: 'broader' | 'replacedBy', known: ReadonlyMap<string, ThesaurusTerm>): TermFlaw[] {
  const value = term[field];
  if (value === undefined) return [];
  const other = known.get(value);
  if (!other) return [flaw('unknown', term, field, value)];
  return other.scheme === term.scheme ? [] : [flaw('otherScheme', term, field, value)];
}

function isInCircle(term: ThesaurusTerm, known: ReadonlyMap<string, ThesaurusTerm>): boolean {
  const seen = new Set<string>();
  for (let at = term.broader; at !== undefined && !seen.has(at); at = known.get(at)?.broader) {
    if (at === term.code) return true;
    seen.add(at);
  }
  return false;
}

/** Whether an earlier term that is still offered has the same label at the same place. */
function isTwin(term: ThesaurusTerm, terms: readonly ThesaurusTerm[]): boolean {
  if (term.retired) return false;
  return terms.slice(0, terms.indexOf(term)).some((other) => !other.retired && other.code !== term.code && other.scheme === term.scheme && other.broader === term.broader && other.label.toLowerCase() === term.label.toLowerCase());
}

const flaw = (code: TermFlaw['code'], term: ThesaurusTerm, field: string, value: string): TermFlaw => ({ code, path: `thesaurus.${term.code}.${field}`, value });
