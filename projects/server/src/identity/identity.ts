import { createHash } from 'node:crypto';
import { connect, hasCode, type AlfrescoConfig, type Proof } from '@bannette/alfresco';
import { Problem, type Caller } from '@bannette/http';
import { rememberPerson } from '@bannette/house';
import type { Store } from '@bannette/store';
import type { FastifyRequest } from 'fastify';
import { proofOf } from './proof.js';
import type { Tokens } from './tokens.js';

const trustMs = 60_000;
const mostKnown = 5000;

interface Known {
  /** Alfresco's word is believed until then; in ms since the epoch, Infinity while it is still being asked. */
  until: number;
  readonly caller: Promise<Caller>;
}

/**
 * Who asks: by Alfresco's ticket, or by an access token of the identity service, which is checked with its issuer's keys
 * first. Alfresco's word on the person and their groups is then believed for a minute, never longer than the token lasts.
 */
export function identityOver(alfresco: AlfrescoConfig, store: Store, tokens?: Tokens): (request: FastifyRequest) => Promise<Caller> {
  const known = new Map<string, Known>();

  async function ask(proof: Proof): Promise<{ caller: Caller; until: number }> {
    const token = 'token' in proof ? await verified(proof.token, tokens) : undefined;
    const repository = connect({ ...alfresco, retries: 1, timeoutMs: 10_000 }, proof);
    const [person, groups] = await Promise.all([repository.me(), repository.groupsOf()]).catch((error: unknown) => {
      throw refusal(error, token !== undefined);
    });
    if (token && token.user.toLowerCase() !== person.id.toLowerCase()) throw new Problem(401, 'unauthorized', 'Alfresco and the identity service name different people');
    const caller = { id: person.id, displayName: person.displayName, email: person.email, groups, proof };
    await rememberPerson(store, caller);
    return { caller, until: Math.min(Date.now() + trustMs, token?.until ?? Infinity) };
  }

  return (request) => {
    const proof = proofOf(request.headers.authorization);
    if (!proof) return Promise.reject(new Problem(401, 'unauthorized', 'Sign in, and send Alfresco’s ticket (Authorization: Basic base64(ticket)) or the identity service’s token (Bearer)'));
    const key = createHash('sha256').update(JSON.stringify(proof)).digest('base64');
    const found = known.get(key);
    if (found && found.until > Date.now()) return found.caller;
    const asked = ask(proof);
    const entry: Known = { until: Infinity, caller: asked.then(({ caller }) => caller) };
    known.delete(key);
    known.set(key, entry);
    asked.then(({ until }) => (entry.until = until), () => known.get(key) === entry && known.delete(key));
    for (const oldest of known.keys()) if (known.size > mostKnown) known.delete(oldest);
    return entry.caller;
  };
}

async function verified(token: string, tokens: Tokens | undefined): Promise<{ user: string; until: number }> {
  if (!tokens) throw new Problem(401, 'unauthorized', 'Tokens are not taken here: no identity service is configured');
  return tokens.verify(token);
}

/** A refused ticket asks for a new sign-in. A token that its issuer vouches for would come back the same: the account has no access to Alfresco. */
function refusal(error: unknown, vouchedFor: boolean): unknown {
  if (!hasCode(error, 'unauthorized', 'forbidden')) return error;
  return vouchedFor ? new Problem(403, 'notInAlfresco', 'The identity service knows this person, but Alfresco does not let them in') : new Problem(401, 'unauthorized', 'The ticket is not, or no longer, known to Alfresco');
}
