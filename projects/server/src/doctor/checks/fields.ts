import { hasCode } from '@bannette/alfresco';
import { fieldsAspect, propertyOf, type CustomField } from '@bannette/domain';
import { check } from '../check.js';
import { named } from '../named.js';
import { finding, type Finding } from '../report.js';

/** The properties that custom fields of the settings call for. */
export const fields = check('fields', 'alfresco', ['eyes'], async ({ eyes, settings }) => {
  const wanted = settings.forms.fields;
  if (!wanted.length) return [];
  const known = await eyes.repository.dictionary.propertiesOf('aspect', fieldsAspect).catch((error: unknown) => {
    // A prefix that Alfresco has no namespace for is a bad request there.
    if (hasCode(error, 'invalid')) return undefined;
    throw error;
  });
  return judgeFields(wanted, new Set(known ?? []));
});

export function judgeFields(wanted: readonly CustomField[], known: ReadonlySet<string>): readonly Finding[] {
  const missing = wanted.filter(({ key }) => !known.has(propertyOf(key))).map(({ label }) => label.fr);
  return missing.length ? [finding('fieldsMissing', { count: missing.length, names: named(missing) })] : [];
}
