import { XMLParser } from 'fast-xml-parser';
import { AlfrescoError } from '../error.js';

interface ModelClass {
  readonly kind: 'type' | 'aspect';
  readonly name: string;
  /** Own properties and associations, each with what may never change of it. */
  readonly members: ReadonlyMap<string, string>;
  /** Own properties only. */
  readonly properties: readonly string[];
  readonly parent?: string;
}

export interface Model {
  readonly name: string;
  readonly namespace: string;
  readonly classes: readonly ModelClass[];
}

type Xml = Record<string, never>;
const lists = ['types.type', 'aspects.aspect', 'properties.property', 'associations.association', 'associations.child-association', 'namespaces.namespace'];
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  processEntities: false,
  isArray: (_name, path) => lists.includes(String(path).split('.').slice(-2).join('.')),
});

/** @throws AlfrescoError `invalid` when it is no content model */
export function readModel(xml: string): Model {
  try {
    const { model } = parser.parse(xml) as { model: Xml };
    const classes = [...classesOf('type', list(model, 'types', 'type')), ...classesOf('aspect', list(model, 'aspects', 'aspect'))];
    return { name: model['@name']!, namespace: list(model, 'namespaces', 'namespace')[0]!['@uri']!, classes };
  } catch (error) {
    throw new AlfrescoError('invalid', 'read content model', { cause: error });
  }
}

function list(owner: Xml, group: string, item: string): readonly Xml[] {
  return (owner[group] as Xml | undefined)?.[item] ?? [];
}

function classesOf(kind: ModelClass['kind'], found: readonly Xml[]): readonly ModelClass[] {
  return found.map((one) => {
    const properties = list(one, 'properties', 'property');
    const associations = [...list(one, 'associations', 'association'), ...list(one, 'associations', 'child-association')];
    const members = new Map([
      ...properties.map((property): [string, string] => [property['@name']!, `${property['type']} ${property['multiple'] ?? 'false'}`]),
      ...associations.map((association): [string, string] => [association['@name']!, `to ${association['target']?.['class']}`]),
    ]);
    return { kind, name: one['@name']!, parent: one['parent'], members, properties: properties.map((property) => property['@name']!) };
  });
}

/** What the new model lacks or changes of the deployed one, as names: Alfresco would refuse it, or data would be lost. */
export function notAdditive(deployed: Model, wanted: Model): readonly string[] {
  return deployed.classes.flatMap((old) => {
    const now = wanted.classes.find(({ kind, name }) => kind === old.kind && name === old.name);
    if (!now || now.parent !== old.parent) return [old.name];
    return [...old.members].filter(([name, meaning]) => now.members.get(name) !== meaning).map(([name]) => name);
  });
}
