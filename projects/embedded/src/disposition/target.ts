import { runningNumber } from '../http/errors.js';
import type { Exchange } from '../http/exchange.js';
import { rootOf, WebscriptError } from '../http/webscript.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { accessDenied, mayRead } from '../rm-security/capabilities.js';

/** How webscripts address a node. */
export const AT = 'node/:storeType/:storeId/:id';

export const reference = (id: string): string => `workspace://SpacesStore/${id}`;
export const addressOf = (exchange: Exchange): string => `${rootOf(exchange)}/node/workspace/SpacesStore/${exchange.param('id')}`;

/** The node that a webscript is about. @throws WebscriptError 404, 500 for those who may not read it */
export async function requireTarget(session: Session, id: string): Promise<NodeRow> {
  const node = await findNode(session, id);
  if (node === undefined) throw new WebscriptError(404, `${runningNumber()} Unable to find node: '${reference(id)}'.`);
  if (!(await mayRead(session, node))) throw accessDenied();
  return node;
}
