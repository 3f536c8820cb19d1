import { actsFor, endsWithCurrentUse, isCleared, may, nextState, type MailAction, type Person, type Replaced } from '@bannette/domain';
import { conflict, forbidden, notFound } from '@bannette/http';
import type { Tx } from '@bannette/store';
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
  if (isCleared(person, seen) && seen.intermediate && endsWithCurrentUse.includes(action)) throw conflict('intermediate', 'Its current use has ended: a new mail that follows it is the way', { action });
  throw forbidden(action);
}

/** Says in the transaction in whose name `person` does what they may do. */
export function actInName(tx: Tx, person: Person, action: MailAction, mail: MailRow): Replaced | undefined {
  const replaced = actsFor(person, action, forRights(mail));
  if (replaced) tx.actFor(replaced.person.id);
  return replaced;
}
