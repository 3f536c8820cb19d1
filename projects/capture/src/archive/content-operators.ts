/** An operator of a content stream, with the tokens before it as they are written. */
export interface Operation {
  readonly operator: string;
  readonly operands: readonly string[];
}

const WHITE = '\0\t\n\f\r ';
const DELIMITERS = '()<>[]{}/%';

/**
 * The operations of a content stream (PDF 1.7 §7.8.2), its bytes one to a character. Of an inline image the dictionary is
 * told (`BI`), its pixels are passed over.
 */
export function* operations(content: string): Generator<Operation> {
  let operands: string[] = [];
  let at = 0;
  while (at < content.length) {
    const end = tokenEnd(content, at);
    const token = content.slice(at, end);
    at = end;
    if (WHITE.includes(token[0] ?? ' ') || token[0] === '%') continue;
    if (token === 'ID') {
      yield { operator: 'BI', operands };
      operands = [];
      at = endOfInlineImage(content, at);
    } else if (isOperator(token)) {
      if (token !== 'BI') yield { operator: token, operands };
      operands = [];
    } else operands.push(token);
  }
}

const isOperator = (token: string): boolean => /^[A-Za-z'"*]/.test(token) && !['true', 'false', 'null'].includes(token);

function tokenEnd(content: string, at: number): number {
  const first = content[at] ?? '';
  if (WHITE.includes(first)) return skip(content, at, (character) => WHITE.includes(character));
  if (first === '%') return skip(content, at, (character) => character !== '\n' && character !== '\r');
  if (first === '(') return stringEnd(content, at);
  if (first === '<' && content[at + 1] !== '<') return content.indexOf('>', at) + 1 || content.length;
  if (first === '<' || (first === '>' && content[at + 1] === '>')) return at + 2;
  if (first === '/') return skip(content, at + 1, isRegular);
  return DELIMITERS.includes(first) ? at + 1 : skip(content, at, isRegular);
}

const isRegular = (character: string): boolean => !WHITE.includes(character) && !DELIMITERS.includes(character);

function skip(content: string, from: number, while_: (character: string) => boolean): number {
  let at = from;
  while (at < content.length && while_(content[at] ?? '')) at++;
  return at;
}

function stringEnd(content: string, from: number): number {
  let depth = 0;
  for (let at = from; at < content.length; at++) {
    const character = content[at];
    if (character === '\\') at++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return at + 1;
  }
  return content.length;
}

/** Behind the `EI` that stands between white space. */
function endOfInlineImage(content: string, from: number): number {
  const end = /[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|$)/g;
  end.lastIndex = from;
  return end.exec(content) ? end.lastIndex : content.length;
}
