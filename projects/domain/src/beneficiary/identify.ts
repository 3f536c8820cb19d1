import { rolesOn, type MailForRights, type Person } from '../rights/roles.js';
import { may } from '../rights/table.js';

/** Who works off the queue of documents whose beneficiary nobody has recognised: the mail room and the service's secretaries. */
export function identifies(person: Person, mail: MailForRights): boolean {
  return may(person, 'describe', mail) && rolesOn(person, mail).some((role) => role === 'mailRoom' || role === 'secretary');
}
