import * as z from 'zod';
import { builtInKeys, fieldTypes } from '../forms/fields.js';
import { mailKinds } from '../forms/kinds.js';
import { code } from './services.js';

/** Words of a form in both languages; French stands in for what English lacks. */
const words = (max: number) => z.object({ fr: z.string().trim().min(1).max(max), en: z.string().trim().max(max).optional() });
const help = words(300).optional();

/** Stays for good: it names the property in Alfresco, and values bear it. */
export const fieldKey = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]{1,39}$/, { error: 'fieldKey' })
  .refine((key) => !builtInKeys.includes(key), { error: 'fieldKey' });

const withChoices = ['list', 'multiList'];
/** A field that the authority adds; a real property in Alfresco, so its key and type never change, and it is retired, never removed. */
export const customField = z
  .object({
    key: fieldKey,
    type: z.enum(fieldTypes),
    label: words(100),
    help,
    choices: z.array(z.object({ code, label: words(100), retired: z.boolean().optional() })).max(300).default([]),
    /** Of a list: the term of the thesaurus whose narrower terms are its choices, as the thesaurus has them; then it has no choices of its own. */
    terms: code.optional(),
    /** Of a text: its longest; of a number: its greatest. */
    max: z.number().min(0).max(1_000_000_000).optional(),
    /** Of a number: its least. */
    min: z.number().min(-1_000_000_000).max(1_000_000_000).optional(),
    retired: z.boolean().optional(),
  })
  .refine(({ type, choices, terms }) => (withChoices.includes(type) ? choices.length > 0 !== (terms !== undefined) : !choices.length && !terms), { error: 'choices', path: ['choices'] });
export type CustomField = z.infer<typeof customField>;

export const conditionOperators = ['is', 'isNot', 'contains', 'empty', 'filled'] as const;
export type ConditionOperator = (typeof conditionOperators)[number];
/** Holds or not by what another field of the form says; lists contain a code, texts a word, whatever its accents and case. */
export const formCondition = z.object({ field: z.string().min(1).max(40), operator: z.enum(conditionOperators), value: z.string().trim().max(200).optional() });
export type FormCondition = z.infer<typeof formCondition>;
const conditions = z.array(formCondition).max(10).default([]);

/** One field in a form: a built-in one of its kind, or a custom one. */
export const formField = z.object({
  field: z.string().min(1).max(40),
  required: z.boolean().default(false),
  hidden: z.boolean().default(false),
  /** As it is typed: a number with a point, a day as YYYY-MM-DD or `today`, `yes`, the code of a choice. */
  default: z.string().trim().max(500).optional(),
  help,
  /** Shown only where all of them hold. */
  showWhen: conditions,
  /** Required too where all of them hold. */
  requireWhen: conditions,
});
export type FormField = z.infer<typeof formField>;

/** The form of a kind, or of one type of mail of that kind. What it doesn't name of the built-in fields and can't be without stands at its end. */
export const formSetting = z.object({
  kind: z.enum(mailKinds),
  type: code.optional(),
  sections: z.array(z.object({ label: words(100).optional(), fields: z.array(formField).max(60) })).min(1).max(20),
});
export type FormSetting = z.infer<typeof formSetting>;

export const formsSetting = z.object({ fields: z.array(customField).max(300).default([]), forms: z.array(formSetting).max(300).default([]) });
export type FormsSetting = z.infer<typeof formsSetting>;
