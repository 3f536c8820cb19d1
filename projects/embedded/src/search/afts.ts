import { NeedsIndex, type Condition } from './condition.js';

const TOKEN = /\s*(?:([()])|(\+|-|!|\b(?:AND|OR|NOT)\b|&&|\|\|)|(=?)(@?(?:[A-Za-z_][\w.-]*\\?:)?[A-Za-z_][\w.-]*|@?\{[^}]*\}[\w.-]+):(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s()"'[\]<>*?~]+)))/y;

interface Term { readonly kind: 'term'; readonly exact: boolean; readonly field: string; readonly value: string }
type Token = { readonly kind: 'open' | 'close' } | { readonly kind: 'word'; readonly word: string } | Term;

const words: Readonly<Record<string, string>> = { '&&': 'AND', '||': 'OR', '!': 'NOT', '-': 'NOT' };

function tokens(query: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < query.trimEnd().length) {
    const match = TOKEN.exec(query);
    if (match === null) throw new NeedsIndex();
    if (match[1] !== undefined) found.push({ kind: match[1] === '(' ? 'open' : 'close' });
    else if (match[2] !== undefined) found.push({ kind: 'word', word: words[match[2]] ?? match[2] });
    else found.push({ kind: 'term', exact: match[3] === '=', field: (match[4] ?? '').replace(/^@/, '').replace('\\:', ':'), value: (match[5] ?? match[6] ?? match[7] ?? '').replace(/\\(.)/g, '$1') });
  }
  return found;
}

/** What a field asks for; fields that the database can't answer need the index. */
function meaning(term: Term): Condition {
  const { field, value, exact } = term;
  switch (field) {
    case 'TYPE': return { kind: 'type', name: value, exact: false };
    case 'EXACTTYPE': return { kind: 'type', name: value, exact: true };
    case 'ASPECT': case 'EXACTASPECT': return { kind: 'aspect', name: value };
    case 'PARENT': return { kind: 'parent', id: value.replace(/^workspace:\/\/SpacesStore\//, '') };
    default:
      if (!exact || !/[:}]/.test(field)) throw new NeedsIndex();
      return { kind: 'equal', property: field, value };
  }
}

/**
 * Reads the forms of AFTS that a repository without an index answers: TYPE, ASPECT, PARENT, `=prefix:property:"x"`, AND, OR, NOT, parentheses.
 * Terms side by side are alternatives, as there.
 * @throws NeedsIndex for every other form, mistakes in writing included
 */
export function parseAfts(query: string): Condition {
  const list = tokens(query);
  let at = 0;
  const word = (wanted: string): boolean => {
    const token = list[at];
    if (token?.kind !== 'word' || token.word !== wanted) return false;
    at += 1;
    return true;
  };
  function single(): Condition {
    while (word('+'));
    if (word('NOT')) return { kind: 'not', part: single() };
    const token = list[at];
    at += 1;
    if (token?.kind === 'term') return meaning(token);
    if (token?.kind !== 'open') throw new NeedsIndex();
    const inner = alternatives();
    if (list[at]?.kind !== 'close') throw new NeedsIndex();
    at += 1;
    return inner;
  }
  function conjunction(): Condition {
    const parts = [single()];
    while (word('AND')) parts.push(single());
    return parts.length === 1 ? (parts[0] as Condition) : { kind: 'and', parts };
  }
  function alternatives(): Condition {
    const parts = [conjunction()];
    while (at < list.length && list[at]?.kind !== 'close') {
      word('OR');
      parts.push(conjunction());
    }
    return parts.length === 1 ? (parts[0] as Condition) : { kind: 'or', parts };
  }
  const condition = alternatives();
  if (at < list.length) throw new NeedsIndex();
  return condition;
}
