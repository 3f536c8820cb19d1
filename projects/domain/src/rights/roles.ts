import type { MailState } from '../mail/states.js';
import type { DelegatedKinds, DelegationPower } from '../delegation/delegation.js';
import { compartmentGroup, headGroup, secretariatGroup, serviceGroup } from './groups.js';
import { mayHandle } from './mail-rooms.js';
import { readersOf, type Secrecy } from './readers.js';

/** A signed-in person, with the Alfresco groups they belong to directly or not. */
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly email?: string;
  readonly groups: readonly string[];
  /** Whom they replace now. What these can do is done in their name; it opens nothing that one's own groups don't. */
  readonly replaces?: readonly Replaced[];
}

/** Somebody who is away, as a delegate replaces them today. */
export interface Replaced extends DelegatedKinds {
  /** Id of the delegation. */
  readonly delegation: string;
  readonly powers: readonly DelegationPower[];
  readonly person: Omit<Person, 'replaces'>;
}

/** What a person is to one mail; several may hold at once. */
export const mailRoles = ['mailRoom', 'agent', 'secretary', 'head', 'copied', 'outsider'] as const;
export type MailRole = (typeof mailRoles)[number];

export interface MailForRights extends Secrecy {
  readonly state: MailState;
  /** What a delegation may be limited to. */
  readonly type?: string;
  readonly assignee?: string;
}

export function belongs(person: Person, group: string): boolean {
  return person.groups.includes(group);
}

export function rolesOn(person: Person, mail: MailForRights): readonly MailRole[] {
  const roles: MailRole[] = [];
  if (mayHandle(person, mail.mailRooms)) roles.push('mailRoom');
  if (mail.service && belongs(person, serviceGroup(mail.service))) {
    roles.push('agent');
    if (belongs(person, secretariatGroup(mail.service))) roles.push('secretary');
    if (belongs(person, headGroup(mail.service))) roles.push('head');
  }
  if (mail.copies.some((service) => belongs(person, serviceGroup(service)) || (mail.compartment && belongs(person, compartmentGroup(service, mail.compartment))))) roles.push('copied');
  return roles.length ? roles : ['outsider'];
}

/** Whether the person is among those who may open the mail, whatever they then do with it. */
export function isCleared(person: Person, mail: Secrecy): boolean {
  return readersOf(mail).some((group) => belongs(person, group));
}
