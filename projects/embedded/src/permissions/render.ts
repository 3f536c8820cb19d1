import type { NodeRow } from '../nodes/node.js';
import { isComponent } from '../records/kinds.js';
import type { Session } from '../repository.js';
import { grants, settableInFilePlan, settableOnNodes, settableOnSites, type Entry, type Operation } from './roles.js';

const shownEntry = (entry: Entry) => ({ authorityId: entry.authority, name: entry.role, accessStatus: entry.allowed ? 'ALLOWED' : 'DENIED' });

const undeletable = (session: Session, node: NodeRow): boolean =>
  (['root', 'dictionary', 'sites'] as const).some((alias) => session.repository.wellKnown.get(alias) === node.id);

const settableOn = (node: NodeRow): readonly string[] =>
  node.type === 'st:site' || node.type === 'rma:rmsite' ? settableOnSites : isComponent(node) ? settableInFilePlan : settableOnNodes;

interface AccessList {
  readonly entries: readonly Entry[];
  readonly inherits: boolean;
}

async function readLists(session: Session, acls: readonly number[]): Promise<Map<number, AccessList>> {
  const ids = [...new Set(acls)];
  const rows = await session.sql.rows<{ id: number; inherits: boolean } & { [K in keyof Entry]: Entry[K] | null }>('select a.id, a.inherits, e.authority, e.role, e.allowed, e.local from acl a left join acl_entry e on e.acl = a.id where a.id = any ($1)', [ids]);
  const found = new Map<number, { entries: Entry[]; inherits: boolean }>();
  for (const { id, inherits, ...entry } of rows) {
    const list = found.get(id) ?? { entries: [], inherits };
    found.set(id, list);
    if (entry.authority !== null) list.entries.push(entry as Entry);
  }
  return found;
}

async function readAcls(session: Session, nodes: readonly string[]): Promise<Map<string, number>> {
  const rows = await session.sql.rows<{ id: string; acl: number }>('select id, acl from node where id = any ($1)', [[...new Set(nodes)]]);
  return new Map(rows.map((row) => [row.id, row.acl]));
}

/** Reads the access lists of several nodes, each list once. */
export function rightsReader(session: Session) {
  const lists = new Map<number, AccessList>();
  const parents = new Map<string, number>();
  const listOf = async (acl: number): Promise<AccessList> => {
    if (!lists.has(acl)) for (const [id, list] of await readLists(session, [acl])) lists.set(id, list);
    return lists.get(acl) ?? { entries: [], inherits: true };
  };
  const aclOf = async (node: string | null): Promise<number | undefined> => {
    if (node === null) return undefined;
    if (!parents.has(node)) for (const [id, acl] of await readAcls(session, [node])) parents.set(id, acl);
    return parents.get(node);
  };
  const { caller } = session;
  const can = async (node: NodeRow, operation: Operation): Promise<boolean> =>
    caller.admin || node.owner === caller.user || grants((await listOf(node.acl)).entries, caller, operation);

  return {
    can,
    /** Reads all that rendering these nodes will need, at once. */
    async prepare(nodes: readonly NodeRow[]): Promise<void> {
      for (const [id, acl] of await readAcls(session, nodes.flatMap((node) => node.parent ?? []))) parents.set(id, acl);
      for (const [id, list] of await readLists(session, nodes.map((node) => node.acl))) lists.set(id, list);
    },
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
      const shared = (await aclOf(node.parent)) === node.acl;
      const local = shared ? [] : list.entries.filter((entry) => entry.local);
      const inherited = (shared ? list.entries : list.entries.filter((entry) => !entry.local)).filter((one, at, all) => all.findIndex((other) => other.authority === one.authority && other.role === one.role && other.allowed === one.allowed) === at);
      return {
        ...(inherited.length === 0 ? {} : { inherited: inherited.map(shownEntry) }),
        ...(local.length === 0 ? {} : { locallySet: local.map(shownEntry) }),
        settable: settableOn(node),
        isInheritanceEnabled: shared || list.inherits,
      };
    },
  };
}
