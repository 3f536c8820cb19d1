import { bookTypes } from '../disposition/inner-node.js';
import { AcsError, badRequest } from '../http/errors.js';
import type { Page } from '../http/paging.js';
import { readable } from '../permissions/check.js';
import type { Session } from '../repository.js';
import { columns, type NodeRow } from './node.js';

export interface ChildRow extends NodeRow {
  readonly assocType: string;
}

interface Wish {
  readonly where: ReadonlyMap<string, readonly string[]>;
  readonly orderBy: string | undefined;
  readonly page: Page;
}

function wantedTypes(session: Session, where: Wish['where']): readonly string[] | undefined {
  const { dictionary } = session;
  const asked = where.get('nodeType')?.[0];
  const kind = where.has('isFolder') || where.has('isFile');
  if (asked !== undefined && kind) throw badRequest('Invalid filter - nodeType and isFile/isFolder are mutually exclusive');
  if (asked !== undefined) {
    const [name = '', suffix] = asked.split(' ');
    const type = dictionary.qname(name);
    if (dictionary.type(type) === undefined) throw badRequest(`Unknown type: ${name}`);
    return suffix === 'INCLUDESUBTYPES' ? dictionary.family(type) : [type];
  }
  const folders = dictionary.family('cm:folder').filter((type) => !dictionary.isA(type, 'cm:systemfolder'));
  const files = dictionary.family('cm:content');
  if (where.get('isFolder')?.[0] === 'true' || where.get('isFile')?.[0] === 'false') return folders;
  if (where.get('isFile')?.[0] === 'true' || where.get('isFolder')?.[0] === 'false') return files;
  return undefined;
}

const plainOrders: Readonly<Record<string, string>> = {
  name: 'c.sort_key', 'cm:name': 'c.sort_key', createdAt: 'n.created', modifiedAt: 'n.modified', sizeInBytes: 'coalesce(n.size, 0)', mimeType: 'n.mime_type', nodeType: 'n.type',
  createdByUser: 'n.creator', modifiedByUser: 'n.modifier', 'cm:created': 'n.created', 'cm:modified': 'n.modified', 'cm:creator': 'n.creator', 'cm:modifier': 'n.modifier',
};

/** `orderBy` as SQL; a field that no one knows orders by nothing, as in ACS. */
function order(session: Session, orderBy: string | undefined, values: unknown[]): string {
  const folder = (): string => `n.type = any ($${values.push(session.dictionary.family('cm:folder'))})`;
  if (orderBy === undefined) return `${folder()} desc, c.sort_key`;
  const terms = orderBy.split(',').flatMap((term) => {
    const [field = '', direction = 'ASC'] = term.trim().split(/\s+/);
    if (!/^(asc|desc)$/i.test(direction)) throw new AcsError(400, `Invalid sort order direction: ${direction}`);
    const down = /^desc$/i.test(direction);
    if (field === 'isFolder') return [`${folder()} ${down ? 'desc' : 'asc'}`];
    if (field === 'isFile') return [`${folder()} ${down ? 'asc' : 'desc'}`];
    const property = session.dictionary.properties.get(field);
    const column = plainOrders[field] ?? (property === undefined ? undefined : `n.properties -> $${values.push(field)}`);
    return column === undefined ? [] : [`${column} ${down ? 'desc nulls last' : 'asc nulls first'}`];
  });
  return [...terms, 'n.seq'].join(', ');
}

/** One page of a node's children as the caller may see them, and how many there are. */
export async function listChildren(session: Session, parent: NodeRow, wish: Wish): Promise<{ rows: ChildRow[]; total: number }> {
  const values: unknown[] = [parent.id];
  const conditions = ['c.parent = $1', readable(session.caller, 'n', values)];
  const types = wantedTypes(session, wish.where);
  if (types !== undefined) conditions.push(`n.type = any ($${values.push(types)})`);
  else conditions.push(`n.type <> all ($${values.push(bookTypes)})`);
  const primary = wish.where.get('isPrimary')?.[0];
  if (primary !== undefined) conditions.push(`c.is_primary = $${values.push(primary === 'true')}`);
  const assocType = wish.where.get('assocType')?.[0];
  if (assocType !== undefined) conditions.push(`c.assoc_type = $${values.push(session.dictionary.qname(assocType))}`);
  const from = `from child c join node n on n.id = c.child where ${conditions.join(' and ')}`;
  const count = await session.sql.one<{ total: number }>(`select count(*) as total ${from}`, [...values]);
  const sorted = order(session, wish.orderBy, values);
  const rows = await session.sql.rows<ChildRow>(`select ${columns('n')}, c.assoc_type as "assocType" ${from} order by ${sorted} limit $${values.push(wish.page.max)} offset $${values.push(wish.page.skip)}`, values);
  return { rows, total: count?.total ?? 0 };
}
