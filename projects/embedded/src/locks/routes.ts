import { badRequest, denied, plain } from '../http/errors.js';
import { oneOf, openBody, readAll } from '../http/body.js';
import type { Exchange } from '../http/exchange.js';
import type { Routes } from '../http/routes.js';
import { holdsContent } from '../nodes/kinds.js';
import { findNode, requireNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { renderer } from '../nodes/render.js';
import { demand, may } from '../permissions/check.js';
import { assertNotFrozen } from '../records/guard.js';
import type { Session } from '../repository.js';
import type { Lock } from './ephemeral.js';
import type { Readable } from 'node:stream';
import { lockOf, lockProperties } from './lock.js';

const lockBody = openBody('org.alfresco.rest.api.model.LockInfo', ['timeToExpire', 'type', 'lifetime', 'includeChildren']);
const names = ['cm:lockType', 'cm:lockOwner', 'cm:lockLifetime', 'cm:expiryDate'];

const oneOfEnum = (value: unknown, fallback: string, allowed: readonly string[], cls: string): string => {
  const found = value === undefined ? fallback : String(value);
  if (!allowed.includes(found)) throw badRequest(`Could not read content from HTTP request body: No enum constant org.alfresco.rest.api.model.LockInfo.${cls}.${found}`);
  return found;
};

function lockFrom(body: Record<string, unknown>, owner: string): Lock {
  const seconds = typeof body['timeToExpire'] === 'number' ? body['timeToExpire'] : 0;
  return {
    owner,
    type: oneOfEnum(body['type'], 'ALLOW_OWNER_CHANGES', ['ALLOW_OWNER_CHANGES', 'FULL'], 'LockType2') === 'FULL' ? 'READ_ONLY_LOCK' : 'WRITE_LOCK',
    lifetime: oneOfEnum(body['lifetime'], 'PERSISTENT', ['PERSISTENT', 'EPHEMERAL'], 'Lifetime') as Lock['lifetime'],
    ...(seconds > 0 ? { expires: new Date(Date.now() + seconds * 1000) } : {}),
  };
}

async function requireLockable(session: Session, id: string): Promise<NodeRow> {
  const node = await requireNode(session, id);
  if (!holdsContent(session.dictionary, node.type)) throw badRequest(`Node of type cm:content or a subtype is expected: ${node.id}`);
  return node;
}

async function keep(session: Session, node: NodeRow, lock: Lock): Promise<void> {
  if (lock.lifetime === 'EPHEMERAL') {
    session.after(() => session.repository.locks.set(node.id, lock));
    return;
  }
  const others = Object.fromEntries(Object.entries(node.properties).filter(([name]) => !names.includes(name)));
  const aspects = node.aspects.includes('cm:lockable') ? node.aspects : [...node.aspects, 'cm:lockable'];
  await session.sql.rows('update node set properties = $2, aspects = $3 where id = $1', [node.id, JSON.stringify({ ...others, ...lockProperties(lock) }), aspects]);
}

/** A passing lock goes first; what was locked under it stays locked. */
async function release(session: Session, node: NodeRow): Promise<void> {
  if (session.repository.locks.get(node.id) !== undefined) {
    session.after(() => void session.repository.locks.delete(node.id));
    return;
  }
  await session.sql.rows(`update node set properties = properties - $2::text[], aspects = array_remove(aspects, 'cm:lockable') where id = $1`, [node.id, names]);
}

const afterwards = async (exchange: Exchange, id: string): Promise<unknown> => {
  const node = await findNode(exchange.session, id);
  return node === undefined ? undefined : renderer(exchange.session, { include: exchange.include, full: true })(node);
};

export function lockRoutes(route: Routes): void {
  route('POST', 'nodes/:nodeId/lock', async (exchange) => {
    const text = (await readAll(exchange.request.body as Readable | undefined)).toString('utf8');
    const body = text.trim() === '' ? {} : oneOf(text, lockBody);
    const id = await exchange.write(async (session) => {
      const node = await requireLockable(session, exchange.param('nodeId'));
      const lock = lockFrom(body, session.caller.user);
      await demand(session.sql, session.caller, node, 'update');
      assertNotFrozen(node);
      const held = lockOf(session, node);
      if (held !== undefined && held.owner !== session.caller.user) throw plain(422, `The node (id: ${node.id}) could not be locked since it is already locked by another user.`);
      await keep(session, node, lock);
      return node.id;
    });
    return afterwards(exchange, id);
  }, 200);

  route('POST', 'nodes/:nodeId/unlock', async (exchange) => {
    const id = await exchange.write(async (session) => {
      const node = await requireLockable(session, exchange.param('nodeId'));
      const held = lockOf(session, node);
      if (held?.owner !== session.caller.user && !(await may(session.sql, session.caller, node, 'delete'))) throw denied();
      await release(session, node);
      return node.id;
    });
    return afterwards(exchange, id);
  }, 200);
}
