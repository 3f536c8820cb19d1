import { plain, type AcsError } from '../http/errors.js';
import type { NodeRow } from '../nodes/node.js';
import { entriesOf } from '../permissions/acl.js';
import type { Session } from '../repository.js';
import { capabilities } from './capability-list.js';

const everything: ReadonlySet<string> = new Set(capabilities.keys());

/** What the caller's roles let them do; an administrator of the repository may do everything. */
export async function rmCapabilities(session: Session): Promise<ReadonlySet<string>> {
  if (session.caller.admin) return everything;
  const rows = await session.sql.rows<{ capability: string }>('select distinct unnest(capabilities) as capability from rm_role where authority = any ($1)', [[...session.caller.authorities]]);
  return new Set(rows.map((row) => row.capability));
}

/** AGS's own words, under the status that the REST API gives. */
export const accessDenied = (): AcsError => plain(403, 'Access Denied.  You do not have the appropriate permissions to perform this operation.');

async function granted(session: Session, node: Pick<NodeRow, 'acl'>, roles: readonly string[]): Promise<boolean> {
  if (session.caller.admin) return true;
  const entries = await entriesOf(session.sql, node.acl);
  return entries.some((entry) => entry.allowed && roles.includes(entry.role) && session.caller.authorities.has(entry.authority));
}

/** Filing on the node or on what it inherits from. */
export const mayFile = (session: Session, node: Pick<NodeRow, 'acl'>): Promise<boolean> => granted(session, node, ['Filing']);

/** ReadRecords or Filing on the node or on what it inherits from, and a role that sees records. */
export async function mayRead(session: Session, node: Pick<NodeRow, 'acl'>): Promise<boolean> {
  return (await granted(session, node, ['ReadRecords', 'Filing'])) && (await rmCapabilities(session)).has('ViewRecords');
}

/**
 * Both halves of AGS's check: the role has the capability, and the caller may file in the container.
 * @param node where the operation happens; without it only the role counts
 */
export async function hasCapability(session: Session, name: string, node?: Pick<NodeRow, 'acl'>): Promise<boolean> {
  if (!(await rmCapabilities(session)).has(name)) return false;
  return node === undefined || mayFile(session, node);
}

/** @throws AcsError 403 ApiDefault */
export async function requireCapability(session: Session, name: string, node?: Pick<NodeRow, 'acl'>): Promise<void> {
  if (!(await hasCapability(session, name, node))) throw accessDenied();
}
