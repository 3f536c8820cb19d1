import { randomUUID } from 'node:crypto';
import { attach } from '../nodes/create.js';
import { columns, type NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';

/** Types of such nodes: no listing of a folder shows them. */
export const bookTypes = ['rma:dispositionSchedule', 'rma:dispositionActionDefinition', 'rma:dispositionAction', 'rma:eventExecution'] as const;

/** A node by which AGS keeps its books: made by the repository itself, whatever the caller may do; named by its id. */
export async function keep(session: Session, parent: NodeRow, assocType: string, type: string, properties: Readonly<Record<string, unknown>>): Promise<NodeRow> {
  const id = randomUUID();
  const root = parent.properties['rma:rootNodeRef'];
  const kept = { ...properties, ...(root === undefined ? {} : { 'rma:rootNodeRef': root }) };
  const made = await session.sql.one<NodeRow>(
    `insert into node as n (id, type, name, parent, acl, aspects, properties, owner, creator, created, modifier, modified)
     select $1::uuid, $2, $1::uuid::text, p.id, p.acl, $4, $5, '', $6, now(), $6, now() from node p where p.id = $3 returning ${columns('n')}`,
    [id, type, parent.id, ['rma:filePlanComponent', 'cm:auditable'], JSON.stringify(kept), session.caller.user],
  );
  if (made === undefined) throw new Error('the parent is gone');
  await attach(session, parent.id, id, assocType, id);
  return made;
}

export const keptBelow = (session: Session, parent: string, assocType: string): Promise<NodeRow[]> =>
  session.sql.rows<NodeRow>(`select ${columns('n')} from child c join node n on n.id = c.child where c.parent = $1 and c.assoc_type = $2 order by n.seq`, [parent, assocType]);

/** Sets and, where undefined, clears properties of such a node. */
export async function write(session: Session, id: string, given: Readonly<Record<string, unknown>>): Promise<void> {
  const cleared = Object.keys(given).filter((name) => given[name] === undefined);
  await session.sql.rows('update node set properties = (properties || $2::jsonb) - $3::text[], modifier = $4, modified = now() where id = $1', [id, JSON.stringify(given), cleared, session.caller.user]);
}
