import { AlfrescoError } from '../error.js';
import { entryOf, inStore, type Asks } from './asks.js';

/** Filing holds ReadRecords. */
export type FilingRight = 'ReadRecords' | 'Filing';

export interface FilingEntry {
  /** A person's id or `GROUP_…`. */
  readonly authority: string;
  readonly right: FilingRight;
  readonly inherited: boolean;
}

/** Who may read or file where, in categories, folders, records and containers: the half of AGS's rights that isn't a role. */
export interface FilingRights {
  of(nodeId: string): Promise<readonly FilingEntry[]>;
  /** Adds to what is there; what the node inherits stays as it is. Administrators of records management only. */
  grant(nodeId: string, authorities: readonly string[], right?: FilingRight): Promise<void>;
  revoke(nodeId: string, authority: string, right?: FilingRight): Promise<void>;
}

interface WireEntry {
  readonly authorityId: string;
  readonly name: string;
  readonly accessStatus?: string;
}

interface WirePermissions {
  readonly permissions?: { readonly isInheritanceEnabled?: boolean; readonly inherited?: readonly WireEntry[]; readonly locallySet?: readonly WireEntry[] };
}

export function filingOver(asks: Asks): FilingRights {
  const read = async (nodeId: string): Promise<NonNullable<WirePermissions['permissions']>> => {
    const { permissions } = entryOf<WirePermissions>(await asks.node(nodeId, 'include=permissions'));
    if (!permissions) throw new AlfrescoError('forbidden', 'read filing rights');
    return permissions;
  };
  // Each change says whether the node inherits; as it is, that is no change.
  const change = async (nodeId: string, permissions: readonly object[]): Promise<void> => {
    const { isInheritanceEnabled = false } = await read(nodeId);
    await asks.script('POST', `/${inStore}/rmpermissions`, [nodeId], { body: { permissions, isInherited: isInheritanceEnabled } });
  };
  return {
    of: async (nodeId) => {
      const { locallySet, inherited } = await read(nodeId);
      return [...rightsAmong(locallySet, false), ...rightsAmong(inherited, true)];
    },
    grant: (nodeId, authorities, right = 'Filing') => change(nodeId, authorities.map((authority) => ({ authority, role: right }))),
    revoke: (nodeId, authority, right = 'Filing') => change(nodeId, [{ authority, role: right, remove: true }]),
  };
}

// A role's capabilities are kept as permissions of the file plan; they are no one's right to file.
function rightsAmong(entries: readonly WireEntry[] = [], inherited: boolean): readonly FilingEntry[] {
  return entries.flatMap(({ authorityId, name, accessStatus }) =>
    accessStatus !== 'DENIED' && (name === 'Filing' || name === 'ReadRecords') ? [{ authority: authorityId, right: name, inherited }] : [],
  );
}
