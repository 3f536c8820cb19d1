import type { Dictionary } from '../model/dictionary.js';
import { convert, writable, type Stored } from '../model/values.js';

export interface PropertyChanges {
  readonly set: ReadonlyMap<string, Stored>;
  readonly cleared: ReadonlySet<string>;
  /** Aspects that the properties bring with them. */
  readonly aspects: readonly string[];
  readonly name?: string;
}

/** References to nodes that are not there are dropped without a word, as ACS drops them. */
export type Exists = (reference: string) => Promise<boolean>;

/** Converts the properties of a request. @throws AcsError 400, 500 */
export async function propertyChanges(given: Readonly<Record<string, unknown>>, dictionary: Dictionary, exists: Exists): Promise<PropertyChanges> {
  const set = new Map<string, Stored>();
  const cleared = new Set<string>();
  const aspects = new Set<string>();
  let name: string | undefined;
  for (const [key, value] of Object.entries(given)) {
    const property = writable(key, dictionary);
    const converted = convert(value, property, dictionary);
    if (property.name === 'cm:name') {
      if (typeof converted === 'string') name = converted;
      continue;
    }
    if (property.dataType === 'd:content') continue;
    const holder = dictionary.holder(property.name);
    const gone = property.dataType === 'd:noderef' && typeof converted === 'string' && !(await exists(converted));
    if (holder?.aspect === true && converted !== undefined) aspects.add(holder.name);
    if (converted === undefined || gone) cleared.add(property.name);
    else set.set(property.name, converted);
  }
  return { set, cleared, aspects: [...aspects], ...(name === undefined ? {} : { name }) };
}

/** Aspects with those that they, or the type, make obligatory; system ones are not kept. */
export function completeAspects(type: string, aspects: readonly string[], dictionary: Dictionary): string[] {
  const all = [...dictionary.mandatoryAspects(type), ...aspects, ...aspects.flatMap((aspect) => dictionary.mandatoryAspects(aspect))];
  return [...new Set(all)].filter((aspect) => !aspect.startsWith('sys:'));
}

const unkept = new Set(['cm:autoVersion', 'cm:autoVersionOnUpdateProps', 'cm:initialVersion', 'cm:name']);

/** Default values of the given classes' properties. */
export function defaultsOf(classes: readonly string[], dictionary: Dictionary): Map<string, Stored> {
  const found = new Map<string, Stored>();
  for (const property of classes.flatMap((name) => dictionary.propertiesOf(name))) {
    if (property.defaultValue === undefined || unkept.has(property.name)) continue;
    const value = convert(property.defaultValue, property, dictionary);
    if (value !== undefined) found.set(property.name, value);
  }
  return found;
}

export const withoutUnkept = (set: ReadonlyMap<string, Stored>): Map<string, Stored> => new Map([...set].filter(([name]) => !unkept.has(name)));
