import { AcsError, badRequest } from '../http/errors.js';
import { assertUnlocked } from '../locks/lock.js';
import { assertIntegrity } from '../model/integrity.js';
import { reparent } from '../permissions/acl.js';
import { demand } from '../permissions/check.js';
import { onMoved } from '../records/filing.js';
import { assertMovable } from '../records/guard.js';
import { isRecord } from '../records/kinds.js';
import type { Session } from '../repository.js';
import { isFolder } from './kinds.js';
import { ancestors, childNamed, findNode, requireNode } from './lookup.js';
import { nameKey, sortKey, type NodeRow } from './node.js';
import { touchFolder } from './touch.js';

const taken = (name: string | undefined): AcsError => new AcsError(409, `Name already exists in target parent: ${name ?? 'null'}`);

/** The folder that a move or copy goes to. */
export async function targetFolder(session: Session, id: unknown): Promise<NodeRow> {
  if (typeof id !== 'string' || id === '') throw badRequest('Missing targetParentId');
  const target = await requireNode(session, id);
  if (!isFolder(session.dictionary, target.type)) throw badRequest(`Invalid type of target parent: ${target.id}`);
  return target;
}

/** Moves a node, with all below it; access lists then come from the new place. */
export async function moveNode(session: Session, node: NodeRow, body: Record<string, unknown>): Promise<NodeRow> {
  const { sql, caller } = session;
  const target = await targetFolder(session, body['targetParentId']);
  if (node.parent === null) throw new AcsError(403, `Cannot move: ${node.id}`);
  const asked = typeof body['name'] === 'string' && body['name'] !== '' ? body['name'] : undefined;
  const name = asked ?? node.name;
  await demand(sql, caller, node, target.id === node.parent ? 'update' : 'delete');
  if (target.id !== node.parent) await demand(sql, caller, target, 'create');
  assertUnlocked(session, node);
  await assertMovable(session, node, target);
  if ((await ancestors(session, target.id)).some((one) => one.id === node.id)) throw taken(asked);
  const there = await childNamed(session, target.id, name);
  if (there !== undefined && there.id !== node.id) throw taken(asked);
  assertIntegrity({ ...node, name }, session.dictionary);
  if (target.id === node.parent && name === node.name) return node;
  touchFolder(session, node.parent, target.id);
  if (target.id !== node.parent) await reparent(sql, node, target.id);
  await sql.rows('update child set parent = $2, name_key = $3, sort_key = $4 where child = $1 and is_primary', [node.id, target.id, nameKey(name), sortKey(name)]);
  await sql.rows('update node set parent = $2, name = $3, modifier = $4, modified = now() where id = $1', [node.id, target.id, name, caller.user]);
  if (isRecord(node) && target.id !== node.parent) await onMoved(session, target, node);
  return (await findNode(session, node.id)) ?? node;
}
