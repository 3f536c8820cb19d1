import { AcsError, notFound } from '../http/errors.js';
import { paged } from '../http/paging.js';
import { parseWhere, type Comparison } from '../http/where.js';
import type { Routes } from '../http/routes.js';
import { prefixOf, type ClassDefinition } from './definition.js';
import type { Dictionary } from './dictionary.js';
import { shownClass } from './render.js';

const ALL = new Set(['properties', 'associations', 'mandatoryAspects']);

/** Classes of the built-in system model are not listed, as in ACS. */
const visible = (one: ClassDefinition): boolean => prefixOf(one.name) !== 'sys';

/** `.*` stands for anything; nothing else of a client's pattern is taken for more than its letters. */
function startsLike(text: string, pattern: string): boolean {
  const parts = pattern.split('.*');
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (text.startsWith(part) ? 0 : -1) : text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return true;
}

function test(dictionary: Dictionary, one: ClassDefinition, comparison: Comparison): boolean {
  const { field, operator, values } = comparison;
  switch (field) {
    case 'modelId': return values.some((value) => one.model === value.replace(/ INCLUDESUBTYPES$/, ''));
    case 'parentId': return values.some((name) => dictionary.isA(one.name, name) && one.name !== name);
    case 'namespaceUri': {
      const uri = dictionary.uris.get(prefixOf(one.name)) ?? '';
      return values.some((name) => (operator === 'matches' ? startsLike(uri, name) : uri === name));
    }
    default: throw new AcsError(400, 'framework.exception.InvalidProperty', `The property '${field}' with value '${values.join(',')}' isn't supported for EQUALS comparison`);
  }
}

function classes(dictionary: Dictionary, aspect: boolean, where: string | undefined): ClassDefinition[] {
  const comparisons = parseWhere(where)?.comparisons ?? [];
  for (const one of comparisons) if (one.field !== 'namespaceUri') one.values.forEach((value) => dictionary.qname(value.replace(/ INCLUDESUBTYPES$/, '')));
  return [...dictionary.classes.values()]
    .filter((one) => one.aspect === aspect && visible(one) && comparisons.every((comparison) => test(dictionary, one, comparison) !== comparison.negated))
    .sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

export function modelRoutes(route: Routes): void {
  for (const [path, aspect] of [['types', false], ['aspects', true]] as const) {
    route('GET', path, async ({ session, page, query, include }) =>
      paged(classes(session.dictionary, aspect, query('where')).map((one) => shownClass(session.dictionary, one, include)), page));

    route('GET', `${path}/:classId`, async ({ session, param }) => {
      const found = aspect ? session.dictionary.aspect(param('classId')) : session.dictionary.type(param('classId'));
      if (found === undefined || !visible(found)) throw notFound(param('classId'));
      return shownClass(session.dictionary, found, ALL);
    });
  }
}
