import { randomBytes } from 'node:crypto';
import { AcsError } from '../http/errors.js';
import { inTransaction } from '../http/exchange.js';
import { createPerson } from '../people/create.js';
import { findPerson } from '../people/person.js';
import type { Repository } from '../repository.js';
import { tokenReader, type Claims, type IdentityService } from './identity-service.js';

/** The person whom a token stands for. Someone unknown is made at their first sign-in, as ACS does by default; a disabled account stays out. */
export function byTokenOver(repository: () => Repository, service: IdentityService): (token: string) => Promise<string | undefined> {
  const read = tokenReader(service);
  return async (token) => {
    const claims = await read(token);
    if (claims === undefined) return undefined;
    const person = (await findPerson(repository().database, claims.id)) ?? (await provision(repository(), claims));
    return person?.enabled === true ? person.id : undefined;
  };
}

async function provision(repository: Repository, claims: Claims) {
  const details = { ...claims, firstName: claims.firstName || claims.id, email: claims.email || `${claims.id}@localhost`, password: randomBytes(24).toString('base64url') };
  try {
    return await inTransaction(repository, 'admin', (session) => createPerson(session, details));
  } catch (error) {
    if (error instanceof AcsError && error.status === 409) return findPerson(repository.database, claims.id); // two requests at once
    throw error;
  }
}
