import { AcsError, plain } from '../http/errors.js';
import { lockOf } from '../locks/lock.js';
import { createNode } from '../nodes/create.js';
import { childNamed } from '../nodes/lookup.js';
import { columns, sortKey, type NodeRow } from '../nodes/node.js';
import { purge } from '../nodes/remove.js';
import { may } from '../permissions/check.js';
import type { Session } from '../repository.js';
import { accessDenied, mayFile, requireCapability } from '../rm-security/capabilities.js';
import { changeNode, kept } from './change.js';
import { containerOf } from './file-plan.js';
import { isComponent, isFolder, isFrozen, isRecord } from './kinds.js';

const HELD = `assoc_type in ('rma:frozenRecords', 'rma:frozenContent')`;

export interface HoldWish {
  readonly name: string;
  readonly reason: string;
  readonly description?: string;
}

/** @throws AcsError 403, 409 */
export async function createHold(session: Session, wish: HoldWish): Promise<NodeRow> {
  const container = await containerOf(session, 'holds');
  await requireCapability(session, 'CreateHold', container);
  if ((await childNamed(session, container.id, wish.name)) !== undefined) throw plain(409, `Duplicate child name not allowed: ${wish.name}`, false);
  return createNode(session, container, { name: wish.name, type: 'rma:hold', properties: { 'rma:holdReason': wish.reason, ...(wish.description === undefined ? {} : { 'cm:description': wish.description }) } });
}

/** What a hold holds, in the order in which it was added. */
export const heldBy = (session: Session, hold: string): Promise<NodeRow[]> =>
  session.sql.rows<NodeRow>(`select ${columns('n')} from child c join node n on n.id = c.child where c.parent = $1 and c.${HELD} order by c.seq`, [hold]);

export const holdsOf = (session: Session, node: string): Promise<NodeRow[]> =>
  session.sql.rows<NodeRow>(`select ${columns('n')} from child c join node n on n.id = c.parent where c.child = $1 and c.${HELD} order by n.name`, [node]);

const recordsIn = (session: Session, folder: string): Promise<NodeRow[]> =>
  session.sql.rows<NodeRow>(`select ${columns('n')} from node n where n.parent = $1 and n.aspects @> array['rma:record'] and not n.archived`, [folder]);

async function assertHoldable(session: Session, hold: NodeRow, node: NodeRow): Promise<void> {
  await requireCapability(session, 'AddToHold', hold);
  if (!isRecord(node) && !isFolder(node) && !session.dictionary.isA(node.type, 'cm:content')) {
    throw new AcsError(400, `${node.name} isnt a record, a record folder or content. Only records, record folders or content can be added to a hold.`);
  }
  if (!(isComponent(node) ? await mayFile(session, node) : await may(session.sql, session.caller, node, 'update'))) throw accessDenied();
  if (lockOf(session, node) !== undefined) throw new AcsError(400, "Locked content can't be added to a hold.");
}

/** The folder above counts how many of its children are held. */
async function count(session: Session, node: NodeRow, by: 1 | -1): Promise<void> {
  await session.sql.rows(
    `update node set aspects = case when aspects @> array['rma:heldChildren'] then aspects else aspects || 'rma:heldChildren'::text end,
       properties = properties || jsonb_build_object('rma:heldChildrenCount', greatest(0, coalesce((properties->>'rma:heldChildrenCount')::int, 0) + $2)), modified = case when $2 > 0 then now() else modified end
     where id = $1`,
    [node.parent, by],
  );
}

async function freeze(session: Session, node: NodeRow): Promise<void> {
  if (isFrozen(node)) return;
  await changeNode(session, node.id, { add: ['rma:frozen'], set: { 'rma:frozenAt': new Date().toISOString(), 'rma:frozenBy': session.caller.user } });
  await count(session, node, 1);
  if (isFolder(node)) for (const record of await recordsIn(session, node.id)) await freeze(session, record);
}

/** Thaws what no hold holds any more, neither itself nor by its folder. */
async function thaw(session: Session, node: NodeRow): Promise<void> {
  if (!isFrozen(node) || (await holdsOf(session, node.id)).length > 0 || (node.parent !== null && (await holdsOf(session, node.parent)).length > 0)) return;
  await changeNode(session, node.id, { remove: ['rma:frozen'], clear: ['rma:frozenAt', 'rma:frozenBy'], silent: true });
  await count(session, node, -1);
  if (isFolder(node)) for (const record of await recordsIn(session, node.id)) await thaw(session, record);
}

/** Adds a record, a record folder or a document to a hold; once more does nothing. @throws AcsError 400, 403 */
export async function addToHold(session: Session, hold: NodeRow, seen: NodeRow): Promise<void> {
  const node = await kept(session, seen.id);
  await assertHoldable(session, hold, node);
  await session.sql.rows(
    'insert into child (parent, child, assoc_type, name_key, sort_key, is_primary) values ($1, $2, $3, $4, $5, false) on conflict do nothing',
    [hold.id, node.id, isComponent(node) ? 'rma:frozenRecords' : 'rma:frozenContent', node.id, sortKey(node.name)],
  );
  await freeze(session, node);
}

/** Takes something from a hold; what is not in it is no fault. @throws AcsError 403 */
export async function removeFromHold(session: Session, hold: NodeRow, seen: NodeRow): Promise<void> {
  const node = await kept(session, seen.id);
  await requireCapability(session, 'RemoveFromHold', hold);
  await session.sql.rows(`delete from child where parent = $1 and child = $2 and ${HELD}`, [hold.id, node.id]);
  await thaw(session, node);
}

/** Ends a hold: what it alone held is free. @throws AcsError 403 */
export async function deleteHold(session: Session, hold: NodeRow): Promise<void> {
  await requireCapability(session, 'DeleteHold', hold);
  const held = await heldBy(session, hold.id);
  await session.sql.rows(`delete from child where parent = $1 and ${HELD}`, [hold.id]);
  for (const node of held) await thaw(session, node);
  await purge(session, hold.id);
}
