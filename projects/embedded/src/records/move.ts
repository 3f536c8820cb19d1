import { reparent } from '../permissions/acl.js';
import { nameKey, sortKey, type NodeRow } from '../nodes/node.js';
import { findNode } from '../nodes/lookup.js';
import type { Session } from '../repository.js';

const linked = (session: Session, parent: string, child: NodeRow, primary: boolean) =>
  session.sql.rows(
    `insert into child (parent, child, assoc_type, name_key, sort_key, is_primary) values ($1, $2, 'cm:contains', $3, $4, $5)
     on conflict (parent, assoc_type, name_key) do update set is_primary = excluded.is_primary where child.child = excluded.child`,
    [parent, child.id, nameKey(child.name), sortKey(child.name), primary],
  );

export const link = async (session: Session, parent: string, child: NodeRow): Promise<void> => void (await linked(session, parent, child, false));

/** Gives a node another primary parent; the old one stays as a second one if wanted. */
export async function place(session: Session, node: NodeRow, parent: string, stays: boolean): Promise<NodeRow> {
  await reparent(session.sql, node, parent);
  const old = stays ? 'update child set is_primary = false where child = $1 and is_primary' : 'delete from child where child = $1 and is_primary';
  await session.sql.rows(old, [node.id]);
  await linked(session, parent, node, true);
  await session.sql.rows('update node set parent = $2 where id = $1', [node.id, parent]);
  return (await findNode(session, node.id)) ?? node;
}
