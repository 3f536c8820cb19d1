import { badRequest, notFound } from '../http/errors.js';
import { findNode } from '../nodes/lookup.js';
import { columns, type NodeRow } from '../nodes/node.js';
import { newList } from '../permissions/acl.js';
import { EVERYONE } from '../permissions/roles.js';
import type { Session } from '../repository.js';

/** Tags are nodes outside the tree of folders; everybody may know them. */
const TYPE = 'cm:category';

export const shownTag = (tag: Pick<NodeRow, 'id' | 'name'>, counted: boolean): object => ({ ...(counted ? { count: 0 } : {}), tag: tag.name, id: tag.id });

/** Tags are in small letters. @throws AcsError 400 */
export function tagName(given: unknown): string {
  if (typeof given !== 'string' || given.trim() === '') throw badRequest('Must provide a non-null tag');
  if (given.includes('|')) throw badRequest('Tag name must not contain | char sequence');
  return given.trim().toLowerCase();
}

export const allTags = (session: Session): Promise<NodeRow[]> => session.sql.rows<NodeRow>(`select ${columns('n')} from node n where n.type = $1 and n.parent is null and not n.archived order by n.name`, [TYPE]);

/** @throws AcsError 404 */
export async function requireTag(session: Session, id: string): Promise<NodeRow> {
  const tag = await findNode(session, id);
  if (tag?.type !== TYPE) throw notFound(id);
  return tag;
}

/** The tag of that name, made if there is none. */
export async function tagNamed(session: Session, name: string): Promise<NodeRow> {
  await session.sql.rows(`select pg_advisory_xact_lock(hashtext('tag ' || $1))`, [name]);
  const known = (await allTags(session)).find((one) => one.name === name);
  if (known !== undefined) return known;
  const acl = await newList(session.sql, undefined, false);
  await session.sql.rows(`insert into acl_entry (acl, authority, role, allowed, local) values ($1, $2, 'Consumer', true, true)`, [acl, EVERYONE]);
  const made = await session.sql.one<NodeRow>(
    `insert into node as n (type, name, acl, aspects, properties, owner, creator, created, modifier, modified) values ($1, $2, $3, array['cm:auditable'], '{}', $4, $4, now(), $4, now()) returning ${columns('n')}`, [TYPE, name, acl, session.caller.user]);
  if (made === undefined) throw new Error('no tag was made');
  return made;
}
