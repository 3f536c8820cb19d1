import { AcsError, badRequest, plain } from '../http/errors.js';
import { openBody } from '../http/body.js';
import { paged } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import { isFile } from '../nodes/kinds.js';
import { requireNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';

const registered = new Set(['doclib', 'pdf', 'imgpreview', 'medium', 'avatar', 'avatar32', 'webpreview']);
const renditionBody = openBody('org.alfresco.rest.api.model.Rendition', ['id', 'status', 'content']);

async function requireFile(session: Session, id: string): Promise<NodeRow> {
  const node = await requireNode(session, id);
  if (!isFile(session.dictionary, node.type)) throw badRequest(`Node id '${node.id}' does not represent a file.`);
  return node;
}

/** Answers of a repository that has no transform service: nothing is rendered, nothing can be. */
export function renditionRoutes(route: Routes): void {
  route('GET', 'nodes/:nodeId/renditions', async ({ session, param, page }) => {
    const node = await requireFile(session, param('nodeId'));
    if (node.contentKey === null) throw badRequest(`Node id '${node.id}' has no content.`);
    return paged([], page);
  });
  route('GET', 'nodes/:nodeId/renditions/:renditionId', async ({ session, param }) => {
    const node = await requireFile(session, param('nodeId'));
    const id = param('renditionId');
    throw new AcsError(404, registered.has(id) ? `${id} is not applicable for the node's mimeType ${node.mimeType ?? ''}` : `${id} is not registered.`);
  });
  route('POST', 'nodes/:nodeId/renditions', async (exchange) => {
    const node = await requireFile(exchange.session, exchange.param('nodeId'));
    const body = await exchange.body(renditionBody);
    throw plain(400, `Local transform ${String(body['id'])} from ${node.mimeType ?? ''} is unsupported`);
  });
  route('GET', 'nodes/:nodeId/renditions/:renditionId/content', async ({ session, param, flag }) => {
    await requireFile(session, param('nodeId'));
    if (flag('placeholder')) throw new AcsError(501, 'Not offered by the embedded repository: GET nodes/{id}/renditions/{rendition}/content with placeholder');
    throw new AcsError(404, `Thumbnail was not found for [${param('renditionId')}]`);
  });
}
