import { plain } from '../http/errors.js';
import { filePlanOf } from '../records/file-plan.js';
import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { accessDenied, mayRead } from './capabilities.js';

/** The file plan under its alias or id, for somebody who may see it. @throws AcsError 403, 404 */
export async function requireFilePlan(session: Session, given: string): Promise<NodeRow> {
  const filePlan = await filePlanOf(session);
  if (given !== '-filePlan-' && given !== filePlan.id) throw plain(404, `Node does not exist: workspace://SpacesStore/${given} (status:null)`, false);
  if (!(await mayRead(session, filePlan))) throw accessDenied();
  return filePlan;
}
