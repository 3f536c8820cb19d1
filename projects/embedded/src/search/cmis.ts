import { plain } from '../http/errors.js';
import { NeedsIndex, type Condition, type Literal, type Sort } from './condition.js';

/** A CMIS query: one type, aspects joined to it, a condition, an order. */
export interface CmisQuery {
  readonly type: string;
  readonly joins: readonly string[];
  readonly condition: Condition | undefined;
  readonly sort: readonly Sort[];
}

const TOKEN = /\s*(?:('(?:[^'\\]|\\.|'')*')|([A-Za-z_][\w.-]*(?::[\w.-]+)?(?:\.[A-Za-z_][\w-]*:[\w.-]+)?)|(-?\d+(?:\.\d+)?)|(<>|<=|>=|[=<>(),*]))/y;
const mismatch = (position: number, text: string, expecting: string) => plain(500, `line 1:${position} mismatched input '${text}' expecting ${expecting}`);

interface Token { readonly text: string; readonly at: number; readonly kind: 'string' | 'name' | 'number' | 'sign' }

function tokens(query: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < query.trimEnd().length) {
    const start = TOKEN.lastIndex;
    const match = TOKEN.exec(query);
    if (match === null) throw mismatch(start, query.slice(start, start + 10), 'EOF');
    const kind = match[1] !== undefined ? 'string' : match[2] !== undefined ? 'name' : match[3] !== undefined ? 'number' : 'sign';
    found.push({ kind, text: match[0].trim(), at: start });
  }
  return found;
}

const reserved = new Set(['select', 'from', 'where', 'order', 'by', 'and', 'or', 'not', 'in', 'like', 'is', 'null', 'any', 'join', 'on', 'as', 'asc', 'desc', 'timestamp', 'true', 'false']);

/** Reads CMIS QL as a repository without an index answers it. @throws AcsError 500 for mistakes, NeedsIndex for CONTAINS and IN_TREE */
export function parseCmis(query: string): CmisQuery {
  const list = tokens(query);
  let at = 0;
  const peek = (): Token | undefined => list[at];
  const is = (text: string): boolean => peek()?.kind !== 'string' && peek()?.text.toLowerCase() === text;
  const take = (text: string): boolean => (is(text) ? ((at += 1), true) : false);
  const need = (text: string): void => {
    if (!take(text)) throw mismatch(peek()?.at ?? query.length, peek()?.text ?? '<EOF>', text.toUpperCase());
  };
  const next = (kind: Token['kind']): Token => {
    const token = peek();
    if (token === undefined || token.kind !== kind || (kind === 'name' && reserved.has(token.text.toLowerCase()))) throw mismatch(token?.at ?? query.length, token?.text ?? '<EOF>', kind);
    at += 1;
    return token;
  };
  const column = (): string => next('name').text.replace(/^[A-Za-z_]\w*\.(?=[^.]*:)/, '');
  const literal = (): Literal => {
    if (take('timestamp')) return literal();
    if (take('true')) return true;
    if (take('false')) return false;
    const token = peek();
    at += 1;
    if (token?.kind === 'string') return token.text.slice(1, -1).replace(/''/g, "'").replace(/\\(['\\])/g, '$1');
    if (token?.kind === 'number') return Number(token.text);
    throw mismatch(token?.at ?? query.length, token?.text ?? '<EOF>', 'literal');
  };
  const isLiteral = (): boolean => peek()?.kind === 'string' || peek()?.kind === 'number' || is('timestamp') || is('true') || is('false');

  function inFolder(): Condition {
    need('(');
    if (peek()?.kind === 'name') { next('name'); need(','); }
    const id = String(literal()).replace(/^workspace:\/\/SpacesStore\//, '').replace(/;.*$/, '');
    need(')');
    return { kind: 'parent', id };
  }
  function comparison(): Condition {
    if (take('in_folder')) return inFolder();
    if (is('in_tree') || is('contains') || is('score')) throw new NeedsIndex();
    if (isLiteral()) {
      const value = literal();
      need('=');
      need('any');
      return { kind: 'any', property: column(), value };
    }
    if (take('any')) {
      const property = column();
      need('in');
      return { kind: 'or', parts: values().map((value) => ({ kind: 'any', property, value })) };
    }
    const property = column();
    if (take('is')) { const negated = take('not'); need('null'); return { kind: 'null', property, negated }; }
    const negated = take('not');
    if (take('like')) return { kind: 'compare', property, operator: negated ? 'not like' : 'like', value: literal() };
    if (take('in')) return { kind: 'in', property, values: values(), negated };
    const sign = next('sign');
    if (!['=', '<>', '<', '>', '<=', '>='].includes(sign.text)) throw mismatch(sign.at, sign.text, 'comparison');
    return { kind: 'compare', property, operator: sign.text as '=', value: literal() };
  }
  function values(): Literal[] {
    need('(');
    const found = [literal()];
    while (take(',')) found.push(literal());
    need(')');
    return found;
  }
  function single(): Condition {
    if (take('not')) return { kind: 'not', part: single() };
    if (!take('(')) return comparison();
    const inner = alternatives();
    need(')');
    return inner;
  }
  function chain(glue: 'and' | 'or', part: () => Condition): Condition {
    const parts = [part()];
    while (take(glue)) parts.push(part());
    return parts.length === 1 ? (parts[0] as Condition) : { kind: glue, parts };
  }
  const conjunction = (): Condition => chain('and', single);
  const alternatives = (): Condition => chain('or', conjunction);

  const alias = (): void => {
    if (take('as')) next('name');
    else if (peek()?.kind === 'name' && !reserved.has(peek()?.text.toLowerCase() ?? '') && !(peek()?.text ?? '').includes(':')) at += 1;
  };
  need('select');
  while (peek() !== undefined && !is('from')) {
    const token = peek();
    if (token?.kind === 'name' && reserved.has(token.text.toLowerCase()) && token.text.toLowerCase() !== 'as') throw mismatch(token.at, token.text, 'LPAREN');
    at += 1;
  }
  if (at === 1) throw mismatch(peek()?.at ?? query.length, peek()?.text ?? '<EOF>', 'LPAREN');
  need('from');
  const type = next('name').text;
  alias();
  const joins: string[] = [];
  while (take('join')) {
    joins.push(next('name').text);
    alias();
    need('on');
    column();
    need('=');
    column();
  }
  const condition = take('where') ? alternatives() : undefined;
  const sort: Sort[] = [];
  if (take('order')) {
    need('by');
    do sort.push({ property: column(), descending: take('desc') || (take('asc'), false) });
    while (take(','));
  }
  const rest = peek();
  if (rest !== undefined) throw mismatch(rest.at, rest.text, 'EOF');
  return { type, joins, condition, sort };
}
