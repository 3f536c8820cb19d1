import { createHash } from 'node:crypto';
import { connect, hasCode, type AlfrescoConfig } from '@bannette/alfresco';
import { Problem, type Caller } from '@bannette/http';
import { rememberPerson } from '@bannette/house';
import type { Store } from '@bannette/store';
import type { FastifyRequest } from 'fastify';

const trustMs = 60_000;
const mostKnown = 5000;

/** Who asks, by Alfresco's ticket; Alfresco's word on a ticket and its person's groups is believed for a minute. */
export function identityOver(alfresco: AlfrescoConfig, store: Store): (request: FastifyRequest) => Promise<Caller> {
  const known = new Map<string, { readonly until: number; readonly caller: Promise<Caller> }>();
  const ask = async (ticket: string): Promise<Caller> => {
    const repository = connect({ ...alfresco, retries: 1, timeoutMs: 10_000 }, { ticket });
    const [person, groups] = await Promise.all([repository.me(), repository.groupsOf()]);
    const caller = { id: person.id, displayName: person.displayName, email: person.email, groups, ticket };
    await rememberPerson(store, caller);
    return caller;
  };
  return (request) => {
    const ticket = ticketOf(request.headers.authorization);
    if (!ticket) return Promise.reject(new Problem(401, 'unauthorized', 'Sign in to Alfresco and send its ticket: Authorization: Basic base64(ticket)'));
    const key = createHash('sha256').update(ticket).digest('base64');
    const found = known.get(key);
    if (found && found.until > Date.now()) return found.caller;
    const caller = ask(ticket).catch((error: unknown) => {
      known.delete(key);
      throw hasCode(error, 'unauthorized', 'forbidden') ? new Problem(401, 'unauthorized', 'The ticket is not, or no longer, known to Alfresco') : error;
    });
    known.delete(key);
    known.set(key, { until: Date.now() + trustMs, caller });
    for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest);
    return caller;
  };
}

/** `Basic base64(ticket)`, or `Basic base64(ROLE_TICKET:ticket)`: the forms that Alfresco takes. Passwords are not taken here. */
export function ticketOf(authorization: string | undefined): string | undefined {
  const encoded = /^Basic ([A-Za-z0-9+/=_-]+)$/i.exec(authorization ?? '')?.[1];
  if (!encoded) return undefined;
  return /^(?:ROLE_TICKET:)?(TICKET_[A-Za-z0-9]+)$/.exec(Buffer.from(encoded, 'base64').toString('utf8'))?.[1];
}
