import { isDay } from '../calendar/day.js';
import type { CustomField } from '../settings/forms.js';
import { isUnanswered, stateOf } from './conditions.js';
import type { FieldCorrespondent, FieldValue, FieldValues } from './fields.js';
import { fieldsOf, type AskedField, type Form } from './resolve.js';

/** Why a form can't be taken as it is; `limit` is what was gone beyond. */
export interface FieldFlaw {
  readonly field: string;
  readonly code: 'required' | 'notText' | 'tooLong' | 'notNumber' | 'tooSmall' | 'tooGreat' | 'notDay' | 'notYesNo' | 'notAChoice' | 'notCorrespondent' | 'unknown';
  readonly limit?: number;
}

const longest = { text: 500, longText: 5000 } as const;

/** What speaks against the values, field by field in the order of the form: for the page and for the server alike. */
export function flawsIn(form: Form, values: FieldValues): readonly FieldFlaw[] {
  const { shown, required } = stateOf(form, values);
  return fieldsOf(form).flatMap((asked): readonly FieldFlaw[] => {
    const { field } = asked;
    const value = values[field];
    if (!shown.has(field)) return [];
    if (isUnanswered(value) && value !== false) return required.has(field) ? [{ field, code: 'required' }] : [];
    return asked.custom ? flawsOfValue(asked.custom, value) : [];
  });
}

/** What speaks against a value of a custom field; a choice that was retired stays good where it was chosen. */
export function flawsOfValue(custom: CustomField, value: unknown): readonly FieldFlaw[] {
  const flaw = (code: FieldFlaw['code'], limit?: number): FieldFlaw[] => [{ field: custom.key, code, ...(limit === undefined ? {} : { limit }) }];
  switch (custom.type) {
    case 'text':
    case 'longText': {
      const limit = Math.min(custom.max ?? longest[custom.type], longest.longText);
      if (typeof value !== 'string') return flaw('notText');
      return value.length > limit ? flaw('tooLong', limit) : [];
    }
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value)) return flaw('notNumber');
      if (custom.min !== undefined && value < custom.min) return flaw('tooSmall', custom.min);
      return custom.max !== undefined && value > custom.max ? flaw('tooGreat', custom.max) : [];
    case 'date':
      return typeof value === 'string' && isDay(value) ? [] : flaw('notDay');
    case 'yesNo':
      return typeof value === 'boolean' ? [] : flaw('notYesNo');
    case 'list':
      return custom.choices.some(({ code }) => code === value) ? [] : flaw('notAChoice');
    case 'multiList':
      return Array.isArray(value) && value.every((one) => custom.choices.some(({ code }) => code === one)) ? [] : flaw('notAChoice');
    case 'correspondent':
      return isCorrespondent(value) ? [] : flaw('notCorrespondent');
  }
}

function isCorrespondent(value: unknown): value is FieldCorrespondent {
  if (typeof value !== 'object' || value === null) return false;
  const { id, name, ...others } = value as { id?: unknown; name?: unknown };
  return typeof name === 'string' && name.trim() !== '' && name.length <= 200 && (id === undefined || typeof id === 'string') && Object.keys(others).length === 0;
}

/** Values of the custom fields that are shown, as they are kept: without what is empty. */
export function customValuesOf(form: Form, values: FieldValues): { readonly [key: string]: FieldValue } {
  const { shown } = stateOf(form, values);
  return Object.fromEntries(fieldsOf(form).flatMap(({ field, custom }): [string, FieldValue][] => (custom && shown.has(field) && isAnswered(values[field]) ? [[field, values[field] as FieldValue]] : [])));
}

export const isAnswered = (value: unknown): boolean => value === false || !isUnanswered(value);

/** What a form begins with: defaults of its fields. `today` is that day. */
export function defaultsOf(form: Form, today: string): { readonly [field: string]: FieldValue } {
  return Object.fromEntries(fieldsOf(form).flatMap((asked): [string, FieldValue][] => {
    const value = defaultOf(asked, today);
    return value === undefined ? [] : [[asked.field, value]];
  }));
}

function defaultOf({ default: said, control, custom }: AskedField, today: string): FieldValue | undefined {
  if (said === undefined || said === '') return undefined;
  const value = ((): FieldValue | undefined => {
    if (control === 'number' || control === 'minutes') return Number.isFinite(Number(said)) ? Number(said) : undefined;
    if (control === 'yesNo') return said === 'yes';
    if (control === 'date') return said === 'today' ? today : isDay(said) ? said : undefined;
    if (control === 'multiList' || control === 'services') return said.split(',').map((one) => one.trim());
    if (control === 'correspondent') return { name: said };
    return ['text', 'longText', 'list', 'type', 'service', 'channel', 'phone'].includes(control) ? said : undefined;
  })();
  return value === undefined || (custom && flawsOfValue(custom, value).length) ? undefined : value;
}
