import type { CustomField, FormsSetting } from '../settings/forms.js';
import type { Settings } from '../settings/settings.js';
import type { ThesaurusTerm } from '../settings/thesaurus.js';
import { treeOf, type TermNode } from '../thesaurus/tree.js';

/** Stands before the label of a choice once for each level that it lies deeper. */
const deeper = '\u2003';

/** The forms, with the choices of lists that are a branch of the thesaurus: the terms under it, each beneath its broader one. */
export function formsOf({ forms, thesaurus }: { readonly forms: FormsSetting; readonly thesaurus?: Settings['thesaurus'] }): FormsSetting {
  if (!forms.fields.some(({ terms }) => terms)) return forms;
  return { ...forms, fields: forms.fields.map((field) => (field.terms ? { ...field, choices: choicesUnder(thesaurus ?? [], field.terms) } : field)) };
}

function choicesUnder(thesaurus: readonly ThesaurusTerm[], code: string): CustomField['choices'] {
  const top = thesaurus.find((term) => term.code === code);
  const find = (nodes: readonly TermNode[]): TermNode | undefined => nodes.find(({ term }) => term.code === code) ?? nodes.map(({ children }) => find(children)).find(Boolean);
  const from = top && find(treeOf(thesaurus, top.scheme));
  const walk = ({ children }: TermNode, depth: number): CustomField['choices'] => children.flatMap((node) => [{ code: node.term.code, label: { fr: deeper.repeat(depth) + node.term.label }, ...(node.term.retired ? { retired: true } : {}) }, ...walk(node, depth + 1)]);
  return from ? walk(from, 0) : [];
}
