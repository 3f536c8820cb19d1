import type { AssociationDefinition, ClassDefinition, ConstraintDefinition, ModelDefinition, PropertyDefinition } from './definition.js';
import { prefixOf } from './definition.js';
import type { Dictionary } from './dictionary.js';

const titled = (one: { title?: string; description?: string }) => ({
  ...(one.title === undefined ? {} : { title: one.title }),
  ...(one.description === undefined ? {} : { description: one.description }),
});

const shownConstraint = (one: ConstraintDefinition) => ({ id: one.id, type: one.type, parameters: one.parameters });

const shownProperty = (one: PropertyDefinition) => ({
  id: one.name, ...titled(one), ...(one.defaultValue === undefined ? {} : { defaultValue: one.defaultValue }),
  dataType: one.dataType, isMultiValued: one.multiple, isMandatory: one.mandatory, isMandatoryEnforced: one.enforced, isProtected: one.protected,
  ...(one.constraints.length === 0 ? {} : { constraints: one.constraints.map(shownConstraint) }),
});

const shownAssociation = (one: AssociationDefinition) => ({
  id: one.name, ...titled(one), isChild: one.child, isProtected: one.protected,
  source: { cls: one.source.cls, isMany: one.source.many, isMandatory: one.source.mandatory },
  target: { cls: one.target.cls, isMany: one.target.many, isMandatory: one.target.mandatory, isMandatoryEnforced: one.target.enforced },
});

const listed = (properties: readonly PropertyDefinition[]) => properties.filter((one) => one.dataType !== 'd:content' && prefixOf(one.name) !== 'sys').map(shownProperty);

function shownModel(model: ModelDefinition | undefined, cls: ClassDefinition) {
  const space = model?.namespaces.find((one) => one.prefix === prefixOf(cls.name));
  return {
    id: cls.model, ...(model?.author === undefined ? {} : { author: model.author }), ...(model?.description === undefined ? {} : { description: model.description }),
    namespaceUri: space?.uri, namespacePrefix: prefixOf(cls.name),
  };
}

/** A type or aspect as `/types` and `/aspects` show it. */
export function shownClass(dictionary: Dictionary, cls: ClassDefinition, include: ReadonlySet<string>): Record<string, unknown> {
  const lineage = dictionary.lineage(cls.name);
  const inherited = <T>(pick: (one: ClassDefinition) => readonly T[]): T[] => lineage.flatMap(pick);
  return {
    ...(include.has('associations') ? { associations: inherited((one) => one.associations).map(shownAssociation) } : {}),
    ...(lineage.some((one) => one.archive) ? { isArchive: true } : {}),
    ...(include.has('mandatoryAspects') ? { mandatoryAspects: dictionary.mandatoryAspects(cls.name) } : {}),
    includedInSupertypeQuery: cls.includedInSupertypeQuery,
    isContainer: lineage.some((one) => one.container),
    model: shownModel(dictionary.model(cls.model), cls),
    id: cls.name, ...titled(cls),
    ...(include.has('properties') ? { properties: listed(inherited((one) => one.properties)) } : {}),
    ...(cls.parent === undefined ? {} : { parentId: cls.parent }),
  };
}

/** Every property that a node of this type with these aspects may hold. */
export function definitionOf(dictionary: Dictionary, type: string, aspects: readonly string[]) {
  const classes = new Set([type, ...dictionary.mandatoryAspects(type), ...aspects].flatMap((name) => dictionary.lineage(name)));
  return { properties: listed([...classes].flatMap((one) => one.properties)) };
}
