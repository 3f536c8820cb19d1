import { isCleared, may, nextState, type MailAction, type Person } from '@bannette/domain';
import { conflict, forbidden, notFound } from '@bannette/http';
import { forRights, type MailRow } from './row.js';

/**
 * Refuses what `person` may not do to `mail`, in the order in which it gives least away: who may not know of the mail is
 * told that there is none; who may not open it is forbidden; what the state does not offer is a conflict.
 */
export function requireRight(person: Person, action: MailAction, mail: MailRow | undefined): asserts mail is MailRow {
  if (!mail) throw notFound('mail');
  const seen = forRights(mail);
  if (may(person, action, seen)) return;
  if (!may(person, 'list', seen)) throw notFound('mail');
  if (isCleared(person, seen) && nextState(mail.state, action) === undefined) throw conflict('notInState', `A mail that is ${mail.state} does not allow: ${action}`, { action, state: mail.state });
  throw forbidden(action);
}
