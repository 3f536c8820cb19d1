import { denied, AcsError } from '../http/errors.js';
import { assertUnlocked } from '../locks/lock.js';
import { forgetModelFile } from '../model/deploy.js';
import { reparent } from '../permissions/acl.js';
import { demand } from '../permissions/check.js';
import { assertDeletable, goesForGood } from '../records/guard.js';
import type { Session } from '../repository.js';
import { audit } from '../rm-security/audit.js';
import type { NodeRow } from './node.js';
import { touchFolder } from './touch.js';

const BELOW = `with recursive below (id) as (select $1::uuid union all select n.id from node n join below b on n.parent = b.id)`;

/** Content keys of a node, all below it, and their versions. */
async function contentBelow(session: Session, id: string): Promise<string[]> {
  const rows = await session.sql.rows<{ key: string }>(`${BELOW} select content_key as key from node where id in (select id from below) and content_key is not null union select content_key from version where node in (select id from below) and content_key is not null`, [id]);
  return rows.map((row) => row.key);
}

/** Takes a node and all below it out of sight; looked at again for what another request was just adding there. */
async function seal(session: Session, id: string): Promise<void> {
  const pass = `${BELOW} update node set archived = true, archived_at = now(), archived_by = $2 where id in (select id from below) and not archived returning 1`;
  for (let changed = 1; changed > 0; ) changed = (await session.sql.rows(pass, [id, session.caller.user])).length;
}

/** Removes a node and all below it for good; the bytes go once that is durable. */
export async function purge(session: Session, id: string): Promise<void> {
  await seal(session, id);
  const keys = await contentBelow(session, id);
  await session.sql.rows(`${BELOW} delete from node where id in (select id from below)`, [id]);
  const { files, database } = session.repository;
  session.after(() => files.discard(database, keys));
}

/** Puts a node, with all below it, into the trashcan of the one who deletes it; who deletes owns it there. */
async function archive(session: Session, node: NodeRow): Promise<void> {
  const { sql, caller } = session;
  const assoc = await sql.one<{ type: string }>('select assoc_type as type from child where child = $1 and is_primary', [node.id]);
  await reparent(sql, node, null);
  await sql.rows('delete from child where child = $1', [node.id]);
  await sql.rows(`${BELOW} delete from child where parent in (select id from below) and not is_primary`, [node.id]);
  await sql.rows(`${BELOW} delete from peer where source in (select id from below) or target in (select id from below)`, [node.id]);
  await seal(session, node.id);
  await sql.rows(
    `update node set archived_from = parent, archived_assoc = $2, parent = null, owner = $3, archived_owner = properties->>'cm:owner',
       aspects = array_remove(array_remove(aspects, 'cm:ownable'), 'cm:copiedfrom') || 'cm:ownable'::text,
       properties = properties || jsonb_build_object('cm:owner', $3::text) where id = $1`,
    [node.id, assoc?.type ?? 'cm:contains', caller.user],
  );
}

/** @throws AcsError 403, 409 locked, 500 for a model in use */
export async function removeNode(session: Session, node: NodeRow, given: string, permanent: boolean): Promise<void> {
  const special = [...session.repository.wellKnown].some(([alias, id]) => id === node.id && (alias === 'root' || alias === 'sites' || alias === 'dictionary'));
  if (special) throw new AcsError(403, `Cannot delete: ${given}`);
  if (node.parent === null) throw denied();
  await demand(session.sql, session.caller, node, 'delete');
  assertUnlocked(session, node);
  await assertDeletable(session, node);
  await forgetModelFile(session, node);
  touchFolder(session, node.parent);
  if (goesForGood(node)) await audit(session, node, 'Delete Object');
  await (permanent || goesForGood(node) ? purge(session, node.id) : archive(session, node));
}
