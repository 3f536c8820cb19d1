import { headGroup, secretariatGroup, serviceGroup } from '../rights/groups.js';
import { inMailRoom } from '../rights/mail-rooms.js';
import { belongs, type Person } from '../rights/roles.js';
import type { Settings } from '../settings/settings.js';
import { mailKinds, type MailKind } from './kinds.js';

/** Who registers what: the mail room everything; people of a service all but what comes in, in the name of their own service. */
export function mayRegister(person: Person, kind: MailKind, settings: Pick<Settings, 'services'>): boolean {
  return inMailRoom(person) || (kind !== 'incoming' && settings.services.some((service) => !service.retired && belongs(person, serviceGroup(service.code))));
}

export function registrableKinds(person: Person, settings: Pick<Settings, 'services'>): readonly MailKind[] {
  return mailKinds.filter((kind) => mayRegister(person, kind, settings));
}

/**
 * Whether `person` may register a mail in the name of `service`: a letter that leaves it, or a note, a request or a call
 * that comes from it. The mail room may for all; somebody else for the services that they belong to.
 */
export function mayRegisterFor(person: Person, service: string): boolean {
  return inMailRoom(person) || [serviceGroup, secretariatGroup, headGroup].some((group) => belongs(person, group(service)));
}
