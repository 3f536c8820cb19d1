import type { NodeRow } from '../nodes/node.js';
import { purge } from '../nodes/remove.js';
import { changeNode } from '../records/change.js';
import { isFolder, isFrozen, isGhosted } from '../records/kinds.js';
import type { Session } from '../repository.js';
import { accessDenied } from '../rm-security/capabilities.js';
import { assertMay, type Action } from './action.js';
import { lifeOf } from './lifecycle.js';
import { isEligible } from './next-action.js';
import { perform, recordsIn } from './perform.js';

/** Scheduled, due, and nothing in it held: else AGS doesn't even say why. @throws AcsError 403 */
export async function assertScheduled(session: Session, node: NodeRow, name: string): Promise<void> {
  const life = await lifeOf(session, node);
  if (life?.action.name !== name || !isEligible(life.action, life.step, new Date())) throw accessDenied();
  if (isFolder(node) && (await recordsIn(session, node)).some(isFrozen)) throw accessDenied();
}

/**
 * Takes the bytes of a record's present version away. Versions before it keep theirs, as in AGS: who destroys
 * without having pruned them leaves them readable.
 */
async function empty(session: Session, record: NodeRow): Promise<void> {
  const key = record.contentKey;
  await session.sql.rows('update node set content_key = null, mime_type = null, size = null, encoding = null where id = $1', [record.id]);
  await session.sql.rows('delete from child where child = $1 and not is_primary', [record.id]);
  if (key === null) return;
  await session.sql.rows('update version set content_key = null where node = $1 and content_key = $2', [record.id, key]);
  const { files, database } = session.repository;
  session.after(() => files.discard(database, [key]));
}

async function ghost(session: Session, node: NodeRow): Promise<void> {
  if (!isFolder(node)) await empty(session, node);
  else for (const record of await recordsIn(session, node)) await ghost(session, record);
  await changeNode(session, node.id, { add: ['rma:ghosted'] });
}

/** Destroys for good, leaving a tombstone or nothing, as the schedule says. */
export const destroy: Action = async (session, node) => {
  await assertMay(session, node, 'DestroyRecordsScheduledForDestruction');
  if (isGhosted(node)) throw accessDenied();
  await assertScheduled(session, node, 'destroy');
  await perform(session, node, 'destroy', async ({ step }) => (step.ghost === 'ghost' ? ghost(session, node) : purge(session, node.id)));
  return undefined;
};
