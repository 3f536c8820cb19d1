import { mailActions, nextState, type MailAction } from '../mail/actions.js';
import { mailStates, type MailState } from '../mail/states.js';
import { mailRoles, type MailRole } from './roles.js';
import { rightsTable } from './table.js';

/** What a role may do, and in which states: a line of the documentation, of the page that shows it, and of the test. */
export interface RightsLine {
  readonly action: MailAction;
  readonly states: readonly MailState[];
}

/** The whole table as people read it: by role, in the order of a letter's way; what the circuit does not offer is in no line. */
export const rightsByRole = (): readonly { readonly role: MailRole; readonly lines: readonly RightsLine[] }[] =>
  mailRoles.map((role) => ({ role, lines: mailActions.map((action) => ({ action, states: mailStates.filter((state) => offers(role, action, state)) })).filter(({ states }) => states.length) }));

function offers(role: MailRole, action: MailAction, state: MailState): boolean {
  return nextState(state, action) !== undefined && rightsTable.some((row) => row.roles.includes(role) && row.actions.includes(action) && row.states.includes(state));
}
