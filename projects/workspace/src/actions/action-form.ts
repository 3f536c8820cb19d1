import type { MailAction } from '../api/types.js';
import type { OpenPlaces } from './letter-places.js';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A field of an action's dialog. Its label is under `FIELD.<name>` unless it has one of its own. */
export interface Field {
  readonly name: string;
  readonly kind: 'line' | 'text' | 'day' | 'choice' | 'choices' | 'check';
  readonly label?: string;
  readonly required?: boolean;
  readonly value?: string | boolean | readonly string[];
  readonly options?: readonly Option[];
  /** What an empty choice means. */
  readonly none?: string;
  readonly hint?: string;
  readonly latest?: string;
  /** It takes an e-mail address. */
  readonly email?: true;
  /** Whether it is asked, by what stands in the others. */
  readonly when?: (values: { readonly [name: string]: unknown }) => boolean;
  /** What choosing a value puts into other fields. */
  readonly fills?: (value: string) => { readonly [name: string]: string };
}

/** What an action asks before it is done. */
export interface ActionForm {
  readonly action: MailAction;
  readonly fields: readonly Field[];
  readonly note?: string;
  /** Its title and what its button says, as keys of translation, where they aren't the action's. */
  readonly called?: { readonly title: string; readonly button: string };
  /** What its letter should tell and doesn't, as keys of translation, by what stands in the fields. */
  readonly lacks?: (fields: { readonly [name: string]: unknown }) => readonly string[];
  /** What its letter names that isn't written yet, in words. */
  readonly open?: (fields: { readonly [name: string]: unknown }) => OpenPlaces;
  /** The body of the call, where it isn't the fields as they are. */
  readonly send?: (fields: { readonly [name: string]: unknown }) => object;
}

type Value = string | boolean | readonly string[] | null | undefined;

/** The body of the call: what was left empty is left out. */
export function bodyOf(values: { readonly [name: string]: Value }): { [name: string]: Value } {
  const said = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== '' && value !== null && value !== undefined));
}
