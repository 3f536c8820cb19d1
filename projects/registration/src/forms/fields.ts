import { fieldsOf, flawsOfValue, formFor, formsOf, isAnswered, kindOf, stateOf, type CustomField, type FieldValue, type Settings } from '@bannette/domain';
import { invalid, type Call, type Contract, type Mail } from '@bannette/http';
import { act, type House, type MailRow } from '@bannette/house';
import type { JsonObject } from '@bannette/store';

/** Changes values of custom fields; the journal keeps which, and beside the chain what they were and are. */
export async function changeFields(house: House, call: Call<Contract['changeFields']>): Promise<Mail> {
  const settings = await house.settings();
  return act(house, call, {
    action: 'describe',
    change: (mail) => {
      const changed = Object.entries(call.body.fields).filter(([key, value]) => JSON.stringify(value ?? null) !== JSON.stringify(mail.fields[key] ?? null));
      const fields = valuesAfter(mail, changed, settings);
      const told = (values: { readonly [key: string]: unknown }): JsonObject => Object.fromEntries(changed.map(([key]) => [key, (values[key] ?? null) as never]));
      return { set: { fields: JSON.stringify(fields) }, entry: { type: 'mail.fieldsChanged', data: { fields: changed.map(([key]) => key) }, personal: { before: told(mail.fields), after: told(fields) } } };
    },
  });
}

/** The values with what changes; only what changes is looked at, so that a value from before a stricter setting holds nobody up. */
function valuesAfter(mail: MailRow, changed: readonly (readonly [string, FieldValue | null])[], settings: Settings): { readonly [key: string]: FieldValue } {
  const after: { [key: string]: FieldValue } = { ...mail.fields };
  for (const [key, value] of changed) {
    const custom = formsOf(settings).fields.find((field) => field.key === key);
    if (!custom) throw invalid('formFlaw', `There is no field ${key}`, { field: key, flaw: 'unknown', count: 1 });
    if (isAnswered(value) && value !== null) after[key] = requireValue(custom, value);
    else delete after[key];
  }
  const asked = askedOf(mail, after, settings);
  const missing = changed.find(([key]) => asked.has(key) && after[key] === undefined);
  if (missing) throw invalid('formFlaw', `${missing[0]}: required`, { field: missing[0], flaw: 'required', count: 1 });
  return after;
}

function requireValue(custom: CustomField, value: FieldValue): FieldValue {
  const [flaw] = flawsOfValue(custom, value);
  if (flaw) throw invalid('formFlaw', `${flaw.field}: ${flaw.code}`, { field: flaw.field, flaw: flaw.code, count: 1, ...(flaw.limit === undefined ? {} : { limit: flaw.limit }) });
  return value;
}

/** Custom fields that the mail's form requires, by what it says already. */
function askedOf(mail: MailRow, fields: { readonly [key: string]: FieldValue }, settings: Settings): ReadonlySet<string> {
  const form = formFor(kindOf(mail), mail.type ?? undefined, formsOf(settings));
  const values = { type: mail.type, subject: mail.subject, summary: mail.summary, service: mail.service, channel: mail.channel, parties: mail.correspondent ? [mail.correspondent] : [], receivedAt: mail.received_at, documentDate: mail.document_date, departureDate: mail.departure_date, confidentiality: mail.confidentiality, ...mail.entry, ...fields };
  const { required } = stateOf(form, values);
  return new Set(fieldsOf(form).filter(({ field, custom }) => custom && required.has(field)).map(({ field }) => field));
}
