import { XMLParser } from 'fast-xml-parser';
import { plain } from '../http/errors.js';
import type { AssociationDefinition, ClassDefinition, ConstraintDefinition, ModelDefinition, Namespace, PropertyDefinition } from './definition.js';

type Element = Readonly<Record<string, unknown>>;

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false, parseAttributeValue: false, removeNSPrefix: true, trimValues: true, processEntities: { enabled: true, maxTotalExpansions: 1000 } });

const list = (value: unknown): Element[] => (value === undefined || value === '' ? [] : (Array.isArray(value) ? value : [value]).map((one) => (typeof one === 'object' && one !== null ? (one as Element) : { '#text': String(one) })));
const text = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return undefined;
  const found = typeof value === 'object' ? (value as Element)['#text'] : value;
  return found === undefined || found === '' ? undefined : String(found);
};
const child = (element: unknown, name: string): unknown => (typeof element === 'object' && element !== null ? (element as Element)[name] : undefined);
const flag = (value: unknown, fallback = false): boolean => (text(value) === undefined ? fallback : text(value) === 'true');
const named = (element: Element): string => text(element['@name']) ?? '';
const about = (element: Element) => ({
  ...(text(element['title']) === undefined ? {} : { title: text(element['title']) }),
  ...(text(element['description']) === undefined ? {} : { description: text(element['description']) }),
});

/** LIST values, flags and bounds in the types in which ACS shows them. */
function parameters(element: Element): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const one of list(element['parameter'])) {
    const items = child(one['list'], 'value');
    const value = text(one['value']);
    found[named(one)] = items === undefined
      ? (value === 'true' || value === 'false' ? value === 'true' : value !== undefined && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value)
      : list(items).map((item) => text(item) ?? '');
  }
  return found;
}

const defaultsOf: Readonly<Record<string, Record<string, unknown>>> = { LIST: { caseSensitive: true, sorted: false }, REGEX: { requiresMatch: true } };

function constraint(element: Element, shared: ReadonlyMap<string, ConstraintDefinition>, fallbackId: string): ConstraintDefinition {
  const ref = text(element['@ref']);
  if (ref !== undefined) {
    const found = shared.get(ref);
    if (found === undefined) throw new Error(`Constraint reference ${ref} not found`);
    return found;
  }
  const type = text(element['@type']) ?? '';
  return { id: named(element) || fallbackId, type, parameters: { ...defaultsOf[type], ...parameters(element) } };
}

function property(element: Element, shared: ReadonlyMap<string, ConstraintDefinition>): PropertyDefinition {
  const name = named(element);
  const mandatory = element['mandatory'];
  const fallback = text(element['default']);
  return {
    name, ...about(element), dataType: text(element['type']) ?? '',
    ...(fallback === undefined ? {} : { defaultValue: fallback }),
    multiple: flag(element['multiple']), mandatory: flag(mandatory), enforced: flag(mandatory) && flag(child(mandatory, '@enforced')), protected: flag(element['protected']),
    constraints: list(child(element['constraints'], 'constraint')).map((one, index) => constraint(one, shared, `${name}_anon_${index}`)),
  };
}

function association(element: Element, owner: string, isChild: boolean): AssociationDefinition {
  const { source, target } = element;
  return {
    name: named(element), ...about(element), child: isChild, protected: flag(element['protected']),
    source: { cls: owner, many: flag(child(source, 'many'), true), mandatory: flag(child(source, 'mandatory')) },
    target: { cls: text(child(target, 'class')) ?? '', many: flag(child(target, 'many'), true), mandatory: flag(child(target, 'mandatory')), enforced: flag(child(child(target, 'mandatory'), '@enforced')) },
  };
}

function cls(element: Element, aspect: boolean, model: string, shared: ReadonlyMap<string, ConstraintDefinition>): ClassDefinition {
  const name = named(element);
  const parent = text(element['parent']);
  const associations = element['associations'];
  const members = [...list(child(associations, 'association')).map((one) => association(one, name, false)), ...list(child(associations, 'child-association')).map((one) => association(one, name, true))];
  return {
    name, aspect, model, ...about(element), ...(parent === undefined ? {} : { parent }),
    container: members.some((one) => one.child), archive: flag(element['archive']), includedInSupertypeQuery: flag(element['includedInSuperTypeQuery'], true),
    mandatoryAspects: list(child(element['mandatory-aspects'], 'aspect')).map((one) => text(one) ?? ''),
    associations: members,
    properties: list(child(element['properties'], 'property')).map((one) => property(one, shared)),
  };
}

const spaces = (value: unknown): Namespace[] => list(value).map((one) => ({ prefix: text(one['@prefix']) ?? '', uri: text(one['@uri']) ?? '' }));

/** Reads a dictionary model. @throws AcsError 500 as ACS does when it is no model at all */
export function parseModel(xml: string): ModelDefinition {
  let root: Element | undefined;
  try {
    root = /<!DOCTYPE/i.test(xml) ? undefined : (parser.parse(xml, true) as { model?: Element }).model;
  } catch {
    root = undefined;
  }
  if (typeof root !== 'object' || named(root) === '') throw plain(500, 'Failed to parse model');
  const id = named(root);
  try {
    const shared = new Map<string, ConstraintDefinition>();
    for (const one of list(child(root['constraints'], 'constraint'))) shared.set(named(one), constraint(one, shared, named(one)));
    const optional = Object.fromEntries(['author', 'description', 'version'].flatMap((key) => (text(root[key]) === undefined ? [] : [[key, text(root[key])]])));
    return {
      id, ...optional,
      namespaces: spaces(child(root['namespaces'], 'namespace')), imports: spaces(child(root['imports'], 'import')),
      classes: [
        ...list(child(root['types'], 'type')).map((one) => cls(one, false, id, shared)),
        ...list(child(root['aspects'], 'aspect')).map((one) => cls(one, true, id, shared)),
      ],
    };
  } catch {
    throw plain(500, `Failed to compile model '${id}'`);
  }
}
