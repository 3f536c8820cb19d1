import type { MailAction } from '../api/types.js';

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
  /** What choosing a value puts into other fields. */
  readonly fills?: (value: string) => { readonly [name: string]: string };
}

/** What an action asks before it is done. */
export interface ActionForm {
  readonly action: MailAction;
  readonly fields: readonly Field[];
  readonly note?: string;
  /** The body of the call, where it isn't the fields as they are. */
  readonly send?: (fields: { readonly [name: string]: unknown }) => object;
}

type Value = string | boolean | readonly string[] | null | undefined;

/** The body of the call: what was left empty is left out. */
export function bodyOf(values: { readonly [name: string]: Value }): { [name: string]: Value } {
  const said = Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== '' && value !== null && value !== undefined));
}
