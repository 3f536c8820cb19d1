import { customValuesOf, flawsIn, formFor, formsOf, type FieldValues, type Form, type Settings } from '@bannette/domain';
import type { MailRow } from '@bannette/house';
import type { Confirmed } from '../register.js';
import { requireSound } from './check.js';

/** What is confirmed of a captured mail, as the form of incoming mail asks it. */
function asked({ channel }: MailRow, { sender, fields, ...confirmed }: Confirmed, settings: Settings): { form: Form; values: FieldValues } {
  return { form: formFor('incoming', confirmed.type, formsOf(settings)), values: { ...confirmed, ...fields, parties: [sender], channel, documents: ['captured'] } };
}

/** @throws Problem 422 `formFlaw` */
export function requireQualified(mail: MailRow, confirmed: Confirmed, settings: Settings): void {
  const { form, values } = asked(mail, confirmed, settings);
  requireSound(form, values);
}

/** Whether nobody has to answer what the form asks beside what was read. */
export function needsNobody(mail: MailRow, confirmed: Confirmed, settings: Settings): boolean {
  const { form, values } = asked(mail, confirmed, settings);
  return flawsIn(form, values).length === 0;
}

/** Values of its custom fields, as the row keeps them. */
export function fieldsOfQualified(mail: MailRow, confirmed: Confirmed, settings: Settings): { readonly fields?: string } {
  const { form, values } = asked(mail, confirmed, settings);
  const kept = customValuesOf(form, values);
  return Object.keys(kept).length ? { fields: JSON.stringify({ ...mail.fields, ...kept }) } : {};
}
