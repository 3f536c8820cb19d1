import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { entriesOf } from './acl.js';
import { grants, settableOnNodes, settableOnSites, type Entry, type Operation } from './roles.js';

const shownEntry = (entry: Entry) => ({ authorityId: entry.authority, name: entry.role, accessStatus: entry.allowed ? 'ALLOWED' : 'DENIED' });

const undeletable = (session: Session, node: NodeRow): boolean =>
  (['root', 'dictionary', 'sites'] as const).some((alias) => session.repository.wellKnown.get(alias) === node.id);

/** Reads the access lists of several nodes, each list once. */
export function rightsReader(session: Session) {
  const lists = new Map<number, Promise<{ entries: Entry[]; inherits: boolean; parent: number | null }>>();
  const listOf = (acl: number) => {
    let known = lists.get(acl);
    if (known === undefined) {
      known = Promise.all([entriesOf(session.sql, acl), session.sql.one<{ inherits: boolean; parent: number | null }>('select inherits, parent from acl where id = $1', [acl])])
        .then(([entries, row]) => ({ entries, inherits: row?.inherits ?? true, parent: row?.parent ?? null }));
      lists.set(acl, known);
    }
    return known;
  };
  const { caller } = session;
  const can = async (node: NodeRow, operation: Operation): Promise<boolean> =>
    caller.admin || node.owner === caller.user || grants((await listOf(node.acl)).entries, caller.authorities, operation);

  return {
    can,
    async allowableOperations(node: NodeRow, folder: boolean): Promise<string[] | undefined> {
      const asked: Operation[] = ['delete', 'update', ...(folder ? (['create'] as const) : []), 'updatePermissions'];
      const found: string[] = [];
      for (const operation of asked) if (await can(node, operation)) found.push(operation);
      const allowed = undeletable(session, node) ? found.filter((one) => one !== 'delete') : found;
      return allowed.length === 0 ? undefined : allowed;
    },
    /** Undefined for those who may not see permissions. */
    async permissions(node: NodeRow): Promise<object | undefined> {
      if (!(await can(node, 'readPermissions'))) return undefined;
      const list = await listOf(node.acl);
      const parent = node.parent === null ? undefined : await session.sql.one<{ acl: number }>('select acl from node where id = $1', [node.parent]);
      const shared = parent?.acl === node.acl;
      const local = shared ? [] : list.entries.filter((entry) => entry.local);
      const inherited = (shared ? list.entries : list.entries.filter((entry) => !entry.local)).filter((one, at, all) => all.findIndex((other) => other.authority === one.authority && other.role === one.role && other.allowed === one.allowed) === at);
      return {
        ...(inherited.length === 0 ? {} : { inherited: inherited.map(shownEntry) }),
        ...(local.length === 0 ? {} : { locallySet: local.map(shownEntry) }),
        settable: node.type === 'st:site' ? settableOnSites : settableOnNodes,
        isInheritanceEnabled: shared || list.inherits,
      };
    },
  };
}
