import type { CustomField, FormField, FormSetting, FormsSetting } from '../settings/forms.js';
import { builtInFields, type BuiltInControl, type FieldType } from './fields.js';
import type { MailKind } from './kinds.js';

/** A field as a form asks it: what its setting says, and what it is. */
export interface AskedField extends FormField {
  readonly control: BuiltInControl | FieldType;
  /** Can't be hidden or left empty. */
  readonly always: boolean;
  readonly custom?: CustomField;
}
export interface AskedSection {
  readonly label?: { readonly fr: string; readonly en?: string };
  readonly fields: readonly AskedField[];
}
/** A form as it is asked: every field once. */
export interface Form {
  readonly kind: MailKind;
  readonly sections: readonly AskedSection[];
}

const unset = { hidden: false, showWhen: [], requireWhen: [] };

/**
 * The form of a mail: that of its type and kind, else that of its kind, else all that the product asks. Fields that a mail
 * of its kind can't be without are there whatever the settings say, and so is what every form may ask of documents.
 */
export function formFor(kind: MailKind, type: string | undefined, { fields, forms }: FormsSetting): Form {
  const own = forms.filter((form) => form.kind === kind);
  const setting = own.find((form) => form.type !== undefined && form.type === type) ?? own.find((form) => form.type === undefined);
  const builtIn = builtInFields[kind];
  const seen = new Set<string>();
  const ask = (said: FormField): AskedField[] => {
    if (seen.has(said.field)) return [];
    const product = builtIn.find(({ key }) => key === said.field);
    const custom = fields.find(({ key, retired }) => key === said.field && !retired);
    if (!product && !custom) return [];
    seen.add(said.field);
    const always = product?.always ?? false;
    return [{ ...said, ...(always ? { required: true, hidden: false, showWhen: [] } : {}), control: product?.control ?? (custom as CustomField).type, always, ...(custom ? { custom } : {}) }];
  };
  const usual: FormSetting['sections'] = [{ fields: builtIn.map(({ key, usually }) => ({ ...unset, field: key, required: usually ?? false })) }];
  const sections = (setting?.sections ?? usual).map(({ fields: said, label }) => ({ ...(label ? { label } : {}), fields: said.flatMap(ask) }));
  const rest = builtIn.filter(({ key, always }) => always && !seen.has(key)).flatMap(({ key }) => ask({ ...unset, field: key, required: true }));
  return { kind, sections: rest.length ? [...sections, { fields: rest }] : sections };
}

export const fieldsOf = (form: Form): readonly AskedField[] => form.sections.flatMap(({ fields }) => fields);
