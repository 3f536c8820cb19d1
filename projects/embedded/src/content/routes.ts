import type { Readable } from 'node:stream';
import { AcsError, badRequest } from '../http/errors.js';
import type { Exchange } from '../http/exchange.js';
import type { Routes } from '../http/routes.js';
import { assertUnlocked } from '../locks/lock.js';
import { followModelFile } from '../model/deploy.js';
import { assertIntegrity } from '../model/integrity.js';
import { findNode, requireNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { renderer } from '../nodes/render.js';
import { rename } from '../nodes/update.js';
import { demand } from '../permissions/check.js';
import { assertNotGhost } from '../records/ghost.js';
import { assertContentOpen } from '../records/guard.js';
import type { Session } from '../repository.js';
import { mimeTypeOf } from './mimetypes.js';
import { sendContent } from './send.js';
import { setContent } from './write.js';

async function requireFile(session: Session, id: string, operation: 'read' | 'update'): Promise<NodeRow> {
  const node = await requireNode(session, id, 'read');
  if (!session.dictionary.isA(node.type, 'cm:content')) throw badRequest(`NodeId of content is expected: ${node.id}`);
  await demand(session.sql, session.caller, node, operation);
  return node;
}

async function replace(session: Session, exchange: Exchange, id: string, stored: { key: string; size: number }): Promise<NodeRow> {
  let node = await requireFile(session, id, 'update');
  assertUnlocked(session, node);
  assertContentOpen(node);
  const name = exchange.query('name');
  if (name !== undefined && name !== node.name) {
    assertIntegrity({ ...node, name }, session.dictionary);
    await rename(session, node, name);
    node = (await findNode(session, node.id)) ?? node;
  }
  const [major, comment] = [exchange.query('majorVersion'), exchange.query('comment')];
  const version = major === undefined && comment === undefined ? undefined : { major: major === 'true', comment };
  const content = { key: stored.key, size: stored.size, mimeType: mimeTypeOf(node.name, node.mimeType ?? undefined), encoding: 'UTF-8' };
  return followModelFile(session, await setContent(session, node, content, version), false);
}

export function contentRoutes(route: Routes): void {
  route('GET', 'nodes/:nodeId/content', async (exchange) => {
    const node = await requireFile(exchange.session, exchange.param('nodeId'), 'read');
    assertNotGhost(node);
    return sendContent(exchange.repository, exchange.request, exchange.reply, node, exchange.query('attachment') !== 'false');
  });

  route('PUT', 'nodes/:nodeId/content', async (exchange) => {
    const node = await requireFile(exchange.session, exchange.param('nodeId'), 'update');
    const { files, database } = exchange.repository;
    const body = exchange.request.body as Readable | undefined;
    const stored = await files.write(body ?? Buffer.alloc(0));
    try {
      return await exchange.write(async (session) => renderer(session, { include: exchange.include, full: true })(await replace(session, exchange, node.id, stored)));
    } catch (error) {
      await files.discard(database, [stored.key]);
      throw error;
    }
  });

  route('POST', 'nodes/:nodeId/request-direct-access-url', async (exchange) => {
    await requireNode(exchange.session, exchange.param('nodeId'));
    throw new AcsError(501, "Direct access url isn't available.");
  });
}
