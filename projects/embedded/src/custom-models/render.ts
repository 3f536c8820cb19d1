import type { CustomClass, CustomConstraint, CustomModel, CustomProperty } from './custom-model.js';

export const shownModel = ({ author, name, description, namespaceUri, namespacePrefix, status }: CustomModel): object => ({ author, name, description, namespaceUri, namespacePrefix, status });

const defaults: Readonly<Record<string, Readonly<Record<string, string>>>> = { LIST: { caseSensitive: 'true', sorted: 'false' } };

export function shownConstraint(model: CustomModel, one: CustomConstraint): object {
  const missing = Object.entries(defaults[one.type] ?? {}).filter(([name]) => !one.parameters.some((parameter) => parameter.name === name));
  return { name: one.name, prefixedName: `${model.namespacePrefix}:${one.name}`, type: one.type, parameters: [...one.parameters, ...missing.map(([name, simpleValue]) => ({ name, simpleValue }))] };
}

const shownProperty = (model: CustomModel, one: CustomProperty, all: boolean): object => ({
  name: one.name, ...(all ? { prefixedName: `${model.namespacePrefix}:${one.name}` } : {}),
  ...(one.title === undefined ? {} : { title: one.title }), ...(one.description === undefined ? {} : { description: one.description }),
  dataType: one.dataType, ...(one.defaultValue === undefined ? {} : { defaultValue: one.defaultValue }), facetable: 'UNSET', ...(all ? { indexTokenisationMode: 'TRUE' } : {}),
  ...(one.constraintRefs === undefined ? {} : { constraintRefs: one.constraintRefs }),
  mandatory: one.mandatory ?? false, multiValued: one.multiValued ?? false, mandatoryEnforced: one.mandatoryEnforced ?? false, indexed: true,
});

/** As it was sent when it is made; else with its prefixed name, and with `all` its properties' too. */
export const shownClass = (model: CustomModel, one: CustomClass, as: 'made' | 'changed' | 'all'): object => ({
  ...(one.parentName === undefined ? {} : { parentName: one.parentName }), name: one.name, ...(as === 'made' ? {} : { prefixedName: `${model.namespacePrefix}:${one.name}` }),
  ...(one.title === undefined ? {} : { title: one.title }), ...(one.description === undefined ? {} : { description: one.description }),
  properties: one.properties.map((property) => shownProperty(model, property, as === 'all')),
});
