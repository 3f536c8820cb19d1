/** A query in either language, as conditions on one node. */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'type'; readonly name: string; readonly exact: boolean }
  | { readonly kind: 'aspect'; readonly name: string }
  | { readonly kind: 'parent'; readonly id: string }
  | { readonly kind: 'equal'; readonly property: string; readonly value: string }
  | { readonly kind: 'compare'; readonly property: string; readonly operator: '=' | '<>' | '<' | '>' | '<=' | '>=' | 'like' | 'not like'; readonly value: Literal }
  | { readonly kind: 'in'; readonly property: string; readonly values: readonly Literal[]; readonly negated: boolean }
  | { readonly kind: 'any'; readonly property: string; readonly value: Literal }
  | { readonly kind: 'null'; readonly property: string; readonly negated: boolean };

export type Literal = string | number | boolean;

export interface Sort {
  readonly property: string;
  readonly descending: boolean;
}

/** Thrown for what only a search index could answer: the whole query is then empty, without a word, as on a repository without one. */
export class NeedsIndex extends Error {}
