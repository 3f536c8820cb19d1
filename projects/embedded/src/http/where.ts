import { AcsError } from './errors.js';

/** One comparison of a `where=(…)` clause. */
export interface Comparison {
  readonly field: string;
  readonly operator: '=' | 'in' | 'matches' | 'exists';
  readonly values: readonly string[];
  readonly negated: boolean;
}

export interface Where {
  readonly comparisons: readonly Comparison[];
  readonly joined: 'and' | 'or';
}

const invalid = (detail: string): AcsError => new AcsError(400, 'framework.exception.InvalidQuery', `An invalid WHERE query was received. ${detail}`);

const TERM = /^\s*(not\s+)?(?:exists\s*\(\s*([\w/:.]+)\s*\)|([\w/:.]+)\s*(?:(=|>|<|>=|<=)\s*('(?:[^'\\]|\\.)*'|[^\s()]+)|(in|matches)\s*\(\s*((?:'(?:[^'\\]|\\.)*'|[^')]+)(?:\s*,\s*(?:'(?:[^'\\]|\\.)*'|[^',)]+))*)\s*\)))/i;

const unquoted = (text: string): string => (text.startsWith("'") ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text.trim());
const values = (text: string): string[] => (text.match(/'(?:[^'\\]|\\.)*'|[^',]+/g) ?? []).map(unquoted).filter((one) => one !== '');

/** Reads `(a=b AND c in ('x','y'))`. @throws AcsError 400 InvalidQuery */
export function parseWhere(text: string | undefined): Where | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const inner = /^\s*\((.*)\)\s*$/s.exec(text)?.[1];
  if (inner === undefined) throw invalid(`${text}, Error at char position 0`);
  const comparisons: Comparison[] = [];
  let joined: Where['joined'] = 'and';
  let rest = inner;
  while (rest.trim() !== '') {
    const found = TERM.exec(rest);
    if (found === null) throw invalid(`${text}, Error at char position ${inner.length - rest.length}`);
    const negated = found[1] !== undefined;
    if (found[2] !== undefined) comparisons.push({ field: found[2], operator: 'exists', values: [], negated });
    else if (found[4] !== undefined) comparisons.push({ field: found[3] ?? '', operator: '=', values: [unquoted(found[5] ?? '')], negated });
    else comparisons.push({ field: found[3] ?? '', operator: (found[6] ?? 'in').toLowerCase() as 'in' | 'matches', values: values(found[7] ?? ''), negated });
    rest = rest.slice(found[0].length);
    const glue = /^\s*(and|or)\b/i.exec(rest);
    if (glue !== null) {
      joined = glue[1]?.toLowerCase() === 'or' ? 'or' : joined;
      rest = rest.slice(glue[0].length);
    } else if (rest.trim() !== '') throw invalid(`${text}, Error at char position ${inner.length - rest.length}`);
  }
  return { comparisons, joined };
}

/** The clauses of endpoints that know neither OR nor NOT and only some fields. @throws AcsError 400 */
export function onlyFields(where: Where | undefined, fields: readonly string[]): ReadonlyMap<string, readonly string[]> {
  if (where === undefined) return new Map();
  if (where.joined === 'or') throw invalid('Unsupported Predicate');
  for (const one of where.comparisons) {
    if (!fields.includes(one.field)) throw new AcsError(400, 'framework.exception.InvalidProperty', `The property '${one.field}' with value '${one.values.join(',')}' isn't supported for EQUALS comparison`);
    if (one.negated) throw new AcsError(400, 'Cannot use NOT for EQUALS comparison.');
  }
  return new Map(where.comparisons.map((one) => [one.field, one.values]));
}
