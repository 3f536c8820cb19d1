import type { FormsSetting } from '../settings/forms.js';
import type { Settings } from '../settings/settings.js';
import { builtInFields } from './fields.js';

/** What in the forms leads nowhere or is said twice: `path` tells where, `code` what. */
export interface FormFlaw {
  readonly code: 'unknown' | 'duplicate';
  readonly path: string;
  readonly value: string;
}

const twice = (values: readonly string[]): readonly string[] => values.filter((value, index) => values.indexOf(value) !== index);

export function formFlaws({ forms: { fields, forms }, types, thesaurus }: Pick<Settings, 'forms' | 'types'> & Partial<Pick<Settings, 'thesaurus'>>): readonly FormFlaw[] {
  return [
    ...fields.flatMap(({ key, terms }) => (terms && !thesaurus?.some(({ broader }) => broader === terms) ? [{ code: 'unknown' as const, path: `forms.fields.${key}.terms`, value: terms }] : [])),
    ...twice(fields.map(({ key }) => key.toLowerCase())).map((value) => ({ code: 'duplicate' as const, path: 'forms.fields', value })),
    ...fields.flatMap(({ key, choices }) => twice(choices.map(({ code }) => code)).map((value) => ({ code: 'duplicate' as const, path: `forms.fields.${key}.choices`, value }))),
    ...twice(forms.map(({ kind, type }) => `${kind} ${type ?? ''}`.trim())).map((value) => ({ code: 'duplicate' as const, path: 'forms.forms', value })),
    ...forms.flatMap((form): FormFlaw[] => {
      const path = `forms.${form.kind}${form.type ? `.${form.type}` : ''}`;
      const named = form.sections.flatMap((section) => section.fields);
      const known = [...builtInFields[form.kind].map(({ key }) => key), ...fields.map(({ key }) => key)];
      const conditions = named.flatMap(({ showWhen, requireWhen }) => [...showWhen, ...requireWhen]);
      const asked = named.map(({ field }) => field);
      return [
        ...(form.type && !types.some(({ code }) => code === form.type) ? [{ code: 'unknown' as const, path: `${path}.type`, value: form.type }] : []),
        ...twice(asked).map((value) => ({ code: 'duplicate' as const, path, value })),
        ...asked.filter((field) => !known.includes(field)).map((value) => ({ code: 'unknown' as const, path, value })),
        ...conditions.map(({ field }) => field).filter((field) => !known.includes(field)).map((value) => ({ code: 'unknown' as const, path: `${path}.conditions`, value })),
      ];
    }),
  ];
}

/** What a new version would take from a field that the one before has: a property in Alfresco only ever comes. */
export interface FieldLoss {
  readonly key: string;
  readonly code: 'removed' | 'retyped' | 'choiceRemoved';
}

export function lostFields(before: FormsSetting, after: FormsSetting): readonly FieldLoss[] {
  return before.fields.flatMap(({ key, type, choices }): FieldLoss[] => {
    const now = after.fields.find((field) => field.key === key);
    if (!now) return [{ key, code: 'removed' }];
    if (now.type !== type) return [{ key, code: 'retyped' }];
    return choices.every(({ code }) => now.choices.some((one) => one.code === code)) ? [] : [{ key, code: 'choiceRemoved' }];
  });
}
