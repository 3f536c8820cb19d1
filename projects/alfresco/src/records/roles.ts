import { listed, type Asks } from './asks.js';

/** A role of records management: what its people may do in the whole file plan, where they also have Filing or ReadRecords. */
export interface RecordsRole {
  readonly name: string;
  readonly label: string;
  /** AGS's names: `ViewRecords`, `DeleteRecords` … */
  readonly capabilities: readonly string[];
  readonly people: readonly string[];
  /** Authority ids. */
  readonly groups: readonly string[];
}

type RoleBody = Pick<RecordsRole, 'name' | 'label' | 'capabilities'>;

/** For administrators of records management. */
export interface RecordsRoles {
  /** All roles of the file plan, with who has them. */
  list(): Promise<readonly RecordsRole[]>;
  create(role: RoleBody): Promise<void>;
  /** Gives the role this label and exactly these capabilities. */
  update(role: RoleBody): Promise<void>;
  delete(name: string): Promise<void>;
  /** Gives the role to a person or group (`GROUP_…`); one who has it keeps it. */
  assign(name: string, authority: string): Promise<void>;
  unassign(name: string, authority: string): Promise<void>;
}

interface WireRole {
  readonly name: string;
  readonly displayLabel: string;
  readonly capabilities?: readonly { readonly name: string }[];
  readonly assignedUsers?: readonly string[];
  readonly assignedGroups?: readonly string[];
}

const roles = '/rma/admin/rmroles';
const assigned = '/rm/roles/{role}/authorities/{authority}';
const toBody = ({ name, label, capabilities }: RoleBody) => ({ name, displayLabel: label, capabilities });

export function rolesOver(asks: Asks): RecordsRoles {
  return {
    list: async () => {
      const found = await listed<WireRole>((query) => asks.gs('GET', '/file-plans/-filePlan-/roles', [], { query }), 'include=assignedUsers,assignedGroups');
      return found.map(({ name, displayLabel, capabilities, assignedUsers, assignedGroups }) => ({
        name,
        label: displayLabel,
        capabilities: (capabilities ?? []).map((one) => one.name),
        // AGS names the groups among these, too.
        people: (assignedUsers ?? []).filter((one) => !one.startsWith('GROUP_')),
        groups: assignedGroups ?? [],
      }));
    },
    create: async (role) => void (await asks.script('POST', roles, [], { body: toBody(role) })),
    update: async (role) => void (await asks.script('PUT', `${roles}/{role}`, [role.name], { body: toBody(role) })),
    delete: async (name) => void (await asks.script('DELETE', `${roles}/{role}`, [name])),
    assign: async (name, authority) => void (await asks.script('POST', assigned, [name, authority])),
    unassign: async (name, authority) => void (await asks.script('DELETE', assigned, [name, authority])),
  };
}
