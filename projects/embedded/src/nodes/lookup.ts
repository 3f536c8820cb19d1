import { AcsError, denied, notFound } from '../http/errors.js';
import { may } from '../permissions/check.js';
import type { Operation } from '../permissions/roles.js';
import type { Session, WellKnown } from '../repository.js';
import { columns, isUuid, nameKey, type NodeRow } from './node.js';

export async function findNode(session: Session, id: string, archived = false): Promise<NodeRow | undefined> {
  if (!isUuid(id)) return undefined;
  return session.sql.one<NodeRow>(`select ${columns('n')} from node n where n.id = $1 and n.archived = $2`, [id, archived]);
}

const aliases: Readonly<Record<string, WellKnown>> = { '-root-': 'root', '-shared-': 'shared' };

/** A person's home; the administrator has none of their own and is shown the root. */
async function homeOf(session: Session): Promise<string | undefined> {
  const found = await session.sql.one<{ home: string | null }>(`select details->>'home' as home from person where id = $1`, [session.caller.user]);
  return found?.home ?? session.repository.wellKnown.get('root');
}

/** The node behind an id or an alias (`-root-`, `-my-`, `-shared-`). @throws AcsError 404 unknown, 403 without the right to `operation` */
export async function requireNode(session: Session, given: string, operation: Operation = 'read'): Promise<NodeRow> {
  const alias = aliases[given];
  const id = given === '-my-' ? await homeOf(session) : alias === undefined ? given : session.repository.wellKnown.get(alias);
  const node = await findNode(session, id ?? given);
  if (node === undefined) throw notFound(given);
  if (!(await may(session.sql, session.caller, node, operation))) throw denied();
  return node;
}

export const childNamed = (session: Session, parent: string, name: string): Promise<NodeRow | undefined> =>
  session.sql.one<NodeRow>(`select ${columns('n')} from child c join node n on n.id = c.child where c.parent = $1 and c.name_key = $2 order by c.assoc_type = 'cm:contains' desc limit 1`, [parent, nameKey(name)]);

export const segments = (path: string): string[] => path.split('/').filter((part) => part !== '');

/** Follows a path below a node; what may not be read is as if it were not there. @throws AcsError 404 */
export async function requireByPath(session: Session, from: NodeRow, path: string): Promise<NodeRow> {
  let at = from;
  for (const segment of segments(path)) {
    const next = await childNamed(session, at.id, segment);
    if (next === undefined || !(await may(session.sql, session.caller, next, 'read'))) throw new AcsError(404, `The entity with relativePath: ${path} was not found.`);
    at = next;
  }
  return at;
}

/** The chain of parents, root first. */
export const ancestors = (session: Session, id: string): Promise<NodeRow[]> =>
  session.sql.rows<NodeRow>(
    `with recursive up (id, parent, depth) as (
       select id, parent, 0 from node where id = $1 union all select n.id, n.parent, depth + 1 from node n join up on n.id = up.parent)
     select ${columns('n')} from up join node n on n.id = up.id order by up.depth desc`,
    [id],
  );
