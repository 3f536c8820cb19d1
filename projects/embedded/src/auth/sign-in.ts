import { createHmac, randomBytes } from 'node:crypto';
import type { Sql } from '../database/database.js';
import { hashPassword, passwordMatches } from './passwords.js';
import type { Credentials } from './credentials.js';
import { ticketHolder } from './tickets.js';

/** Who is asking; the ticket when that is how they came. */
export interface SignedIn {
  readonly user: string;
  readonly ticket?: string;
}

/** Checks credentials. A password that was right is remembered for a minute (as a keyed digest), because Basic repeats it with every request. */
export function signInWith(sql: Sql, byToken: (token: string) => Promise<string | undefined> = async () => undefined) {
  const key = randomBytes(32);
  const remembered = new Map<string, { stored: string; until: number }>();
  const noSuchPerson = hashPassword(randomBytes(8).toString('hex')); // an unknown name takes as long as a wrong password

  async function byPassword(user: string, password: string): Promise<string | undefined> {
    const person = await sql.one<{ id: string; password: string; enabled: boolean }>('select id, password, enabled from person where key = $1', [user.toLowerCase()]);
    const mark = createHmac('sha256', key).update(`${user}\0${password}`).digest('hex');
    const known = remembered.get(mark);
    if (person !== undefined && person.enabled && known !== undefined && known.stored === person.password && known.until > Date.now()) return person.id;
    const right = await passwordMatches(password, person?.password ?? (await noSuchPerson));
    if (!right || person === undefined || !person.enabled) return undefined;
    if (remembered.size > 1000) remembered.clear();
    remembered.set(mark, { stored: person.password, until: Date.now() + 60_000 });
    return person.id;
  }

  return {
    byPassword,
    async signIn(credentials: Credentials): Promise<SignedIn | undefined> {
      if (credentials.kind === 'none') return undefined;
      if (credentials.kind === 'ticket') {
        const user = await ticketHolder(sql, credentials.ticket);
        return user === undefined ? undefined : { user, ticket: credentials.ticket };
      }
      const user = credentials.kind === 'token' ? await byToken(credentials.token) : await byPassword(credentials.user, credentials.password);
      return user === undefined ? undefined : { user };
    },
  };
}

export type SignIn = ReturnType<typeof signInWith>;
