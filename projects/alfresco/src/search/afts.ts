import { AlfrescoError } from '../error.js';

/**
 * A query in the part of AFTS that Alfresco answers from its database, at once and exactly, with or without a search
 * index. Ranges, paths, wildcards and full text are not in it: without an index they give an empty answer, not an error.
 */
export interface AftsQuery {
  readonly language: 'afts';
  readonly text: string;
  readonly trusted: true;
}

const query = (text: string): AftsQuery => ({ language: 'afts', text, trusted: true });
const joined = (word: 'AND' | 'OR', parts: readonly AftsQuery[]): AftsQuery => {
  if (parts.length === 0) throw new AlfrescoError('invalid', `afts ${word} of nothing`);
  return query(parts.length === 1 ? parts[0]!.text : `(${parts.map(({ text }) => text).join(` ${word} `)})`);
};

export const afts = {
  /** Case-sensitive. For a property with several values: one of them is equal. Days and instants: use `cmis`. */
  equals: (property: string, value: string | number | boolean): AftsQuery => query(`=${name(property)}:${typeof value === 'string' ? quoted(value) : String(value)}`),
  /** The type or one that comes from it. */
  type: (type: string): AftsQuery => query(`TYPE:${quoted(name(type))}`),
  aspect: (aspect: string): AftsQuery => query(`ASPECT:${quoted(name(aspect))}`),
  /** Directly in the folder. */
  parent: (folderId: string): AftsQuery => query(`PARENT:${quoted(folderId)}`),
  and: (...parts: readonly AftsQuery[]): AftsQuery => joined('AND', parts),
  or: (...parts: readonly AftsQuery[]): AftsQuery => joined('OR', parts),
  /** Only beside something positive in an `and`. */
  not: (part: AftsQuery): AftsQuery => query(`NOT ${part.text}`),
};

export function name(prefixed: string): string {
  if (!/^[a-z][a-z0-9]*:[A-Za-z][\w-]*$/i.test(prefixed)) throw new AlfrescoError('invalid', 'name in a query');
  return prefixed;
}

// A star or a question mark would turn an equality into a pattern, which the database does not answer.
function quoted(value: string): string {
  if (/[*?\u0000-\u001f]/.test(value)) throw new AlfrescoError('invalid', 'value in an AFTS query');
  return `"${value.replace(/[\\"]/g, '\\$&')}"`;
}
