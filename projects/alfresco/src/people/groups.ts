import { GroupsApi } from '@alfresco/js-api';
import { hasCode } from '../error.js';
import type { apiClient } from '../http/api-client.js';

export interface Group {
  /** Authority name, `GROUP_…`. */
  readonly id: string;
  readonly label: string;
  readonly parents: readonly string[];
}

/** Groups, for administrators. Members are not listed: Alfresco answers an empty list while it has no search index. */
export interface Groups {
  find(id: string): Promise<Group | undefined>;
  /** @throws AlfrescoError `conflict` when the id is taken */
  create(group: Group): Promise<Group>;
  /** Puts a person, or a group (`GROUP_…`), into a group; one who is in it stays. */
  addMember(groupId: string, memberId: string): Promise<void>;
  removeMember(groupId: string, memberId: string): Promise<void>;
  /** Entries that name the group stay on nodes, and mean nobody. A group that is gone is fine. */
  delete(id: string): Promise<void>;
}

interface WireGroup {
  readonly id: string;
  readonly displayName?: string;
  readonly parentIds?: readonly string[];
}

const toGroup = ({ id, displayName, parentIds }: WireGroup): Group => ({ id, label: displayName ?? id, parents: parentIds ?? [] });

type Client = ReturnType<typeof apiClient>;

const pageSize = 1_000;

/** Authority ids of the groups that a person is in, directly or through another group, with `GROUP_EVERYONE`. */
export async function groupsOf(client: Client, person = '-me-'): Promise<readonly string[]> {
  const api = new GroupsApi(client);
  const ids: string[] = [];
  for (;;) {
    const { list } = await api.listGroupMembershipsForPerson(person, { skipCount: ids.length, maxItems: pageSize });
    const entries = list?.entries ?? [];
    ids.push(...entries.map(({ entry }) => entry!.id!));
    if (!list?.pagination?.hasMoreItems || entries.length === 0) return ids;
  }
}

export function groupsOver(client: Client): Groups {
  const api = new GroupsApi(client);
  return {
    find: async (id) => {
      try {
        return toGroup((await api.getGroup(id, { include: ['parentIds'] })).entry as WireGroup);
      } catch (error) {
        if (hasCode(error, 'notFound')) return undefined;
        throw error;
      }
    },
    create: async ({ id, label, parents }) =>
      toGroup((await api.createGroup({ id, displayName: label, parentIds: [...parents] }, { include: ['parentIds'] })).entry as WireGroup),
    addMember: async (groupId, memberId) => {
      const memberType = memberId.startsWith('GROUP_') ? 'GROUP' : 'PERSON';
      try {
        await api.createGroupMembership(groupId, { id: memberId, memberType });
      } catch (error) {
        if (!hasCode(error, 'conflict')) throw error;
      }
    },
    delete: async (id) => {
      try {
        await api.deleteGroup(id);
      } catch (error) {
        if (!hasCode(error, 'notFound')) throw error;
      }
    },
    removeMember: async (groupId, memberId) => {
      try {
        await api.deleteGroupMembership(groupId, memberId);
      } catch (error) {
        if (!hasCode(error, 'notFound')) throw error;
      }
    },
  };
}
