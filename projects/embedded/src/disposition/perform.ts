import { wrapped } from '../http/webscript.js';
import { findNode } from '../nodes/lookup.js';
import { columns, type NodeRow } from '../nodes/node.js';
import { isComplete, isFolder, isRecord } from '../records/kinds.js';
import type { Session } from '../repository.js';
import { goOn, lifeOf, type Life } from './lifecycle.js';
import { isEligible, startAction } from './next-action.js';

/** The records that lie in a folder by their own place, not by a link. */
export const recordsIn = (session: Session, folder: NodeRow): Promise<NodeRow[]> =>
  session.sql.rows<NodeRow>(`select ${columns('n')} from node n where n.parent = $1 and 'rma:record' = any (n.aspects) and not n.archived order by n.seq`, [folder.id]);

function assertLevel(name: string, item: NodeRow, life: Life): void {
  if (life.schedule.recordLevel === isRecord(item) && (life.schedule.recordLevel || isFolder(item))) return;
  throw wrapped(`The retention action ${name} couldnt be performed, because no retention instructions could be found. (nodeRef={1})`);
}

async function assertAllComplete(session: Session, name: string, item: NodeRow): Promise<void> {
  if (isRecord(item)) {
    if (!isComplete(item)) throw wrapped(`The retention action ${name} couldnt be performed, because the record {1} isnt complete.`);
  } else if (!(await recordsIn(session, item)).every(isComplete)) {
    throw wrapped(`The retention action ${name} couldnt be performed, because not all the records in the record folder are complete. (actionedUponNodeRef={1})`);
  }
}

/**
 * Does the next action of a record or record folder, if it is this one, due, and all is complete; then the next step begins.
 * @param lasting the action only begins here; something else completes it
 * @throws WebscriptError 500
 */
export async function perform(session: Session, item: NodeRow, name: string, work: (life: Life) => Promise<void>, lasting = false): Promise<void> {
  await session.sql.rows('select 1 from node where id = $1 for update', [item.id]);
  const life = await lifeOf(session, item);
  if (life === undefined) throw wrapped(`The retention action ${name} couldnt be performed, because no retention instructions could be found. (nodeRef={1})`);
  if (life.action.name !== name) throw wrapped(`The retention action ${name} couldnt be performed, because this isnt the next retention action for this record or record folder. (nodeRef=workspace://SpacesStore/${item.id})`);
  if (!isEligible(life.action, life.step, new Date())) throw wrapped(`The record or record folder workspace://SpacesStore/${item.id} isnt yet ready for retention action {0}.`);
  assertLevel(name, item, life);
  await assertAllComplete(session, name, item);
  await startAction(session, life.action);
  await work(life);
  const left = await findNode(session, item.id);
  if (!lasting && left !== undefined) await goOn(session, left, life);
}
