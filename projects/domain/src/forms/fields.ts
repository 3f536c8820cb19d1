import type { MailKind } from './kinds.js';

export const fieldTypes = ['text', 'longText', 'number', 'date', 'yesNo', 'list', 'multiList', 'correspondent'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** A correspondent in a custom field: as they were called on the day. */
export interface FieldCorrespondent {
  readonly id?: string;
  readonly name: string;
}

/** Value of a field; days are `YYYY-MM-DD`, lists hold codes. */
export type FieldValue = string | number | boolean | readonly string[] | FieldCorrespondent;
/** What a form holds, by field; an absent, empty or null one has no value. */
export type FieldValues = { readonly [field: string]: unknown };

/** How a field of every form is shown and asked; `kind` tells its own control. */
export type BuiltInControl = 'type' | 'service' | 'services' | 'person' | 'correspondents' | 'channel' | 'documents' | 'confidentiality' | 'instant' | 'minutes' | 'phone' | 'callBack' | Extract<FieldType, 'text' | 'longText' | 'date'>;

export interface BuiltInField {
  readonly key: string;
  readonly control: BuiltInControl;
  /** A mail of the kind can't be without it: no setting takes it away. */
  readonly always?: boolean;
  /** Asked for unless a setting says otherwise. */
  readonly usually?: boolean;
}

const field = (key: string, control: BuiltInControl, more: Omit<BuiltInField, 'key' | 'control'> = {}): BuiltInField => ({ key, control, ...more });
const always = { always: true } as const;
const usually = { usually: true } as const;

const type = (more = {}): BuiltInField => field('type', 'type', more);
const subject = field('subject', 'text', always);
const summary = field('summary', 'longText');
const copies = field('copies', 'services');
const confidentiality = field('confidentiality', 'confidentiality');
const person = (more = {}): BuiltInField => field('person', 'person', more);
const author = field('author', 'person');

/** Fields that come with the product, in the order in which a form has them that nobody has set up. */
export const builtInFields: { readonly [kind in MailKind]: readonly BuiltInField[] } = {
  incoming: [type(always), field('parties', 'correspondents', always), subject, field('service', 'service'), field('channel', 'channel', always), field('receivedAt', 'date', always), field('documentDate', 'date'), field('postmarkDate', 'date'), summary, confidentiality, field('documents', 'documents')],
  outgoing: [type(always), field('parties', 'correspondents', always), subject, field('service', 'service', always), author, field('channel', 'channel', always), field('departureDate', 'date', always), field('documentDate', 'date'), summary, copies, confidentiality, field('documents', 'documents', usually)],
  note: [field('service', 'service', always), person(), field('from', 'service'), author, subject, summary, field('documentDate', 'date'), type(), copies, confidentiality, field('documents', 'documents')],
  signature: [field('service', 'service', always), person(usually), field('from', 'service'), author, subject, field('signBy', 'date'), summary, type(), copies, confidentiality, field('documents', 'documents', usually)],
  call: [field('parties', 'correspondents', always), field('phone', 'phone'), field('calledAt', 'instant', always), field('minutes', 'minutes'), field('service', 'service', always), person(), subject, summary, field('callBack', 'callBack'), type(), confidentiality],
};

export const builtInKeys: readonly string[] = [...new Set(Object.values(builtInFields).flatMap((fields) => fields.map(({ key }) => key)))];
