import { AcsError, badRequest, invalidArgument } from '../http/errors.js';
import { listIn, nodeBody } from '../http/body.js';
import type { Exchange } from '../http/exchange.js';
import { listed } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import type { PermissionsBody } from '../permissions/change.js';
import type { Session } from '../repository.js';
import { recordVersion } from '../versions/record.js';
import { addTargets } from './associations.js';
import { createNode, ensureFolders, knownAspects } from './create.js';
import { isFolder } from './kinds.js';
import { requireNode } from './lookup.js';
import type { NodeRow } from './node.js';
import { renderer } from './render.js';
import { receiveUpload } from './upload.js';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function typeOf(session: Session, given: string): string {
  const { dictionary } = session;
  const name = dictionary.qname(given);
  if (dictionary.type(name) === undefined || !dictionary.isA(name, 'cm:cmobject')) throw badRequest(`Invalid type: ${dictionary.fullName(name)} - expected (sub-)type of cm:cmobject`);
  return name;
}

async function fromJson(session: Session, exchange: Exchange, parentId: string, body: Record<string, unknown>): Promise<NodeRow> {
  const parent = await requireNode(session, parentId, 'read');
  if (body['id'] !== undefined) throw badRequest(`Unexpected id when trying to create a new node: ${String(body['id'])}`);
  const name = text(body['name']);
  if (name === undefined) throw badRequest(`Node name is expected: ${parent.id}`);
  const given = text(body['nodeType']);
  if (given === undefined) throw badRequest(`Node type is expected: ${parent.id},${name}`);
  const type = typeOf(session, given);
  const assocType = text((body['association'] as Record<string, unknown> | undefined)?.['assocType']);
  if (assocType !== undefined && session.dictionary.associations.get(session.dictionary.qname(assocType))?.child !== true) throw badRequest(`Unknown assocType: ${assocType}`);
  const folder = await ensureFolders(session, parent, text(body['relativePath']));
  const permissions = body['permissions'] as PermissionsBody | undefined;
  const node = await createNode(session, folder, {
    name, type,
    ...(assocType === undefined ? {} : { assocType }),
    properties: (body['properties'] as Record<string, unknown> | undefined) ?? {},
    aspects: knownAspects(session, listIn<unknown>(body, 'aspectNames') ?? []),
    ...(permissions === undefined ? {} : { permissions }),
    autoRename: exchange.flag('autoRename'),
  });
  const linked = await addTargets(session, node, listIn(body, 'targets'), listIn(body, 'secondaryChildren'));
  if (!exchange.flag('versioningEnabled') || isFolder(session.dictionary, type)) return linked;
  return recordVersion(session, linked, { major: exchange.query('majorVersion') !== 'false', comment: exchange.query('comment') });
}

async function createFromJson(exchange: Exchange): Promise<unknown> {
  const { items, list } = await exchange.bodies(nodeBody);
  if (items.length === 0) throw invalidArgument('{0}');
  return exchange.write(async (session) => {
    const made: unknown[] = [];
    for (const item of items) {
      const node = await fromJson(session, exchange, exchange.param('nodeId'), item);
      made.push(await renderer(session, { include: exchange.include, full: true })(node));
    }
    return list && made.length !== 1 ? listed(made, { skip: 0, max: made.length }, made.length) : made[0];
  });
}

export function nodeCreateRoutes(route: Routes): void {
  route('POST', 'nodes/:nodeId/children', async (exchange) => {
    if (!exchange.request.isMultipart()) return createFromJson(exchange);
    const node = await requireNode(exchange.session, exchange.param('nodeId'), 'read');
    if (!isFolder(exchange.session.dictionary, node.type) && !exchange.session.dictionary.isA(node.type, 'cm:content')) throw new AcsError(400, `NodeId of folder is expected: ${node.id}`);
    return receiveUpload(exchange, node);
  });
}
