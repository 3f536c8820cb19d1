import { listIn } from '../http/body.js';
import { badRequest } from '../http/errors.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { isComponent } from '../records/kinds.js';
import type { Session } from '../repository.js';
import { addEntry, entriesOf, inherits, ownList, removeEntry, setInheritance } from './acl.js';
import { demand } from './check.js';
import { EVERYONE, OWNER, settableInFilePlan, settableOnNodes, settableOnSites, type Entry } from './roles.js';

/** `permissions` of a request. */
export interface PermissionsBody {
  readonly isInheritanceEnabled?: boolean;
  readonly locallySet?: readonly { readonly authorityId?: string; readonly name?: string; readonly accessStatus?: string }[];
}

type Wanted = Omit<Entry, 'local'>;

const same = (one: Wanted, other: Wanted): boolean => one.authority === other.authority && one.role === other.role && one.allowed === other.allowed;

async function authorityExists(session: Session, id: string): Promise<boolean> {
  if (id === EVERYONE || id === OWNER) return true;
  return (await session.sql.one('select 1 from person where id = $1 union all select 1 from authority_group where id = $1', [id])) !== undefined;
}

async function wanted(session: Session, node: NodeRow, body: PermissionsBody): Promise<Wanted[]> {
  const given = listIn<NonNullable<PermissionsBody['locallySet']>[number] | null>(body as Record<string, unknown>, 'locallySet') ?? [];
  const entries = given.map((one) => ({ authority: one?.authorityId ?? '', role: one?.name ?? '', allowed: one?.accessStatus !== 'DENIED' }));
  if (entries.some((one, at) => entries.findIndex((other) => other.authority === one.authority && other.role === one.role) !== at)) {
    throw badRequest('Duplicate node permissions, there is more than one permission with the same authority and name!');
  }
  const settable: readonly string[] = [...(isComponent(node) ? settableInFilePlan : settableOnNodes), ...(node.type === 'st:site' ? settableOnSites : [])];
  for (const one of entries) {
    if (!(await authorityExists(session, one.authority))) throw badRequest(`Cannot set permissions on this node - unknown authority: ${one.authority}`);
    if (!settable.includes(one.role)) throw badRequest(`Cannot set permissions on this node - unknown access level: ${one.role}`);
  }
  return entries;
}

/**
 * Makes a node's own entries those of the request, one step after another, each step needing the right to change permissions
 * as it then stands: who cuts the inheritance from which their right comes is refused, and nothing is changed.
 * @throws AcsError 400, 403
 */
export async function applyPermissions(session: Session, node: NodeRow, body: PermissionsBody): Promise<void> {
  const { sql, caller } = session;
  const current = async (): Promise<NodeRow> => (await findNode(session, node.id)) ?? node;
  const allowed = async (): Promise<NodeRow> => {
    const now = await current();
    await demand(sql, caller, now, 'updatePermissions');
    return now;
  };
  await sql.rows('select 1 from node where id = $1 for update', [node.id]);
  await allowed();
  const target = body.locallySet === undefined ? undefined : await wanted(session, node, body);
  if (body.isInheritanceEnabled !== undefined && body.isInheritanceEnabled !== (await inheritsNow(session, node))) await setInheritance(sql, node, body.isInheritanceEnabled);
  if (target === undefined) return;
  const acl = await ownList(sql, await allowed());
  const before = (await entriesOf(sql, acl)).filter((entry) => entry.local);
  for (const entry of before.filter((one) => !target.some((other) => same(one, other)))) {
    await allowed();
    await removeEntry(sql, acl, entry);
  }
  for (const entry of target.filter((one) => !before.some((other) => same(one, other)))) {
    await allowed();
    await addEntry(sql, acl, entry);
  }
}

async function inheritsNow(session: Session, node: NodeRow): Promise<boolean> {
  const parent = node.parent === null ? undefined : await session.sql.one<{ acl: number }>('select acl from node where id = $1', [node.parent]);
  return inherits(session.sql, node.acl, parent?.acl === node.acl);
}
