import { secretariatGroup, serviceGroup } from '../rights/groups.js';
import { inMailRoom } from '../rights/mail-rooms.js';
import { belongs, rolesOn, type MailForRights, type Person } from '../rights/roles.js';
import { may } from '../rights/table.js';
import type { Settings } from '../settings/settings.js';

/** Who works off the queue of documents whose beneficiary nobody has recognised: the mail room and the service's secretaries. */
export function identifies(person: Person, mail: MailForRights): boolean {
  return may(person, 'describe', mail) && rolesOn(person, mail).some((role) => role === 'mailRoom' || role === 'secretary');
}

/** Services whose secretary a person is. */
export const secretaryAt = (person: Person, { services }: Pick<Settings, 'services'>): readonly string[] => services.map(({ code }) => code).filter((code) => belongs(person, serviceGroup(code)) && belongs(person, secretariatGroup(code)));

/** Whether the queue is a room of theirs. */
export const hasIdentificationQueue = (person: Person, settings: Pick<Settings, 'services'>): boolean => inMailRoom(person) || secretaryAt(person, settings).length > 0;
