import { fold } from '../routing/text.js';
import type { FormCondition } from '../settings/forms.js';
import type { FieldCorrespondent, FieldValues } from './fields.js';
import { fieldsOf, type AskedField, type Form } from './resolve.js';

/** What is in a field, as words: nothing, one, or those of a list. */
export function answeredWords(value: unknown): readonly string[] {
  if (value === undefined || value === null || value === '' || value === false) return [];
  if (value === true) return ['yes'];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => answeredWords(one));
  if (typeof value === 'object') return answeredWords((value as Partial<FieldCorrespondent>).name ?? Object.values(value).find((one) => answeredWords(one).length));
  return [String(value)];
}

export const isUnanswered = (value: unknown): boolean => answeredWords(value).every((word) => word.trim() === '');

function holds({ field, operator, value = '' }: FormCondition, values: FieldValues): boolean {
  const words = answeredWords(values[field]).map(fold);
  const wanted = fold(value);
  switch (operator) {
    case 'is':
      return wanted === 'no' ? words.length === 0 || words.includes('no') : words.includes(wanted);
    case 'isNot':
      return wanted === 'no' ? words.length > 0 && !words.includes('no') : !words.includes(wanted);
    case 'contains':
      return words.some((word) => word.includes(wanted));
    case 'empty':
      return isUnanswered(values[field]);
    case 'filled':
      return !isUnanswered(values[field]);
  }
}

/** What of the form is shown now, and what of that can't be left empty. */
export interface FormState {
  readonly shown: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
}

/** A field that is not shown has no value: what is shown or required by it looks at nothing. */
export function stateOf(form: Form, values: FieldValues): FormState {
  const fields = fieldsOf(form);
  let shown = new Set(fields.filter(({ hidden }) => !hidden).map(({ field }) => field));
  // Each round takes fields away only; a chain of conditions ends after as many rounds as it has links.
  for (let before = -1; before !== shown.size; ) {
    before = shown.size;
    const seen = Object.fromEntries(Object.entries(values).filter(([field]) => shown.has(field) || !fields.some((one) => one.field === field)));
    shown = new Set(fields.filter((one) => shown.has(one.field) && isShown(one, seen)).map(({ field }) => field));
  }
  const seen = Object.fromEntries(Object.entries(values).filter(([field]) => shown.has(field)));
  return { shown, required: new Set(fields.filter((one) => shown.has(one.field) && isRequired(one, seen)).map(({ field }) => field)) };
}

const isShown = ({ showWhen }: AskedField, values: FieldValues): boolean => showWhen.every((condition) => holds(condition, values));
const isRequired = ({ required, requireWhen }: AskedField, values: FieldValues): boolean => required || (requireWhen.length > 0 && requireWhen.every((condition) => holds(condition, values)));
