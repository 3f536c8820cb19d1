import { AcsError, plain } from '../http/errors.js';
import type { PropertyDefinition } from './definition.js';
import type { Dictionary } from './dictionary.js';

export type Stored = string | number | boolean | readonly (string | number | boolean)[];

const ISO = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** An ISO day or instant as an instant in UTC; a day is its midnight. Undefined when it is neither. */
export function instant(value: string): string | undefined {
  if (!ISO.test(value)) return undefined;
  const withColon = value.replace(/([+-]\d{2})(\d{2})$/, '$1:$2');
  const zoned = value.includes('T') && !/(Z|[+-]\d{2}:\d{2})$/.test(withColon) ? `${withColon}Z` : withColon;
  const at = new Date(zoned);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** How ACS writes instants: `+0000`, never `Z`. */
export const shown = (iso: string): string => iso.replace(/Z$/, '+0000');

/** The words of Java's property definition, which ACS puts in its refusals. */
function described(property: PropertyDefinition, dictionary: Dictionary): string {
  const holder = dictionary.holder(property.name)?.name ?? property.name;
  return `Name: ${dictionary.fullName(property.name)}\nTitle: ${property.title ?? null}\nDescription: ${property.description ?? null}\nDefault Value: ${property.defaultValue ?? null}\nDataType Name: ${dictionary.fullName(property.dataType)}\nContainerClass Name: ${dictionary.fullName(holder)}\nisMultiValued: ${property.multiple}\n`;
}

function instantOf(value: unknown, property: PropertyDefinition, dictionary: Dictionary): string {
  const found = typeof value === 'number' ? new Date(value).toISOString() : instant(String(value));
  if (found !== undefined) return found;
  throw plain(400, `The property value is not compatible with the type defined for the property: \n   property: ${described(property, dictionary)}   value: ${String(value)}`, false);
}

function numberOf(value: unknown, whole: boolean): number {
  const found = typeof value === 'boolean' ? (value ? 1 : 0) : Number(typeof value === 'string' ? value.trim() : value);
  if (Number.isNaN(found) || value === '') throw plain(400, `For input string: "${String(value)}"`, false);
  return whole ? Math.trunc(found) : found;
}

const reference = (value: unknown): string => String(value).replace(/^workspace:\/\/SpacesStore\//, '');

function single(value: unknown, property: PropertyDefinition, dictionary: Dictionary): string | number | boolean {
  switch (property.dataType) {
    case 'd:int': case 'd:long': return numberOf(value, true);
    case 'd:float': case 'd:double': return numberOf(value, false);
    case 'd:boolean': return typeof value === 'boolean' ? value : String(value).toLowerCase() === 'true';
    case 'd:date': case 'd:datetime': return instantOf(value, property, dictionary);
    case 'd:noderef': case 'd:category': return reference(value);
    default: return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }
}

/**
 * A value as a client sent it, made into the one that is kept. `undefined` clears the property: null and, for text, the empty string.
 * @throws AcsError 400 or 500, each where a real repository answers so
 */
export function convert(value: unknown, property: PropertyDefinition, dictionary: Dictionary): Stored | undefined {
  if (value === null || value === undefined) return undefined;
  if (property.multiple) return (Array.isArray(value) ? value : [value]).map((one) => single(one, property, dictionary));
  if (Array.isArray(value)) {
    if (property.dataType === 'd:mltext') throw plain(400, `There is no conversion registered for the value: \n   value class: java.util.ArrayList\n   to class: java.lang.String\n   value: [${value.join(', ')}]`, false);
    throw plain(500, `A single-valued property of this type may not be a collection: \n   Property: ${described(property, dictionary)}`);
  }
  if (value === '') return undefined;
  return single(value, property, dictionary);
}

const auditable = new Set(['cm:creator', 'cm:created', 'cm:modifier', 'cm:modified', 'cm:accessed']);
const closedSpaces = new Set(['sys']);

/** The property behind a name in a request. @throws AcsError 400 unknown, or not open to the API */
export function writable(name: string, dictionary: Dictionary): PropertyDefinition {
  const qname = dictionary.qname(name);
  if (closedSpaces.has(qname.split(':')[0] ?? '')) throw plain(400, `NameSpace cannot be used by API: ${name}`, false);
  if (auditable.has(qname)) throw plain(400, `Cannot be used by API: ${name}`, false);
  const property = dictionary.properties.get(qname);
  if (property === undefined) throw new AcsError(400, `Unknown property: ${name}`);
  return property;
}
