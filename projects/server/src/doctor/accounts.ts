import { connect, hasCode, type Person, type Repository } from '@bannette/alfresco';

export type AccountRole = 'service' | 'purge' | 'administrator';

/** An account of Bannette's, or the administrator who asks, as it could be signed in. */
export interface Account {
  readonly role: AccountRole;
  readonly id: string;
  readonly state: 'signedIn' | 'refused' | 'passwordUnknown' | 'unreachable';
  /** Why Alfresco was not reached: the error's code. */
  readonly reason?: string;
  readonly repository?: Repository;
  readonly person?: Person;
  readonly groups?: readonly string[];
}

/** Signs the account in, if its password is known, and asks who it is. */
export async function signInAs(alfrescoUrl: string, role: AccountRole, id: string, password: string | undefined): Promise<Account> {
  if (!password) return { role, id, state: 'passwordUnknown' };
  const repository = connect({ url: alfrescoUrl, retries: 1, timeoutMs: 15_000 }, { user: id, password });
  try {
    const [person, groups] = [await repository.me(), await repository.groupsOf()];
    return { role, id, state: 'signedIn', repository, person, groups };
  } catch (error) {
    if (hasCode(error, 'unauthorized')) return { role, id, state: 'refused' };
    return { role, id, state: 'unreachable', reason: reasonOf(error) };
  }
}

/** An error in a word or two, without what was sent or answered: its own code, and the one beneath it. */
export function reasonOf(error: unknown): string {
  const { code, cause, name } = error as { code?: string; cause?: { code?: string; cause?: { code?: string } }; name?: string };
  const beneath = cause?.code ?? cause?.cause?.code;
  if (!code) return beneath ?? name ?? 'unknown';
  return [code, beneath].filter(Boolean).join(', ');
}
