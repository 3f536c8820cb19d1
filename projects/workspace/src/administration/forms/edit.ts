import { formFor, type CustomField, type FormField, type FormSetting, type FormsSetting, type MailKind } from '@bannette/domain';

type Sections = FormSetting['sections'];
const unset: Omit<FormField, 'field'> = { required: false, hidden: false, showWhen: [], requireWhen: [] };

/** The form of a kind and type as the setting has it; undefined where that of the kind, or the product's, stands in. */
export function formOf({ forms }: FormsSetting, kind: MailKind, type: string | undefined): FormSetting | undefined {
  return forms.find((form) => form.kind === kind && form.type === type);
}

/** Puts a form of its own there, begun with what stood in for it. */
export function withOwnForm(setting: FormsSetting, kind: MailKind, type: string | undefined): FormsSetting {
  if (formOf(setting, kind, type)) return setting;
  const sections: Sections = formFor(kind, undefined, setting).sections.map(({ label, fields }) => ({ ...(label ? { label } : {}), fields: fields.map(({ control: _control, always: _always, custom: _custom, ...said }) => said) }));
  return { ...setting, forms: [...setting.forms, { kind, ...(type ? { type } : {}), sections }] };
}

export const withoutForm = (setting: FormsSetting, own: FormSetting): FormsSetting => ({ ...setting, forms: setting.forms.filter((form) => form !== own) });

export function withSections(setting: FormsSetting, own: FormSetting, change: (sections: Sections) => Sections): FormsSetting {
  return { ...setting, forms: setting.forms.map((form) => (form === own ? { ...form, sections: change(form.sections) } : form)) };
}

export const changedAt = <T>(items: readonly T[], at: number, change: (item: T) => T): T[] => items.map((item, index) => (index === at ? change(item) : item));

export const addedField = (sections: Sections, section: number, field: string): Sections => changedAt(sections, section, (one) => ({ ...one, fields: [...one.fields, { ...unset, field }] }));
export const changedField = (sections: Sections, section: number, at: number, change: Partial<FormField>): Sections => changedAt(sections, section, (one) => ({ ...one, fields: changedAt(one.fields, at, (field) => withoutEmpty({ ...field, ...change })) }));
export const removedField = (sections: Sections, section: number, at: number): Sections => changedAt(sections, section, (one) => ({ ...one, fields: one.fields.filter((_, index) => index !== at) }));

function withoutEmpty(field: FormField): FormField {
  return Object.fromEntries(Object.entries(field).filter(([, value]) => value !== undefined && value !== '')) as FormField;
}

/** One place up or down; over the edge of its section it goes into the next one. */
export function movedField(sections: Sections, section: number, at: number, by: -1 | 1): Sections {
  const field = sections[section]?.fields[at];
  const to = at + by;
  if (!field) return sections;
  const out = removedField(sections, section, at);
  if (to >= 0 && to <= (out[section]?.fields.length ?? 0)) return changedAt(out, section, (one) => ({ ...one, fields: [...one.fields.slice(0, to), field, ...one.fields.slice(to)] }));
  const next = section + by;
  if (!sections[next]) return sections;
  return changedAt(out, next, (one) => ({ ...one, fields: by === 1 ? [field, ...one.fields] : [...one.fields, field] }));
}

/** Words in both languages; undefined without French ones. */
export function bothWords(fr: string, en: string): { fr: string; en?: string } | undefined {
  return fr.trim() ? { fr: fr.trim(), ...(en.trim() ? { en: en.trim() } : {}) } : undefined;
}

/** A key from the words of a label: it names the property, and stays. */
export function keyFrom(label: string, taken: readonly string[]): string {
  const words = label.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const camel = words.map((word, at) => (at ? word.charAt(0).toUpperCase() + word.slice(1) : word)).join('').replace(/^[0-9]+/, '').slice(0, 36);
  const key = camel.length < 2 ? 'field' : camel;
  return taken.includes(key) ? `${key}${[...Array(1000).keys()].find((number) => number > 1 && !taken.includes(`${key}${number}`)) ?? ''}` : key;
}

export function withField(setting: FormsSetting, at: number, change: Partial<CustomField>): FormsSetting {
  const set = (field: CustomField): CustomField => {
    const next = { ...field, ...change };
    const lists = next.type === 'list' || next.type === 'multiList';
    return Object.fromEntries(Object.entries({ ...next, choices: lists && !next.terms ? next.choices : [], terms: lists ? next.terms : undefined }).filter(([, value]) => value !== undefined && value !== false)) as unknown as CustomField;
  };
  return { ...setting, fields: changedAt(setting.fields, at, set) };
}
