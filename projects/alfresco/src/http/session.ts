import { AuthenticationApi } from '@alfresco/js-api';
import type { AlfrescoConfig, Credentials } from '../config.js';
import { AlfrescoError, hasCode } from '../error.js';
import { apiClient } from './api-client.js';
import { jsonExchange } from './send.js';

/** Exchanges a password for a ticket. A wrong password is `unauthorized`, though Alfresco answers 403. */
export async function signIn(config: AlfrescoConfig, user: string, password: string): Promise<{ ticket: string; user: string }> {
  const api = new AuthenticationApi(apiClient((ask) => jsonExchange(config, ask), '/api/-default-/public/authentication/versions/1', ['/tickets']));
  try {
    const { entry } = await api.createTicket({ userId: user, password });
    return { ticket: entry.id!, user: entry.userId! };
  } catch (error) {
    if (hasCode(error, 'forbidden')) throw new AlfrescoError('unauthorized', error.operation, error);
    throw error;
  }
}

/** The ticket that requests carry: taken once, renewed by password when Alfresco no longer knows it. */
export interface Session {
  authorization(): Promise<string>;
  /** A new authorization after `refused` was; undefined when there is no password to renew it with. */
  renew(refused: string): Promise<string | undefined>;
}

const withTicket = (ticket: string): string => `Basic ${Buffer.from(ticket).toString('base64')}`;

export function openSession(config: AlfrescoConfig, credentials: Credentials): Session {
  if (!('user' in credentials)) {
    const authorization = 'ticket' in credentials ? withTicket(credentials.ticket) : `Bearer ${credentials.token}`;
    return { authorization: async () => authorization, renew: async () => undefined };
  }
  const { user, password } = credentials;
  let current: Promise<string> | undefined;
  const take = (): Promise<string> => {
    const taking = signIn(config, user, password).then(({ ticket }) => withTicket(ticket));
    current = taking;
    taking.catch(() => current === taking && (current = undefined));
    return taking;
  };
  return {
    authorization: () => current ?? take(),
    // Several requests may be refused at once: the first takes a new ticket, the others wait for it.
    renew: async (refused) => {
      const known = current;
      return known && ((await known) !== refused || current !== known) ? (current ?? take()) : take();
    },
  };
}
