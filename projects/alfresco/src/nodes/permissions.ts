import type { NodesApi } from '@alfresco/js-api';
import { AlfrescoError, hasCode } from '../error.js';

/** Alfresco's stock roles, each with the rights of the one before: read; add; edit; edit and add; manage. */
export type RepoRole = 'Consumer' | 'Contributor' | 'Editor' | 'Collaborator' | 'Coordinator';

export interface PermissionEntry {
  /** `GROUP_…` or a person's id. */
  readonly authority: string;
  readonly role: RepoRole;
}

export interface PermissionSet {
  readonly inherit: boolean;
  readonly entries: readonly PermissionEntry[];
}

/** Permissions as read: what is set here and, while inheritance is on, what comes from above. */
export interface NodePermissions extends PermissionSet {
  readonly inherited: readonly PermissionEntry[];
  /** Entries that Bannette never writes: refusals, and roles beyond the stock ones. */
  readonly foreign: number;
}

interface WireEntry {
  readonly authorityId?: string;
  readonly name?: string;
  readonly accessStatus?: string;
}

export function permissionsToWire({ inherit, entries }: PermissionSet) {
  const locallySet = entries.map(({ authority, role }) => ({ authorityId: authority, name: role, accessStatus: 'ALLOWED' as const }));
  return { isInheritanceEnabled: inherit, locallySet };
}

const roles: readonly string[] = ['Consumer', 'Contributor', 'Editor', 'Collaborator', 'Coordinator'];
const isOurs = ({ name, accessStatus }: WireEntry): boolean => roles.includes(name ?? '') && accessStatus !== 'DENIED';
const toEntry = ({ authorityId, name }: WireEntry): PermissionEntry => ({ authority: authorityId!, role: name as RepoRole });

export async function readPermissions(api: NodesApi, id: string): Promise<NodePermissions> {
  const { entry } = await api.getNode(id, { include: ['permissions'] });
  const wire = entry.permissions;
  // A reader without the right to see permissions is answered without them: that is not "none".
  if (!wire) throw new AlfrescoError('forbidden', 'read permissions');
  const local: readonly WireEntry[] = wire.locallySet ?? [];
  return {
    inherit: wire.isInheritanceEnabled ?? false,
    entries: local.filter(isOurs).map(toEntry),
    inherited: ((wire.inherited ?? []) as readonly WireEntry[]).filter(isOurs).map(toEntry),
    foreign: local.filter((one) => !isOurs(one)).length,
  };
}

export function samePermissions(found: NodePermissions, wanted: PermissionSet): boolean {
  const keys = (set: PermissionSet): string => [...new Set(set.entries.map(({ authority, role }) => `${authority}\n${role}`))].sort().join('\n\n');
  return found.foreign === 0 && found.inherit === wanted.inherit && keys(found) === keys(wanted);
}

/** The account that asks, and the groups it is in. */
export type Self = () => Promise<{ readonly id: string; readonly groups: readonly string[] }>;

/**
 * Makes a node's own permissions equal to `wanted` and reads them back.
 * On a node that the account did not create, cutting inheritance takes its own right away before the new entries are
 * written (403): there it first writes the entries and itself, then cuts.
 * @throws AlfrescoError `failed` when what is read back is not what was wanted
 */
export async function setPermissions(api: NodesApi, self: Self, id: string, wanted: PermissionSet): Promise<void> {
  const write = (set: PermissionSet): Promise<unknown> => api.updateNode(id, { permissions: permissionsToWire(set) });
  try {
    await write(wanted);
  } catch (error) {
    if (wanted.inherit || !hasCode(error, 'forbidden')) throw error;
    const { id: account, groups } = await self();
    // Whoever cuts its own last right can't mend it any more.
    if (!wanted.entries.some(({ authority, role }) => role === 'Coordinator' && [account, ...groups].includes(authority))) throw new AlfrescoError('invalid', 'set permissions that shut the account itself out');
    await write({ inherit: true, entries: withCoordinator(wanted.entries, account) });
    await write(wanted);
  }
  if (!samePermissions(await readPermissions(api, id), wanted)) throw new AlfrescoError('failed', 'confirm permissions');
}

function withCoordinator(entries: readonly PermissionEntry[], authority: string): readonly PermissionEntry[] {
  const there = entries.some((entry) => entry.authority === authority && entry.role === 'Coordinator');
  return there ? entries : [...entries, { authority, role: 'Coordinator' }];
}
