import { plain } from '../http/errors.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { onFiled } from '../disposition/lifecycle.js';
import { accessDenied, requireCapability } from '../rm-security/capabilities.js';
import { changeNode, kept } from './change.js';
import { isClosed, isFolder, isFrozen, isUnfiled } from './kinds.js';
import { link, place } from './move.js';
import { searchProperties } from './record.js';
import { closedFolder } from './refusals.js';
import { reviewed } from './vital.js';

/** A record folder that takes something, from someone who may put it there. @throws AcsError 403, 422 closed */
export async function assertTakes(session: Session, folder: NodeRow, capability: string): Promise<void> {
  await requireCapability(session, capability, folder);
  if (isFrozen(folder)) throw accessDenied();
  if (isFolder(folder) && isClosed(folder)) throw closedFolder();
}

/** What follows when a record came to lie in another folder: filed there, and no longer found by what AGS had noted for searches. */
export async function onMoved(session: Session, folder: NodeRow, record: NodeRow): Promise<void> {
  if (!isFolder(folder)) return;
  const filed = record.properties['rma:dateFiled'] === undefined ? { 'rma:dateFiled': new Date().toISOString() } : {};
  await changeNode(session, record.id, { set: filed, silent: true });
  await reviewed(session, folder, record);
  await onFiled(session, (await findNode(session, record.id)) ?? record);
  await changeNode(session, record.id, { remove: ['rma:recordSearch'], clear: searchProperties(session), silent: true });
}

/**
 * Files a record: one that is unfiled moves into the folder, one that has a folder gets a second.
 * @throws AcsError 403, 422, 500 when it is there already
 */
export async function fileRecord(session: Session, seen: NodeRow, folder: NodeRow): Promise<NodeRow> {
  const record = await kept(session, seen.id);
  const home = record.parent === null ? undefined : await findNode(session, record.parent);
  const unfiled = home !== undefined && isUnfiled(home);
  await assertTakes(session, folder, unfiled ? 'FileUnfiledRecords' : 'LinkToRecords');
  const there = await session.sql.one('select 1 from child where parent = $1 and child = $2', [folder.id, record.id]);
  if (there !== undefined) throw plain(500, 'Cannot link a record to the same record folder more than once');
  if (unfiled) await onMoved(session, folder, await place(session, await changeNode(session, record.id, {}), folder.id, false));
  else {
    await link(session, folder.id, record);
    await changeNode(session, record.id, { add: ['rma:recordSearch'] });
  }
  return (await findNode(session, record.id)) ?? record;
}
