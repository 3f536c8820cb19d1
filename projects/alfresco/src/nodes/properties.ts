import { AlfrescoError } from '../error.js';
import { gecProperties, type GecProperty, type PropertyDefinition } from '../model.generated.js';

export type PropertyValue = string | number | boolean | readonly string[] | null;

/** By prefixed name. `null` clears a property. */
export type Properties = Readonly<Record<string, PropertyValue>>;

const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/;
const alfrescoInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/;

function definitionOf(name: string): PropertyDefinition | undefined {
  return Object.hasOwn(gecProperties, name) ? gecProperties[name as GecProperty] : undefined;
}

/**
 * Properties as they are sent. Alfresco takes much in silence (any word for a boolean is false, 3.7 for a whole number is
 * 3) and answers a list for a single value with 500: so ours are checked against the model first.
 * @throws AlfrescoError `invalid`, naming the property
 */
export function toWire(properties: Properties): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, wireValue(name, value)]));
}

function wireValue(name: string, value: PropertyValue): unknown {
  const definition = definitionOf(name);
  if (!definition && name.startsWith('gec:')) throw invalid(name);
  if (!definition || value === null) return value;
  if (definition.multiple !== Array.isArray(value)) throw invalid(name);
  return Array.isArray(value) ? value.map((item) => single(name, definition, item)) : single(name, definition, value as string | number | boolean);
}

function single(name: string, { type }: PropertyDefinition, value: string | number | boolean): unknown {
  if (!accepts[type](value)) throw invalid(name);
  if (type === 'date') return `${value as string}T00:00:00.000Z`;
  return type === 'datetime' ? new Date(value as string).toISOString() : value;
}

const accepts: Readonly<Record<PropertyDefinition['type'], (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  int: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  double: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && isDay(value),
  datetime: (value) => typeof value === 'string' && isInstant(value),
};

// Date.parse takes the 31st of April for the 1st of May.
export function isDay(value: string): boolean {
  const time = day.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

export const isInstant = (value: string): boolean => instant.test(value) && !Number.isNaN(Date.parse(value));

const invalid = (name: string): AlfrescoError => new AlfrescoError('invalid', `property ${name}`);

/** Properties as read: Alfresco's `+0000` becomes `Z`, and a `d:date` of ours its day. */
export function fromWire(properties: Readonly<Record<string, unknown>>): Properties {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, readValue(name, value as PropertyValue)]));
}

function readValue(name: string, value: PropertyValue): PropertyValue {
  const definition = definitionOf(name);
  if (Array.isArray(value)) return (value as readonly string[]).map((item) => readValue(name, item) as string);
  if (typeof value !== 'string' || definition?.type === 'text' || !alfrescoInstant.test(value)) return value;
  return definition?.type === 'date' ? value.slice(0, 10) : value.replace('+0000', 'Z');
}

/** A file name that Alfresco accepts: none of `" * \ > < ? / : |`, no dot or space at the end. */
export function checkName(name: string): void {
  if (name === '' || name.length > 255 || /["*\\><?/:|\u0000-\u001f]|[. ]$/.test(name)) throw new AlfrescoError('invalid', 'name of a node');
}
