import { jsonOf, WebscriptError, wrapped, type Webscripts } from '../http/webscript.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { addEntry, ownList, removeEntry, setInheritance } from '../permissions/acl.js';
import type { Session } from '../repository.js';
import { hasCapability } from './capabilities.js';

interface Wanted {
  readonly authority: string;
  readonly role: string;
  readonly remove: boolean;
}

const ACCESS = `Failed to execute script 'classpath*:alfresco/templates/webscripts/org/alfresco/rma/rmpermissions.post.json.js': Access Denied.  You do not have the appropriate permissions to perform this operation.`;

function wanted(body: Record<string, unknown>): Wanted[] {
  const given = body['permissions'];
  if (!Array.isArray(given)) throw new WebscriptError(400, 'Permissions value missing from request.');
  return given.map((one: Record<string, unknown> | null) => {
    const [authority, role] = [one?.['authority'], one?.['role']];
    if (typeof authority !== 'string' || authority === '') throw new WebscriptError(400, "Authority value missing from request.");
    if (typeof role !== 'string' || role === '') throw new WebscriptError(400, 'Role value missing from request.');
    return { authority, role, remove: one?.['remove'] === true };
  });
}

async function apply(session: Session, node: NodeRow, permissions: readonly Wanted[], inherits: boolean | undefined): Promise<void> {
  const { sql } = session;
  const current = async (): Promise<NodeRow> => (await findNode(session, node.id)) ?? node;
  if (inherits !== undefined) await setInheritance(sql, await current(), inherits);
  const acl = await ownList(sql, await current());
  for (const { authority, role, remove } of permissions) {
    await removeEntry(sql, acl, { authority, role, allowed: true });
    if (!remove) await addEntry(sql, acl, { authority, role, allowed: true });
  }
}

/** Who may read and file in a container or record. Entries are added or, with `remove`, taken away; others stay. */
export function permissionWebscript(script: Webscripts): void {
  script('POST', 'node/:storeType/:storeId/:id/rmpermissions', async (exchange) => {
    const body = await jsonOf(exchange);
    await exchange.write(async (session) => {
      const node = await findNode(session, exchange.param('id'));
      if (node === undefined) throw new WebscriptError(404, 'The node could not be found');
      if (!(await hasCapability(session, 'ManageAccessRights', node))) throw wrapped(ACCESS);
      await apply(session, node, wanted(body), typeof body['isInherited'] === 'boolean' ? body['isInherited'] : undefined);
    });
    return {};
  });
}
