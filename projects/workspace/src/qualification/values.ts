import { flawsIn, type FieldValues, type Form } from '@bannette/domain';
import type { Correspondent, Mail, Proposal, QualifyBody } from '../api/types.js';

/** What the operator confirms, as it stands in the form; empty where nothing is said. */
export interface Values {
  readonly type: string;
  readonly senderId: string;
  readonly senderKind: Correspondent['kind'];
  readonly senderName: string;
  readonly address: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly email: string;
  readonly subject: string;
  readonly service: string;
  readonly receivedAt: string;
  readonly documentDate: string;
  readonly postmarkDate: string;
  /** At another authority, which sent it on, and which one. */
  readonly firstReceivedOn: string;
  readonly firstAuthority: string;
  readonly confidentiality: string;
  /** Number that is printed on the first page, and on the last when it is another. */
  readonly endorsement: string;
  readonly endorsementLast: string;
}
export type FieldName = keyof Values;

export const emptyValues: Values = { type: '', senderId: '', senderKind: 'individual', senderName: '', address: '', postcode: '', city: '', country: '', email: '', subject: '', service: '', receivedAt: '', documentDate: '', postmarkDate: '', firstReceivedOn: '', firstAuthority: '', confidentiality: '', endorsement: '', endorsementLast: '' };

/** From here on a number that was read stands in the form; below it waits for a nod. */
const surelyRead = 0.85;

/**
 * What stands in the form before the operator comes: of the days, the arrival only, from the stamp or as told at the deposit. It is never
 * guessed from the day of the scan. The number on the paper stands there when it was read well. All else is proposed beside its field and waits for a nod.
 */
export function startingValues(mail: Mail): Values {
  const { receivedAt, endorsement, endorsementLast } = mail.proposals ?? {};
  const sure = endorsement && endorsement.confidence >= surelyRead && (endorsementLast?.confidence ?? 1) >= surelyRead;
  return { ...emptyValues, receivedAt: receivedAt?.value ?? mail.receivedAt ?? '', endorsement: mail.paper?.endorsement ?? (sure ? endorsement.value : ''), endorsementLast: mail.paper?.endorsementLast ?? (sure ? (endorsementLast?.value ?? '') : '') };
}

/** The proposal for a field, with where it was read. */
export function proposalFor(field: FieldName, mail: Mail): Proposal | undefined {
  const { proposals } = mail;
  if (field === 'service' || field === 'type' || field === 'senderName' || field === 'subject' || field === 'postcode' || field === 'documentDate' || field === 'receivedAt' || field === 'endorsement' || field === 'endorsementLast') return proposals?.[field];
  return undefined;
}

export type Flaw = 'required' | 'unknownType' | 'postcode' | 'email' | 'future' | 'order' | 'span';

/** Five figures, or after the sign of its country; a known correspondent has the one of their card. */
const isPostcode = /^(\d{5}|[A-Z]{1,3}-[\dA-Z][\dA-Z -]{1,7})$/i;

/** What is still wrong, by field. */
export function flawsOf(values: Values, known: { readonly types: readonly string[]; readonly today: string }): { readonly [field in FieldName]?: Flaw } {
  const flaws: { [field in FieldName]?: Flaw } = {};
  for (const field of ['type', 'senderName', 'subject', 'receivedAt'] as const) if (!values[field].trim()) flaws[field] = 'required';
  if (!flaws.type && !known.types.includes(values.type)) flaws.type = 'unknownType';
  if (values.postcode.trim() && !values.senderId && !isPostcode.test(values.postcode.trim())) flaws.postcode = 'postcode';
  if (values.email && !/^\S+@\S+\.\S+$/.test(values.email)) flaws.email = 'email';
  for (const field of ['documentDate', 'postmarkDate', 'firstReceivedOn'] as const) if (values[field] && values.receivedAt && values[field] > values.receivedAt) flaws[field] = 'order';
  if (values.firstAuthority.trim() && !values.firstReceivedOn) flaws.firstReceivedOn = 'required';
  for (const field of ['receivedAt', 'documentDate', 'postmarkDate'] as const) if (values[field] > known.today) flaws[field] = 'future';
  if (values.endorsementLast.trim() && (!values.endorsement.trim() || values.endorsementLast.trim().length !== values.endorsement.trim().length)) flaws.endorsementLast = 'span';
  return flaws;
}

const asFormCalls: { readonly [field: string]: FieldName } = { parties: 'senderName', type: 'type', subject: 'subject', service: 'service', receivedAt: 'receivedAt', documentDate: 'documentDate', postmarkDate: 'postmarkDate', confidentiality: 'confidentiality' };

/** What the form of its type can't be without, of the fields that stand in qualification whatever a form asks. */
export function askedFlaws(form: Form | undefined, values: FieldValues): { readonly [field in FieldName]?: Flaw } {
  return Object.fromEntries((form ? flawsIn(form, values) : []).flatMap(({ field, code }) => (code === 'required' && asFormCalls[field] ? [[asFormCalls[field], 'required']] : [])));
}

/** Fields that a form may hide. */
const hidden: readonly FieldName[] = ['service', 'documentDate', 'postmarkDate', 'confidentiality'];

/** Without what stands in fields that are not shown. */
export function shownValues(values: Values, shows: (field: FieldName) => boolean): Values {
  return { ...values, ...Object.fromEntries(hidden.filter((field) => !shows(field)).map((field) => [field, ''])) };
}

/** The call's body; what is empty is left out, so that the house decides it. */
export function bodyOf(values: Values): Omit<QualifyBody, 'revision'> {
  const said = (text: string): string | undefined => text.trim() || undefined;
  return {
    type: values.type,
    subject: values.subject.trim(),
    receivedAt: values.receivedAt,
    documentDate: said(values.documentDate),
    postmarkDate: said(values.postmarkDate),
    firstReceived: said(values.firstReceivedOn) ? { on: values.firstReceivedOn, authority: said(values.firstAuthority) } : undefined,
    service: said(values.service),
    confidentiality: values.confidentiality === '' ? undefined : Number(values.confidentiality),
    endorsement: said(values.endorsement) ? { number: values.endorsement.trim(), last: said(values.endorsementLast) } : undefined,
    sender: { id: said(values.senderId), kind: values.senderKind, name: values.senderName.trim(), address: said(values.address), postcode: said(values.postcode), city: said(values.city), country: said(values.country), email: said(values.email) },
  };
}

/** The fields of a correspondent that was chosen from the known ones. */
export function fromCorrespondent(known: Correspondent): Partial<Values> {
  return { senderId: known.id ?? '', senderKind: known.kind, senderName: known.name, address: known.address ?? '', postcode: known.postcode ?? '', city: known.city ?? '', country: known.country ?? '', email: known.email ?? '' };
}

/** What changed between two readings of a mail, for whoever was filling its form; keys under `CHANGED`. */
export function changesBetween(before: Mail, after: Mail): readonly string[] {
  const looked = { state: (mail: Mail) => mail.state, assignee: (mail: Mail) => mail.assignee?.id, notes: (mail: Mail) => mail.notes, documents: (mail: Mail) => mail.documents, proposals: (mail: Mail) => JSON.stringify(mail.proposals), receivedAt: (mail: Mail) => mail.receivedAt };
  return Object.entries(looked)
    .filter(([, look]) => look(before) !== look(after))
    .map(([name]) => name);
}
