import type { CustomField } from '../settings/forms.js';
import type { FieldType, FieldValue } from './fields.js';

/** Namespace prefix of the properties that custom fields are in Alfresco. */
export const fieldPrefix = 'gecf';
export const fieldsAspect = `${fieldPrefix}:fields`;
export const propertyOf = (key: string): string => `${fieldPrefix}:${key}`;

/** Alfresco's data type of each type of field; a correspondent is its JSON, as senders are. */
export const dataTypes: { readonly [type in FieldType]: string } = { text: 'd:text', longText: 'd:text', number: 'd:double', date: 'd:date', yesNo: 'd:boolean', list: 'd:text', multiList: 'd:text', correspondent: 'd:text' };

type PropertyValue = string | number | boolean | readonly string[] | null;

/** Properties of a mail's folder for the fields that Alfresco has a property for: those without a value are emptied. */
export function propertiesOf(values: { readonly [key: string]: FieldValue }, fields: readonly CustomField[], known: ReadonlySet<string>): { readonly [property: string]: PropertyValue } {
  return Object.fromEntries(fields.filter(({ key }) => known.has(propertyOf(key))).map(({ key, type }) => [propertyOf(key), written(type, values[key])]));
}

function written(type: FieldType, value: FieldValue | undefined): PropertyValue {
  if (value === undefined) return null;
  if (type === 'date') return `${String(value)}T00:00:00.000Z`;
  return type === 'correspondent' ? JSON.stringify(value) : (value as PropertyValue);
}

/** Values as a folder's properties tell them; what they don't tell, or of another type, is as `otherwise` says. */
export function valuesIn(properties: { readonly [property: string]: unknown }, fields: readonly CustomField[], otherwise: { readonly [key: string]: unknown }): { readonly [key: string]: unknown } {
  const told = fields.flatMap(({ key, type }): [string, unknown][] => {
    const value = read(type, properties[propertyOf(key)]);
    return value === undefined ? [] : [[key, value]];
  });
  return { ...otherwise, ...Object.fromEntries(told) };
}

function read(type: FieldType, value: unknown): unknown {
  if (value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length)) return undefined;
  if (type === 'multiList') return Array.isArray(value) ? value : [value];
  if (type === 'date') return String(value).slice(0, 10);
  if (type !== 'correspondent') return value;
  try {
    return JSON.parse(String(value)) as unknown;
  } catch {
    return undefined;
  }
}
