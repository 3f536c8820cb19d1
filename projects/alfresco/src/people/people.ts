import { PeopleApi, type PersonBodyCreate } from '@alfresco/js-api';
import { hasCode } from '../error.js';
import type { apiClient } from '../http/api-client.js';

export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly enabled: boolean;
  readonly isAdmin: boolean;
}

export interface NewPerson {
  readonly id: string;
  readonly firstName: string;
  readonly lastName?: string;
  readonly email: string;
  readonly password: string;
}

export interface People {
  /** Undefined when nobody has this id. */
  find(id: string): Promise<Person | undefined>;
  /** Administrators only. @throws AlfrescoError `conflict` when the id is taken */
  create(person: NewPerson): Promise<Person>;
  /** Administrators only. */
  setPassword(id: string, password: string): Promise<void>;
  /** Who is not enabled can't sign in; all else of them stays. Administrators only. */
  setEnabled(id: string, enabled: boolean): Promise<void>;
  /** Ids of all people, a page at a time. */
  list(): AsyncIterable<string>;
}

interface WirePerson {
  readonly id: string;
  readonly displayName?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly email?: string;
  readonly enabled?: boolean;
  readonly capabilities?: { readonly isAdmin?: boolean };
}

function toPerson({ id, firstName, lastName, displayName, email, enabled, capabilities }: WirePerson): Person {
  return {
    id,
    displayName: displayName ?? ([firstName, lastName].filter(Boolean).join(' ') || id),
    firstName,
    lastName,
    email,
    enabled: enabled ?? true,
    isAdmin: capabilities?.isAdmin ?? false,
  };
}

type Client = ReturnType<typeof apiClient>;

export async function me(client: Client): Promise<Person> {
  return toPerson((await new PeopleApi(client).getPerson('-me-')).entry as WirePerson);
}

export function peopleOver(client: Client): People {
  const api = new PeopleApi(client);
  return {
    find: async (id) => {
      try {
        return toPerson((await api.getPerson(id)).entry as WirePerson);
      } catch (error) {
        if (hasCode(error, 'notFound')) return undefined;
        throw error;
      }
    },
    create: async (person) => toPerson((await api.createPerson({ ...person } as PersonBodyCreate)).entry as WirePerson),
    setPassword: async (id, password) => void (await api.updatePerson(id, { password } as Parameters<PeopleApi['updatePerson']>[1])),
    setEnabled: async (id, enabled) => void (await api.updatePerson(id, { enabled } as Parameters<PeopleApi['updatePerson']>[1])),
    list: () => allPeople(api),
  };
}

async function* allPeople(api: PeopleApi): AsyncGenerator<string> {
  for (let skipCount = 0; ; ) {
    const { list } = await api.listPeople({ skipCount, maxItems: 100 });
    const entries = list?.entries ?? [];
    for (const { entry } of entries) yield entry!.id;
    skipCount += entries.length;
    if (!list?.pagination?.hasMoreItems || !entries.length) return;
  }
}
