/** A model as the model manager keeps it: drawn up in parts, put in force as a whole. */
export interface CustomModel {
  readonly name: string;
  readonly namespaceUri: string;
  readonly namespacePrefix: string;
  readonly description?: string;
  readonly author?: string;
  readonly status: 'ACTIVE' | 'DRAFT';
  readonly constraints: readonly CustomConstraint[];
  readonly types: readonly CustomClass[];
  readonly aspects: readonly CustomClass[];
}

export interface CustomClass {
  readonly name: string;
  readonly parentName?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties: readonly CustomProperty[];
}

export interface CustomProperty {
  readonly name: string;
  readonly dataType: string;
  readonly title?: string;
  readonly description?: string;
  readonly defaultValue?: string;
  readonly mandatory?: boolean;
  readonly mandatoryEnforced?: boolean;
  readonly multiValued?: boolean;
  readonly constraintRefs?: readonly string[];
}

export interface CustomConstraint {
  readonly name: string;
  readonly type: string;
  readonly parameters: readonly { readonly name: string; readonly simpleValue?: string; readonly listValue?: readonly string[] }[];
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
const element = (name: string, value: string | undefined): string => (value === undefined ? '' : `<${name}>${escaped(value)}</${name}>`);
const within = (name: string, parts: readonly string[]): string => (parts.length === 0 ? '' : `<${name}>${parts.join('')}</${name}>`);

function propertyXml(prefix: string, one: CustomProperty): string {
  const refs = (one.constraintRefs ?? []).map((ref) => `<constraint ref="${escaped(ref)}"/>`);
  return `<property name="${escaped(`${prefix}:${one.name}`)}">${element('title', one.title)}${element('description', one.description)}${element('type', one.dataType)}
    <mandatory enforced="${one.mandatoryEnforced === true}">${one.mandatory === true}</mandatory><multiple>${one.multiValued === true}</multiple>${element('default', one.defaultValue)}${within('constraints', refs)}</property>`;
}

const classXml = (tag: string, prefix: string) => (one: CustomClass): string =>
  `<${tag} name="${escaped(`${prefix}:${one.name}`)}">${element('title', one.title)}${element('description', one.description)}${element('parent', one.parentName)}${within('properties', one.properties.map((property) => propertyXml(prefix, property)))}</${tag}>`;

const constraintXml = (prefix: string) => (one: CustomConstraint): string =>
  `<constraint name="${escaped(`${prefix}:${one.name}`)}" type="${escaped(one.type)}">${one.parameters.map((parameter) =>
    `<parameter name="${escaped(parameter.name)}">${parameter.listValue === undefined ? element('value', parameter.simpleValue ?? '') : within('list', parameter.listValue.map((value) => element('value', value)))}</parameter>`).join('')}</constraint>`;

/** The model as a file in the Data Dictionary holds it. */
export function modelXml(model: CustomModel, imports: readonly { readonly prefix: string; readonly uri: string }[]): string {
  const prefix = model.namespacePrefix;
  return `<?xml version="1.0" encoding="UTF-8"?>
<model name="${escaped(`${prefix}:${model.name}`)}" xmlns="http://www.alfresco.org/model/dictionary/1.0">${element('description', model.description)}${element('author', model.author)}
${within('imports', imports.map((one) => `<import uri="${escaped(one.uri)}" prefix="${escaped(one.prefix)}"/>`))}
<namespaces><namespace uri="${escaped(model.namespaceUri)}" prefix="${escaped(prefix)}"/></namespaces>
${within('constraints', model.constraints.map(constraintXml(prefix)))}${within('types', model.types.map(classXml('type', prefix)))}${within('aspects', model.aspects.map(classXml('aspect', prefix)))}
</model>`;
}
