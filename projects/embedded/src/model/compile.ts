import { plain } from '../http/errors.js';
import { prefixOf, type ClassDefinition, type ModelDefinition, type PropertyDefinition } from './definition.js';
import type { Dictionary } from './dictionary.js';

const dataTypes = new Set(['any', 'text', 'mltext', 'content', 'int', 'long', 'float', 'double', 'date', 'datetime', 'boolean', 'qname', 'noderef', 'childassocref', 'assocref', 'path', 'category', 'locale', 'version', 'period', 'encrypted'].map((name) => `d:${name}`));

function classFaults(model: ModelDefinition, one: ClassDefinition, all: ReadonlyMap<string, ClassDefinition>): string[] {
  const own = new Set(model.namespaces.map((space) => space.prefix));
  const known = (name: string, aspect: boolean): boolean => all.get(name)?.aspect === aspect;
  const faults: string[] = [];
  if (!own.has(prefixOf(one.name))) faults.push(`namespace of ${one.name}`);
  if (one.parent !== undefined && !known(one.parent, one.aspect)) faults.push(`parent ${one.parent}`);
  for (const aspect of one.mandatoryAspects) if (!known(aspect, true)) faults.push(`aspect ${aspect}`);
  for (const assoc of one.associations) if (!all.has(assoc.target.cls)) faults.push(`target ${assoc.target.cls}`);
  for (const property of one.properties) if (!own.has(prefixOf(property.name)) || !dataTypes.has(property.dataType)) faults.push(`property ${property.name}`);
  return faults;
}

/** A model must stand on what it imports. @throws AcsError 500 "Failed to compile model" */
export function compile(model: ModelDefinition, dictionary: Dictionary): void {
  const others = dictionary.list.filter((one) => one.id !== model.id);
  const all = new Map([...others.flatMap((one) => one.classes), ...model.classes].map((one) => [one.name, one]));
  const uris = new Set(others.flatMap((one) => one.namespaces.map((space) => space.uri)));
  const taken = model.namespaces.some((space) => uris.has(space.uri));
  const missing = model.imports.some((space) => !uris.has(space.uri));
  const faults = model.classes.flatMap((one) => classFaults(model, one, all));
  if (taken || missing || faults.length > 0 || model.namespaces.length === 0) throw plain(500, `Failed to compile model '${model.id}'`);
}

const shapeOf = (property: PropertyDefinition): string => JSON.stringify([property.dataType, property.multiple, property.mandatory && property.enforced]);

/**
 * What an update may not do to a model that is in force. Additions pass; so does every change of constraints.
 * @param used tells whether a property was ever written to a node
 * @throws AcsError 500, worded as ACS words it
 */
export async function refuseDestructiveUpdate(before: ModelDefinition, after: ModelDefinition, dictionary: Dictionary, used: (property: string) => Promise<boolean>): Promise<void> {
  const refusal = (text: string) => plain(500, text);
  for (const old of before.classes) {
    const kind = old.aspect ? 'ASPECT' : 'TYPE';
    const now = after.classes.find((one) => one.name === old.name && one.aspect === old.aspect);
    if (now === undefined) throw refusal(`Failed to validate model update - found deleted ${kind} '${dictionary.fullName(old.name)}'`);
    if (now.parent !== old.parent) throw refusal(`Failed to validate model update - found non-incrementally updated ${kind} '${dictionary.fullName(old.name)}'`);
    for (const property of old.properties) {
      const kept = now.properties.find((one) => one.name === property.name);
      if (kept === undefined && (await used(property.name))) throw refusal(`Failed to validate property delete, property ${dictionary.fullName(property.name)} is in use`);
      if (kept !== undefined && shapeOf(kept) !== shapeOf(property)) throw refusal(`Failed to validate model update - found non-incrementally updated PROPERTY '${dictionary.fullName(property.name)}'`);
    }
  }
}
