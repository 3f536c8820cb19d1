import { isDeepStrictEqual } from 'node:util';
import { onChanged } from '../disposition/changes.js';
import { listIn } from '../http/body.js';
import { AcsError, badRequest } from '../http/errors.js';
import { assertUnlocked } from '../locks/lock.js';
import { followModelFile } from '../model/deploy.js';
import { assertIntegrity } from '../model/integrity.js';
import { rememberUsed } from '../model/used.js';
import { applyPermissions, type PermissionsBody } from '../permissions/change.js';
import { demand } from '../permissions/check.js';
import { assertEditable } from '../records/guard.js';
import type { Session } from '../repository.js';
import { knownAspects, nodeExists } from './create.js';
import { completeAspects, defaultsOf, propertyChanges, withoutUnkept } from './draft.js';
import { requireNode } from './lookup.js';
import { columns, nameKey, sortKey, type NodeRow } from './node.js';

/** Gives a node, under all its parents, another name. @throws AcsError 409 */
export async function rename(session: Session, node: NodeRow, name: string): Promise<void> {
  if (nameKey(name) !== nameKey(node.name)) {
    const taken = await session.sql.one('select 1 from child c join child o on o.parent = c.parent and o.assoc_type = c.assoc_type where c.child = $1 and o.name_key = $2 and o.child <> $1', [node.id, nameKey(name)]);
    if (taken !== undefined) throw new AcsError(409, `Name already exists in target parent: ${name}`);
  }
  await session.sql.rows('update child set name_key = $2, sort_key = $3 where child = $1 and name_key <> child::text', [node.id, nameKey(name), sortKey(name)]);
  await session.sql.rows('update node set name = $2 where id = $1', [node.id, name]);
}

function specialised(session: Session, node: NodeRow, given: string): string {
  const { dictionary } = session;
  const type = dictionary.qname(given);
  if (dictionary.type(type) === undefined) throw badRequest(`Unknown type: ${given}`);
  if (!dictionary.isA(type, node.type)) throw badRequest(`Failed to change (specialise) node type - from ${dictionary.fullName(node.type)} to ${dictionary.fullName(type)}`);
  return type;
}

const lasting = new Set(['cm:auditable']);

/** Aspects after `aspectNames` replaced the set: system-kept ones stay, properties of those that go, go with them. */
function replacedAspects(session: Session, node: NodeRow, type: string, given: readonly unknown[] | undefined): { aspects: string[]; dropped: Set<string> } {
  const kept = given === undefined ? [...node.aspects] : [...knownAspects(session, given), ...node.aspects.filter((one) => lasting.has(one))];
  const aspects = completeAspects(type, kept, session.dictionary);
  const gone = node.aspects.filter((one) => !aspects.includes(one));
  return { aspects, dropped: new Set(gone.flatMap((one) => session.dictionary.propertiesOf(one).map((property) => property.name))) };
}

async function applyProperties(session: Session, node: NodeRow, body: Record<string, unknown>): Promise<NodeRow> {
  const { dictionary, sql, caller } = session;
  const given = listIn<unknown>(body, 'aspectNames');
  const type = typeof body['nodeType'] === 'string' && body['nodeType'] !== node.type ? specialised(session, node, body['nodeType']) : node.type;
  const changes = await propertyChanges((body['properties'] as Record<string, unknown> | undefined) ?? {}, dictionary, nodeExists(session));
  const { aspects: base, dropped } = replacedAspects(session, node, type, given);
  const aspects = completeAspects(type, [...base, ...changes.aspects], dictionary);
  const added = aspects.filter((one) => !node.aspects.includes(one));
  const properties = new Map(Object.entries(node.properties).filter(([name]) => !dropped.has(name)));
  for (const [name, value] of [...defaultsOf([...added, ...(type === node.type ? [] : [type])], dictionary)]) if (!properties.has(name)) properties.set(name, value);
  for (const [name, value] of withoutUnkept(changes.set)) properties.set(name, value);
  for (const name of changes.cleared) properties.delete(name);
  const kept = Object.fromEntries(properties);
  const name = typeof body['name'] === 'string' && body['name'] !== '' ? body['name'] : (changes.name ?? node.name);
  assertIntegrity({ id: node.id, name, type, aspects, properties: kept }, dictionary);
  if (isDeepStrictEqual([name, type, [...aspects].sort(), kept], [node.name, node.type, [...node.aspects].sort(), node.properties])) return node;
  if (name !== node.name) await rename(session, node, name);
  if (node.aspects.includes('cm:versionable') && !aspects.includes('cm:versionable')) await sql.rows('delete from version where node = $1', [node.id]);
  const owner = typeof kept['cm:owner'] === 'string' ? kept['cm:owner'] : node.creator;
  const changed = await sql.one<NodeRow>(
    `update node n set type = $2, aspects = $3, properties = $4, owner = $5, modifier = $6, modified = now() where id = $1 returning ${columns('n')}`,
    [node.id, type, aspects, JSON.stringify(kept), owner, caller.user],
  );
  await rememberUsed(session, [...changes.set.keys()]);
  return followModelFile(session, changed === undefined ? node : await onChanged(session, node, changed), true);
}

/** `PUT nodes/{id}`: name, type, aspects, properties, permissions, as far as given. */
export async function updateNode(session: Session, id: string, body: Record<string, unknown>): Promise<NodeRow> {
  let node = await requireNode(session, id);
  const permissions = body['permissions'] as PermissionsBody | undefined;
  const other = ['name', 'nodeType', 'aspectNames', 'properties'].some((field) => body[field] !== undefined);
  if (other || permissions === undefined) await demand(session.sql, session.caller, node, 'update');
  if (permissions !== undefined) {
    await applyPermissions(session, node, permissions);
    node = await requireNode(session, node.id);
  }
  if (!other) return node;
  const locked = await session.sql.one<NodeRow>(`select ${columns('n')} from node n where id = $1 for update`, [node.id]);
  node = locked ?? node;
  assertUnlocked(session, node);
  await assertEditable(session, node, body);
  return applyProperties(session, node, body);
}
