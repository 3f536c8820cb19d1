import type { Dictionary } from '../model/dictionary.js';
import type { PropertyDefinition } from '../model/definition.js';
import { instant } from '../model/values.js';
import { isUuid } from '../nodes/node.js';
import { NeedsIndex, type Condition, type Literal, type Sort } from './condition.js';

/** Properties that are columns, in both languages' names. */
const columns: Readonly<Record<string, readonly [column: string, dataType: string]>> = {
  'cm:name': ['n.name', 'd:text'], 'cmis:name': ['n.name', 'd:text'], 'cm:creator': ['n.creator', 'd:text'], 'cmis:createdBy': ['n.creator', 'd:text'],
  'cm:modifier': ['n.modifier', 'd:text'], 'cmis:lastModifiedBy': ['n.modifier', 'd:text'], 'cm:created': ['n.created', 'd:datetime'], 'cmis:creationDate': ['n.created', 'd:datetime'],
  'cm:modified': ['n.modified', 'd:datetime'], 'cmis:lastModificationDate': ['n.modified', 'd:datetime'], 'cmis:objectId': ['n.id::text', 'd:id'], 'cmis:parentId': ['n.parent::text', 'd:id'],
  'cmis:objectTypeId': ['n.type', 'd:type'], 'cmis:baseTypeId': ['n.type', 'd:type'], 'cmis:contentStreamLength': ['n.size', 'd:long'], 'cmis:contentStreamMimeType': ['n.mime_type', 'd:text'], 'cm:owner': ['n.owner', 'd:text'],
};
const titles: Readonly<Record<string, string>> = { 'cmis:description': 'cm:description', 'cmis:versionLabel': 'cm:versionLabel', 'cmis:checkinComment': 'cm:description' };

interface Field {
  /** Binds what it needs, so it is written only where it is used. */
  readonly sql: () => string;
  readonly dataType: string;
  readonly property?: PropertyDefinition;
}

/** Builds the SQL of a condition; every value is bound, none written into the text. */
export function sqlBuilder(dictionary: Dictionary, values: unknown[], unknownProperty: (name: string) => Error) {
  const bind = (value: unknown): string => `$${values.push(value)}`;

  function named(name: string): string {
    try {
      return dictionary.qname(name);
    } catch {
      throw unknownProperty(name);
    }
  }
  function field(given: string): Field {
    const column = columns[given];
    if (column !== undefined) return { sql: () => column[0], dataType: column[1] };
    const name = named(titles[given] ?? given);
    const property = dictionary.properties.get(name);
    if (property === undefined) throw unknownProperty(given);
    return { sql: () => `n.properties ->> ${bind(name)}`, dataType: property.dataType, property };
  }
  const isNumber = (dataType: string): boolean => ['d:int', 'd:long', 'd:float', 'd:double'].includes(dataType);
  const isDate = (dataType: string): boolean => dataType === 'd:date' || dataType === 'd:datetime';

  /** A literal in the form in which values of this kind are kept. */
  function kept(value: Literal, dataType: string): string | number | boolean | undefined {
    if (isNumber(dataType)) return Number.isNaN(Number(value)) ? undefined : Number(value);
    if (dataType === 'd:boolean') return typeof value === 'boolean' ? value : String(value).toLowerCase() === 'true';
    if (isDate(dataType)) return instant(String(value));
    return dataType === 'd:id' ? String(value).replace(/^workspace:\/\/SpacesStore\//, '').replace(/;.*$/, '') : String(value);
  }
  const typed = (one: Field): string => {
    if (one.property === undefined) return one.sql();
    if (isNumber(one.dataType)) return `(${one.sql()})::numeric`;
    return one.dataType === 'd:boolean' ? `(${one.sql()})::boolean` : `(${one.sql()}) collate "C"`;
  };
  const cast = (one: Field): string => (isNumber(one.dataType) ? '::numeric' : one.dataType === 'd:boolean' ? '::boolean' : one.property === undefined && isDate(one.dataType) ? '::timestamptz' : '::text');
  const holds = (property: PropertyDefinition, value: unknown): string => `n.properties @> ${bind(JSON.stringify({ [property.name]: property.multiple ? [value] : value }))}::jsonb`;

  function compare(given: string, operator: string, value: Literal): string {
    const one = field(given);
    const literal = kept(value, one.dataType);
    if (literal === undefined) return 'false';
    if (operator === 'like' || operator === 'not like') return `${typed(one)} ${operator} ${bind(String(literal))}`;
    if (operator === '=' && one.property !== undefined) return holds(one.property, literal);
    if (operator === '=' && given === 'cmis:objectId') return isUuid(String(literal)) ? `n.id = ${bind(String(literal))}::uuid` : 'false';
    return `${typed(one)} ${operator} ${bind(literal)}${cast(one)}`;
  }
  /** Equality as AFTS has it: exact, case-sensitive; a bare day never equals an instant. */
  function equal(given: string, value: string): string {
    const one = field(given);
    if (isDate(one.dataType) && !value.includes('T')) return 'false';
    return compare(given, '=', value);
  }
  function typeNames(name: string, exact: boolean): readonly string[] | undefined {
    const type = named(name);
    if (dictionary.type(type) === undefined) return undefined;
    return exact ? [type] : dictionary.family(type);
  }
  const sure = (text: string): string => `coalesce(${text}, false)`;

  function condition(one: Condition): string {
    switch (one.kind) {
      case 'and': case 'or': return `(${one.parts.map(condition).join(` ${one.kind} `)})`;
      case 'not': return `not ${sure(condition(one.part))}`;
      case 'type': {
        const types = typeNames(one.name, one.exact);
        if (types === undefined) throw new NeedsIndex();
        return `n.type = any (${bind(types)})`;
      }
      case 'aspect': {
        const aspect = dictionary.aspect(named(one.name));
        if (aspect === undefined) throw new NeedsIndex();
        return aspect.name === 'cm:auditable' ? 'true' : `n.aspects @> array[${bind(aspect.name)}::text]`;
      }
      case 'parent': return isUuid(one.id) ? `exists (select 1 from child p where p.child = n.id and p.parent = ${bind(one.id)}::uuid)` : 'false';
      case 'equal': return equal(one.property, one.value);
      case 'compare': return compare(one.property, one.operator, one.value);
      case 'in': {
        const any = one.values.map((value) => compare(one.property, '=', value)).join(' or ');
        return one.negated ? `not ${sure(`(${any})`)}` : `(${any})`;
      }
      case 'any': return compare(one.property, '=', one.value);
      case 'null': return `${field(one.property).sql()} is ${one.negated ? 'not ' : ''}null`;
    }
  }
  const order = (sort: readonly Sort[]): string =>
    [...sort.map((one) => {
      const at = field(one.property);
      const expression = at.property?.multiple === true ? 'n.seq' : typed(at);
      return `${expression} ${one.descending ? 'desc nulls last' : 'asc nulls first'}`;
    }), 'n.seq'].join(', ');

  return { condition, order, typeNames };
}
