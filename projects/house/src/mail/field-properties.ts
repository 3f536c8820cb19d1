import { hasCode } from '@bannette/alfresco';
import { fieldsAspect, propertiesOf, type Settings } from '@bannette/domain';
import type { House } from '../house.js';
import type { NodeProperties } from './mirrored.js';
import type { MailRow } from './row.js';

const freshMs = 60_000;
const looked = new WeakMap<House, { readonly at: number; readonly known: ReadonlySet<string> }>();

/** Properties of custom fields that the running repository knows; asked again after a minute, an administrator adds them by an upgrade. */
export async function knownFieldProperties(house: House): Promise<ReadonlySet<string>> {
  const before = looked.get(house);
  if (before && Date.now() - before.at < freshMs) return before.known;
  const known = new Set((await house.repository.dictionary.propertiesOf('aspect', fieldsAspect).catch(withoutModel)) ?? []);
  looked.set(house, { at: Date.now(), known });
  return known;
}

// A prefix that Alfresco has no namespace for is a bad request there.
function withoutModel(error: unknown): undefined {
  if (!hasCode(error, 'invalid', 'notFound')) throw error;
}

/** Properties of the mail's folder for its custom fields; none for a mail without, whose folder then needs no aspect. */
export async function fieldProperties(house: House, mail: Pick<MailRow, 'fields'>, { forms }: Pick<Settings, 'forms'>): Promise<NodeProperties> {
  if (!Object.keys(mail.fields).length) return {};
  return propertiesOf(mail.fields, forms.fields, await knownFieldProperties(house));
}
