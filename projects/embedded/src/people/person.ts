import { ADMINISTRATORS } from '../auth/authorities.js';
import type { Sql } from '../database/database.js';
import type { Session } from '../repository.js';

/** What is kept of a person beside id and password: the API's own field names. */
export interface Person {
  readonly id: string;
  readonly enabled: boolean;
  readonly details: Readonly<Record<string, unknown>>;
}

export const findPerson = (sql: Sql, id: string): Promise<Person | undefined> =>
  sql.one<Person>('select id, enabled, details from person where key = $1', [id.toLowerCase()]);

export const displayName = (details: Readonly<Record<string, unknown>>): string => [details['firstName'], details['lastName']].filter((one) => typeof one === 'string' && one !== '').join(' ');

/** Fields of a person that the API shows as they were given. */
export const plainFields = ['firstName', 'lastName', 'description', 'email', 'skypeId', 'googleId', 'instantMessageId', 'jobTitle', 'location', 'mobile', 'telephone', 'userStatus', 'emailNotificationsEnabled', 'company'] as const;

const basics = (person: Person): Record<string, unknown> => ({
  ...Object.fromEntries(plainFields.filter((field) => person.details[field] !== undefined && person.details[field] !== null).map((field) => [field, person.details[field]])),
  emailNotificationsEnabled: person.details['emailNotificationsEnabled'] ?? true,
  company: person.details['company'] ?? {},
  id: person.id,
  enabled: person.enabled,
});

async function isAdmin(session: Session, id: string): Promise<boolean> {
  return id === session.caller.user ? session.caller.admin : (await session.repository.authorities.caller(id)).authorities.has(ADMINISTRATORS);
}

/** A person as `/people` shows them; `capabilities` unless it is a listing that didn't ask. */
export async function shownPerson(session: Session, person: Person, capabilities: boolean): Promise<Record<string, unknown>> {
  const isMutable = session.caller.admin || person.id === session.caller.user;
  return {
    ...basics(person),
    displayName: displayName(person.details),
    ...(capabilities ? { capabilities: { isGuest: false, isAdmin: await isAdmin(session, person.id), isMutable } } : {}),
  };
}

/** A person as they stand beside a comment. */
export const shownAuthor = (person: Person): Record<string, unknown> => ({ ...basics(person), displayName: displayName(person.details) });
