import { WebscriptError, type Webscripts } from '../http/webscript.js';
import { runningNumber } from '../http/errors.js';
import type { AssociationDefinition, ClassDefinition, ConstraintDefinition, PropertyDefinition } from './definition.js';
import type { Dictionary } from './dictionary.js';

/** `cm:content` as these addresses write it: `cm_content`. */
const inPath = (name: string): string => name.replace(':', '_');
const urlOf = (cls: string): string => `/api/classes/${inPath(cls)}`;

function requireClass(dictionary: Dictionary, given: string): ClassDefinition {
  const found = dictionary.classes.get(given.replace('_', ':'));
  if (found === undefined) throw new WebscriptError(404, `${runningNumber()} Check the className - ${given} - parameter in the URL`);
  return found;
}

/** Its own properties and those of its parents; what its aspects bring is not told here. */
const propertiesOf = (dictionary: Dictionary, cls: ClassDefinition): readonly PropertyDefinition[] => dictionary.propertiesOf(cls.name).filter((one) => !one.name.startsWith('sys:'));

const facts = (one: PropertyDefinition) => ({ dataType: one.dataType, multiValued: one.multiple, mandatory: one.mandatory, enforced: one.enforced, protected: one.protected, indexed: true });

const shortProperty = (cls: string) => (one: PropertyDefinition) => {
  const { dataType, ...rest } = facts(one);
  return [one.name, { name: one.name, title: one.title ?? '', description: one.description ?? '', dataType, defaultValue: one.defaultValue ?? null, ...rest, url: `${urlOf(cls)}/property/${inPath(one.name)}` }] as const;
};

const end = (one: { readonly cls: string; readonly mandatory: boolean; readonly many: boolean }) => ({ class: one.cls, mandatory: one.mandatory, many: one.many });
const shortAssociation = (cls: string) => (one: AssociationDefinition) =>
  [one.name, { name: one.name, title: one.title ?? '', url: `${urlOf(cls)}/association/${inPath(one.name)}`, source: end(one.source), target: end(one.target) }] as const;

function shownClass(dictionary: Dictionary, cls: ClassDefinition): object {
  const lineage = dictionary.lineage(cls.name);
  const associations = lineage.flatMap((one) => one.associations);
  const parent = cls.parent === undefined ? undefined : dictionary.classes.get(cls.parent);
  const aspects = dictionary.mandatoryAspects(cls.name).map((name) => [name, { name, title: dictionary.aspect(name)?.title ?? '', url: `${urlOf(cls.name)}/property/${inPath(name)}` }] as const);
  return {
    name: cls.name, isAspect: cls.aspect, isContainer: lineage.some((one) => one.container), title: cls.title ?? '', description: cls.description ?? '',
    ...(parent === undefined ? {} : { parent: { name: parent.name, title: parent.name.slice(parent.name.indexOf(':') + 1), url: urlOf(parent.name) } }),
    defaultAspects: Object.fromEntries(aspects),
    properties: Object.fromEntries(propertiesOf(dictionary, cls).map(shortProperty(cls.name))),
    associations: Object.fromEntries(associations.filter((one) => !one.child).map(shortAssociation(cls.name))),
    childassociations: Object.fromEntries(associations.filter((one) => one.child).map(shortAssociation(cls.name))),
    url: urlOf(cls.name),
  };
}

const parameterOrder: Readonly<Record<string, readonly string[]>> = { LIST: ['allowedValues', 'sorted', 'caseSensitive'], LENGTH: ['maxLength', 'minLength'], MINMAX: ['minValue', 'maxValue'], REGEX: ['requiresMatch', 'expression'] };

const shownConstraint = (one: ConstraintDefinition) => ({
  type: one.type,
  parameters: (parameterOrder[one.type] ?? Object.keys(one.parameters)).filter((name) => name in one.parameters).map((name) => ({ [name]: typeof one.parameters[name] === 'number' ? String(one.parameters[name]) : one.parameters[name] })),
});

const shownProperty = (one: PropertyDefinition) => {
  const { dataType, ...rest } = facts(one);
  return {
    name: one.name, ...(one.title === undefined ? {} : { title: one.title }), ...(one.description === undefined ? {} : { description: one.description }),
    defaultValues: '', dataType, ...rest, indexedAtomically: true, constraints: one.constraints.map(shownConstraint), url: `/api/property/${inPath(one.name)}`,
  };
};

const label = (one: PropertyDefinition): string => (one.title ?? one.name).toLowerCase();

/** What the older web pages ask of types and aspects. */
export function modelWebscripts(script: Webscripts): void {
  script('GET', 'classes/:cls', async ({ session, param }) => shownClass(session.dictionary, requireClass(session.dictionary, param('cls'))));

  script('GET', 'classes/:cls/properties', async ({ session, param }) =>
    [...propertiesOf(session.dictionary, requireClass(session.dictionary, param('cls')))].sort((one, other) => (label(one) < label(other) ? -1 : 1)).map(shownProperty));

  script('GET', 'classes/:cls/property/:property', async ({ session, param }) => {
    const found = propertiesOf(session.dictionary, requireClass(session.dictionary, param('cls'))).find((one) => inPath(one.name) === param('property'));
    if (found === undefined) throw new WebscriptError(404, `${runningNumber()} Check the propertyName - ${param('property')} - parameter in the URL`);
    return shownProperty(found);
  });
}
