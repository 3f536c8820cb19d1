import type { LetterKind } from '../letter.js';
import type { Facts } from '../words/facts.js';
import type { AuthorKind } from '../words/sender.js';

export type Say = (facts: Facts) => string;

export type Block =
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | { readonly type: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[]; readonly totals?: readonly (readonly [string, string])[] }
  | { readonly type: 'fields'; readonly fields: readonly Field[] }
  | { readonly type: 'choices'; readonly label: string; readonly options: readonly string[]; readonly ticked: number };

export interface Column {
  readonly title: string;
  /** Share of the line's width. */
  readonly share: number;
  readonly right?: boolean;
}

/** A line of a form; `combed` ones have a box for each letter. */
export interface Field {
  readonly label: string;
  readonly value: string;
  readonly combed?: boolean;
}

export interface Annex {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A way of writing a kind of letter: of each paragraph one variant is taken; '' leaves the paragraph out. */
export interface Recipe {
  readonly kind: LetterKind;
  readonly authors: readonly AuthorKind[];
  /** Only a woman writes this, or its words are in the feminine. */
  readonly woman?: boolean;
  /** Service or person it is addressed to, above the authority's name. */
  readonly to: readonly string[];
  readonly subjects: readonly Say[];
  readonly body: readonly (readonly Say[])[];
  /** Between the body's last but one and last paragraphs. */
  readonly blocks?: (facts: Facts) => readonly Block[];
  readonly reference?: Say;
  readonly enclosures?: (facts: Facts) => readonly string[];
  readonly annexes?: (facts: Facts) => readonly Annex[];
  /** A printed form filled in by hand, in place of a letter: no greeting, no formula. */
  readonly form?: boolean;
  /** An invoice or a certificate greets nobody. */
  readonly bare?: boolean;
}

export const president = ['Monsieur le Président du Conseil départemental'];
