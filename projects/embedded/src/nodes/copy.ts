import { AcsError } from '../http/errors.js';
import { demand, may } from '../permissions/check.js';
import { assertCopyable } from '../records/guard.js';
import type { Session } from '../repository.js';
import { recordVersion } from '../versions/record.js';
import { createNode } from './create.js';
import { childNamed, findNode } from './lookup.js';
import { targetFolder } from './move.js';
import { columns, type NodeRow } from './node.js';

const own = new Set(['cm:versionLabel', 'cm:versionType', 'cm:owner', 'cm:lockType', 'cm:lockOwner', 'cm:lockLifetime', 'cm:expiryDate']);
const left = new Set(['cm:lockable', 'cm:ownable']);

async function copyOne(session: Session, node: NodeRow, parent: NodeRow, name: string): Promise<NodeRow> {
  const { sql, caller } = session;
  await demand(sql, caller, parent, 'create');
  const properties = Object.fromEntries(Object.entries(node.properties).filter(([key]) => !own.has(key)));
  const aspects = [...new Set([...node.aspects.filter((one) => !left.has(one)), 'cm:copiedfrom'])];
  const made = await createNode(session, parent, { name, type: node.type });
  const copy = await sql.one<NodeRow>(
    `update node n set aspects = $2, properties = $3, content_key = $4, mime_type = $5, size = $6, encoding = $7 where id = $1 returning ${columns('n')}`,
    [made.id, aspects, JSON.stringify(properties), node.contentKey, node.mimeType, node.size, node.encoding],
  );
  await sql.rows(`insert into peer (source, target, type) values ($1, $2, 'cm:original')`, [made.id, node.id]);
  return copy ?? made;
}

/** Copies a node with all below it that the caller may read; a folder may be copied into itself. */
export async function copyNode(session: Session, node: NodeRow, body: Record<string, unknown>): Promise<NodeRow> {
  const { sql, caller } = session;
  const target = await targetFolder(session, body['targetParentId']);
  assertCopyable(session, node, target);
  const asked = typeof body['name'] === 'string' && body['name'] !== '' ? body['name'] : undefined;
  if ((await childNamed(session, target.id, asked ?? node.name)) !== undefined) throw new AcsError(409, `Name already exists in target parent: ${asked ?? 'null'}`);
  const originals = await sql.rows<NodeRow>(
    `with recursive below (id, depth) as (select id, 0 from node where id = $1 union all select n.id, depth + 1 from node n join below b on n.parent = b.id)
     select ${columns('n')} from below b join node n on n.id = b.id order by b.depth, n.seq`, [node.id]);
  const copies = new Map<string, NodeRow>();
  for (const original of originals) {
    const parent = original.id === node.id ? target : copies.get(original.parent ?? '');
    if (parent === undefined || !(await may(sql, caller, original, 'read'))) continue;
    const copy = await copyOne(session, original, parent, original.id === node.id ? (asked ?? original.name) : original.name);
    copies.set(original.id, copy);
  }
  const versioned = [...copies.values()].filter((copy) => copy.aspects.includes('cm:versionable'));
  const copy = copies.get(node.id);
  if (copy === undefined) throw new Error('nothing was copied');
  for (const one of versioned) await recordVersion(session, (await findNode(session, one.id)) ?? one, { major: true });
  return copy;
}

