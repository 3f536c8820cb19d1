import { AlfrescoError } from '../error.js';
import { gecProperties, type GecProperty } from '../model.generated.js';
import { isDay, isInstant } from '../nodes/properties.js';
import { name } from './afts.js';

/** A query in the part of CMIS SQL that Alfresco answers from its database: no `IN_TREE`, no `CONTAINS`. */
export interface CmisQuery {
  readonly language: 'cmis';
  readonly text: string;
  readonly trusted: true;
}

/** A property of the model, or one of CMIS's own (`cmis:name`, `cmis:lastModificationDate` …). */
export type Column = GecProperty | `cmis:${string}`;
export type Comparison = '=' | '<>' | '<' | '<=' | '>' | '>=';

/** Writes a condition once it is known under which alias the query has each column. */
export type Condition = (aliasOf: (column: Column) => string) => string;

const several = (word: string, conditions: readonly Condition[]): Condition => {
  if (conditions.length === 0) throw new AlfrescoError('invalid', `cmis ${word} of nothing`);
  return (alias) => `(${conditions.map((condition) => condition(alias)).join(` ${word} `)})`;
};

export const cmis = {
  /** Starts a query on a type (`gec:incoming`, `cmis:folder`); aspects are joined as the conditions need them. */
  select: (type: string): CmisSelect => selectFrom(name(type), undefined, []),
  compare: (column: Column, comparison: Comparison, value: string | number | boolean): Condition => {
    const written = literal(column, value);
    // "Not equal" in the form that a database without index was seen to answer.
    return (alias) => (comparison === '<>' ? `NOT ${alias(column)} = ${written}` : `${alias(column)} ${comparison} ${written}`);
  },
  in: (column: Column, values: readonly (string | number)[]): Condition => {
    if (values.length === 0) throw new AlfrescoError('invalid', 'cmis IN of nothing');
    const written = values.map((value) => literal(column, value)).join(', ');
    return (alias) => `${alias(column)} IN (${written})`;
  },
  startsWith: (column: Column, prefix: string): Condition => {
    const written = text(prefix.replace(/[\\%_]/g, '\\$&') + '%', false);
    return (alias) => `${alias(column)} LIKE ${written}`;
  },
  /** One of a property's several values. */
  any: (column: Column, value: string): Condition => {
    const written = literal(column, value);
    return (alias) => `${written} = ANY ${alias(column)}`;
  },
  isNull: (column: Column): Condition => (alias) => `${alias(column)} IS NULL`,
  isNotNull: (column: Column): Condition => (alias) => `${alias(column)} IS NOT NULL`,
  inFolder: (folderId: string): Condition => {
    const written = text(folderId);
    return () => `IN_FOLDER(d, ${written})`;
  },
  and: (...conditions: readonly Condition[]): Condition => several('AND', conditions),
  or: (...conditions: readonly Condition[]): Condition => several('OR', conditions),
  not: (condition: Condition): Condition => (alias) => `NOT ${condition(alias)}`,
};

interface Order {
  readonly column: Column;
  readonly direction: 'ASC' | 'DESC';
}

export interface CmisSelect extends CmisQuery {
  where(condition: Condition): CmisSelect;
  orderBy(column: Column, direction?: 'ASC' | 'DESC'): CmisSelect;
}

function selectFrom(type: string, condition: Condition | undefined, orders: readonly Order[]): CmisSelect {
  return {
    language: 'cmis',
    trusted: true,
    text: written(type, condition, orders),
    where: (next) => selectFrom(type, condition ? cmis.and(condition, next) : next, orders),
    orderBy: (column, direction = 'ASC') => selectFrom(type, condition, [...orders, { column, direction }]),
  };
}

function written(type: string, condition: Condition | undefined, orders: readonly Order[]): string {
  const aliases = new Map<string, string>();
  const aliasOf = (column: Column): string => {
    const owner = ownerOf(column);
    if (!owner || owner === type || owner === 'gec:document') return `d.${name(column)}`;
    if (!aliases.has(owner)) aliases.set(owner, `a${aliases.size}`);
    return `${aliases.get(owner)!}.${column}`;
  };
  const where = condition ? ` WHERE ${condition(aliasOf)}` : '';
  const order = orders.map(({ column, direction }) => `${aliasOf(column)} ${direction}`).join(', ');
  const joins = [...aliases].map(([aspect, alias]) => ` JOIN ${aspect} AS ${alias} ON d.cmis:objectId = ${alias}.cmis:objectId`).join('');
  return `SELECT d.* FROM ${type} AS d${joins}${where}${order && ` ORDER BY ${order}`}`;
}

const ownerOf = (column: Column): string | undefined => (Object.hasOwn(gecProperties, column) ? gecProperties[column as GecProperty].owner : undefined);

const instants: readonly string[] = ['cmis:creationDate', 'cmis:lastModificationDate'];

function literal(column: Column, value: string | number | boolean): string {
  const type = Object.hasOwn(gecProperties, column) ? gecProperties[column as GecProperty].type : instants.includes(column) ? 'datetime' : 'text';
  if (type === 'date' || type === 'datetime') return timestamp(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return text(String(value));
}

function timestamp(value: string | number | boolean): string {
  if (typeof value !== 'string' || !(isDay(value) || isInstant(value))) throw new AlfrescoError('invalid', 'instant in a CMIS query');
  return `TIMESTAMP '${new Date(value).toISOString()}'`;
}

function text(value: string, escape = true): string {
  if (/[\u0000-\u001f]/.test(value)) throw new AlfrescoError('invalid', 'value in a CMIS query');
  return `'${(escape ? value.replace(/\\/g, '\\\\') : value).replace(/'/g, "\\'")}'`;
}
