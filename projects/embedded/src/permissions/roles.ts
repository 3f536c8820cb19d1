/** What can be done to a node. Read covers properties, content and children; readPermissions is seeing who may do what. */
export type Operation = 'read' | 'create' | 'update' | 'delete' | 'updatePermissions' | 'readPermissions';

const all: readonly Operation[] = ['read', 'create', 'update', 'delete', 'updatePermissions', 'readPermissions'];

/** Alfresco's roles. `All` is what homes give their owner; the site roles are those of share sites. */
export const roles: Readonly<Record<string, readonly Operation[]>> = {
  Consumer: ['read'],
  Contributor: ['read', 'create', 'readPermissions'],
  Editor: ['read', 'update', 'readPermissions'],
  Collaborator: ['read', 'create', 'update', 'readPermissions'],
  Coordinator: all,
  All: all,
  SiteConsumer: ['read'],
  SiteContributor: ['read', 'create', 'readPermissions'],
  SiteCollaborator: ['read', 'create', 'update', 'readPermissions'],
  SiteManager: all,
  ReadPermissions: ['readPermissions'],
  /** Of the file plan: what a role's capabilities then narrow. */
  ReadRecords: ['read'],
  Filing: ['read', 'create', 'update', 'delete', 'readPermissions'],
};

export const settableOnNodes = ['Contributor', 'Collaborator', 'Coordinator', 'Editor', 'Consumer'] as const;
export const settableInFilePlan = [...settableOnNodes, 'Filing', '{http://www.alfresco.org/model/recordsmanagement/1.0}filePlanComponent.Administrator'] as const;
export const settableOnSites = ['SiteCollaborator', 'SiteConsumer', 'SiteContributor', 'SiteManager'] as const;

export const EVERYONE = 'GROUP_EVERYONE';
export const OWNER = 'ROLE_OWNER';

/** One line of an access list; `local` ones stand on the node itself. */
export interface Entry {
  readonly authority: string;
  readonly role: string;
  readonly allowed: boolean;
  readonly local: boolean;
}

export const rolesGiving = (operation: Operation): readonly string[] => Object.keys(roles).filter((role) => roles[role]?.includes(operation));

/** Permissions of the file plan count for those alone whom a role of records management lets see records. */
export const ofFilePlan: ReadonlySet<string> = new Set(['ReadRecords', 'Filing']);

interface Asking {
  readonly authorities: ReadonlySet<string>;
  readonly seesRecords: boolean;
}

/** A refusal outweighs any grant, wherever it stands: ACS's default. */
export function grants(entries: readonly Entry[], caller: Asking, operation: Operation): boolean {
  const applying = entries.filter((entry) => caller.authorities.has(entry.authority) && (roles[entry.role] ?? []).includes(operation) && (caller.seesRecords || !ofFilePlan.has(entry.role)));
  return applying.some((entry) => entry.allowed) && !applying.some((entry) => !entry.allowed);
}
