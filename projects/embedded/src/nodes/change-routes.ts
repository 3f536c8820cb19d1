import { nodeBody, openBody } from '../http/body.js';
import type { Routes } from '../http/routes.js';
import { copyNode } from './copy.js';
import { requireNode } from './lookup.js';
import { moveNode } from './move.js';
import { removeNode } from './remove.js';
import { renderer } from './render.js';
import { updateNode } from './update.js';

const moveBody = openBody('org.alfresco.rest.api.model.NodeTarget', ['targetParentId', 'name']);

export function nodeChangeRoutes(route: Routes): void {
  route('PUT', 'nodes/:nodeId', async (exchange) => {
    const body = await exchange.body(nodeBody);
    return exchange.write(async (session) => renderer(session, { include: exchange.include, full: true })(await updateNode(session, exchange.param('nodeId'), body)));
  });

  route('DELETE', 'nodes/:nodeId', (exchange) =>
    exchange.write(async (session) => removeNode(session, await requireNode(session, exchange.param('nodeId')), exchange.param('nodeId'), exchange.flag('permanent'))));

  for (const [verb, act, status] of [['move', moveNode, 200], ['copy', copyNode, 201]] as const) {
    route('POST', `nodes/:nodeId/${verb}`, async (exchange) => {
      const body = await exchange.body(moveBody);
      return exchange.write(async (session) => renderer(session, { include: exchange.include, full: true })(await act(session, await requireNode(session, exchange.param('nodeId')), body)));
    }, status);
  }
}
