import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { accessDenied, requireCapability } from '../rm-security/capabilities.js';
import { changeNode } from './change.js';
import { isFolder, isFrozen } from './kinds.js';

/** Closes a record folder to new records, or opens it again. @throws AcsError 403 */
export async function setClosed(session: Session, folder: NodeRow, closed: boolean): Promise<NodeRow> {
  if (!isFolder(folder) || isFrozen(folder)) throw accessDenied();
  await requireCapability(session, closed ? 'CloseFolders' : 'ReOpenFolders', folder);
  return changeNode(session, folder.id, { set: { 'rma:isClosed': closed } });
}
