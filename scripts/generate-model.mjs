#!/usr/bin/env node
// Generates projects/alfresco/src/model.generated.ts from the content model. `--check` only says whether it is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XMLParser } from 'fast-xml-parser';

const source = fileURLToPath(new URL('../alfresco-config/model/gecModel.xml', import.meta.url));
const target = fileURLToPath(new URL('../projects/alfresco/src/model.generated.ts', import.meta.url));

const lists = new Set(['types.type', 'aspects.aspect', 'properties.property', 'associations.association', 'namespaces.namespace']);
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  isArray: (_name, path) => lists.has(path.split('.').slice(-2).join('.')),
});

const { model } = parser.parse(readFileSync(source));
const types = model.types.type;
const aspects = model.aspects.aspect;
const classes = [...types, ...aspects];

const local = (name) => name.split(':')[1];
const constants = (names) => names.map((name) => `    ${local(name)}: '${name}',`).join('\n');
const properties = classes.flatMap((owner) => (owner.properties?.property ?? []).map((property) => ({ ...property, owner: owner.name })));
const associations = classes.flatMap((owner) => owner.associations?.association ?? []);

function propertyLine({ name, type, multiple, owner }) {
  return `  '${name}': { type: '${local(type)}', multiple: ${multiple === 'true'}, owner: '${owner}' },`;
}

const text = `// Generated from alfresco-config/model/gecModel.xml by scripts/generate-model.mjs: do not edit.

/** Names of Bannette's content model. */
export const Gec = {
  namespace: '${model.namespaces.namespace[0].uri}',
  model: '${model.name}',
  types: {
${constants(types.map(({ name }) => name))}
  },
  aspects: {
${constants(aspects.map(({ name }) => name))}
  },
  props: {
${constants(properties.map(({ name }) => name))}
  },
  assocs: {
${constants(associations.map(({ name }) => name))}
  },
} as const;

export type GecType = (typeof Gec.types)[keyof typeof Gec.types];
export type GecAspect = (typeof Gec.aspects)[keyof typeof Gec.aspects];
export type GecProperty = (typeof Gec.props)[keyof typeof Gec.props];

export interface PropertyDefinition {
  readonly type: 'text' | 'int' | 'double' | 'boolean' | 'date' | 'datetime';
  readonly multiple: boolean;
  /** The type or aspect that brings the property. */
  readonly owner: GecType | GecAspect;
}

export const gecProperties: Readonly<Record<GecProperty, PropertyDefinition>> = {
${properties.map(propertyLine).join('\n')}
};
`;

const known = ['text', 'int', 'double', 'boolean', 'date', 'datetime'];
const foreign = properties.find(({ type }) => !known.includes(local(type)));
if (foreign) throw new Error(`${foreign.name}: the client does not know ${foreign.type}`);

if (process.argv.includes('--check')) {
  let current = '';
  try {
    current = readFileSync(target, 'utf8');
  } catch {
    // absent is stale
  }
  if (current !== text) {
    console.error('projects/alfresco/src/model.generated.ts is stale: run `node scripts/generate-model.mjs`.');
    process.exit(1);
  }
} else {
  writeFileSync(target, text);
}
