import { plain } from '../http/errors.js';
import type { NodeRow } from '../nodes/node.js';
import { isGhosted } from './kinds.js';

/** Whether something was eliminated and left its description behind. */
export const isEmptied = (node: Pick<NodeRow, 'aspects' | 'contentKey'>): boolean => isGhosted(node) && node.contentKey === null;

/** What was eliminated and left its description behind has no bytes any more. @throws AcsError 404 */
export function assertNotGhost(node: Pick<NodeRow, 'id' | 'aspects' | 'contentKey'>): void {
  if (!isEmptied(node)) return;
  throw plain(404, `Unable to locate content for node ref workspace://SpacesStore/${node.id} (property: {http://www.alfresco.org/model/content/1.0}content)`);
}
