import { AcsError, badRequest, notFound } from '../http/errors.js';
import { wrongSource } from '../model/integrity.js';
import type { Session } from '../repository.js';
import { attach } from './create.js';
import { findNode, requireNode } from './lookup.js';
import type { NodeRow } from './node.js';

/** Links one node to another. @throws AcsError 400, 404, 409, 422 */
export async function addTarget(session: Session, source: NodeRow, targetId: string | undefined, assocType: string | undefined): Promise<{ targetId: string; assocType: string }> {
  const { dictionary, sql } = session;
  if (targetId === undefined || targetId === '') throw badRequest('Missing targetId');
  if (assocType === undefined || assocType === '') throw badRequest('Missing assocType');
  const found = dictionary.associations.get(dictionary.qname(assocType));
  if (found === undefined || found.child) throw badRequest(`Unknown assocType: ${assocType}`);
  const target = await requireNode(session, targetId);
  const holder = dictionary.aspect(found.source.cls);
  if (holder === undefined && !dictionary.isA(source.type, found.source.cls)) throw wrongSource(source, found.name, dictionary);
  if (holder !== undefined && !source.aspects.includes(holder.name)) await sql.rows('update node set aspects = aspects || $2::text where id = $1', [source.id, holder.name]);
  const made = await sql.one('insert into peer (source, target, type) values ($1, $2, $3) on conflict do nothing returning 1', [source.id, target.id, found.name]);
  if (made === undefined) throw new AcsError(409, `Node association '${assocType}' already exists from ${source.id} to ${target.id}`);
  return { targetId: target.id, assocType: found.name };
}

/** Hangs a node under a second parent. @throws AcsError 400, 404, 409, 422 */
export async function addSecondaryChild(session: Session, parent: NodeRow, childId: string | undefined, assocType: string | undefined): Promise<{ childId: string; assocType: string }> {
  const { dictionary } = session;
  if (childId === undefined || childId === '') throw badRequest('Missing childId');
  if (assocType === undefined || assocType === '') throw badRequest('Missing assocType');
  const found = dictionary.associations.get(dictionary.qname(assocType));
  if (found?.child !== true) throw badRequest(`Unknown assocType: ${assocType}`);
  const child = await requireNode(session, childId);
  if (!dictionary.isA(parent.type, found.source.cls)) throw wrongSource(parent, found.name, dictionary);
  await attach(session, parent.id, child.id, found.name, child.name, false);
  return { childId: child.id, assocType: found.name };
}

interface Link {
  readonly targetId?: string;
  readonly childId?: string;
  readonly assocType?: string;
}

/** The `targets` and `secondaryChildren` of a creation. */
export async function addTargets(session: Session, node: NodeRow, links: readonly Link[] = [], children: readonly Link[] = []): Promise<NodeRow> {
  if (links.length + children.length === 0) return node;
  for (const one of links) await addTarget(session, node, one.targetId, one.assocType);
  for (const one of children) await addSecondaryChild(session, node, one.childId, one.assocType);
  const now = await findNode(session, node.id);
  if (now === undefined) throw notFound(node.id);
  return now;
}
