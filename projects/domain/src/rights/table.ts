import { nextState, type MailAction } from '../mail/actions.js';
import type { MailState } from '../mail/states.js';
import { listersOf, readersOf } from './readers.js';
import { belongs, rolesOn, type MailForRights, type MailRole, type Person } from './roles.js';

/** Who may do what where, before confidentiality is looked at. One row a sentence of the trade. */
export interface RightsRow {
  readonly roles: readonly MailRole[];
  readonly actions: readonly MailAction[];
  readonly states: readonly MailState[];
}

const beforeDistribution: readonly MailState[] = ['toQualify', 'registered'];
const inTreatment: readonly MailState[] = ['distributed', 'inProgress'];
const afterwards: readonly MailState[] = ['closed', 'noFollowUp', 'sent', 'toSend'];

export const rightsTable: readonly RightsRow[] = [
  { roles: ['mailRoom'], actions: ['list', 'read', 'readJournal', 'note'], states: [...beforeDistribution, ...inTreatment, ...afterwards, 'voided'] },
  { roles: ['mailRoom'], actions: ['qualify', 'void'], states: ['toQualify'] },
  { roles: ['mailRoom'], actions: ['passOn'], states: beforeDistribution },
  { roles: ['mailRoom'], actions: ['void', 'reroute'], states: ['registered', 'distributed'] },
  { roles: ['agent', 'secretary', 'head'], actions: ['list', 'read', 'readJournal', 'note'], states: [...inTreatment, ...afterwards] },
  { roles: ['agent', 'secretary', 'head'], actions: ['take', 'release', 'copy', 'reroute', 'answer', 'close'], states: inTreatment },
  { roles: ['agent', 'secretary', 'head'], actions: ['setTrigger'], states: ['closed', 'noFollowUp'] },
  { roles: ['agent', 'secretary', 'head'], actions: ['askPieces', 'receivePieces', 'acknowledge', 'transmit'], states: inTreatment },
  { roles: ['secretary', 'head'], actions: ['assign', 'closeWithoutAnswer'], states: inTreatment },
  { roles: ['secretary', 'head'], actions: ['reopen'], states: ['closed', 'noFollowUp'] },
  { roles: ['mailRoom', 'secretary'], actions: ['handOver'], states: [...inTreatment, 'closed', 'noFollowUp'] },
  { roles: ['agent', 'secretary', 'head'], actions: ['receive'], states: [...inTreatment, 'closed', 'noFollowUp'] },
  { roles: ['mailRoom'], actions: ['shelve'], states: beforeDistribution },
  { roles: ['mailRoom', 'secretary'], actions: ['shelve'], states: [...inTreatment, 'closed', 'noFollowUp'] },
  { roles: ['mailRoom'], actions: ['describe'], states: [...beforeDistribution, ...inTreatment, 'closed', 'noFollowUp'] },
  { roles: ['agent', 'secretary', 'head'], actions: ['describe'], states: [...inTreatment, 'closed', 'noFollowUp'] },
  { roles: ['copied'], actions: ['list', 'read', 'readJournal', 'note'], states: [...inTreatment, ...afterwards] },
];

/** For those who may not open the mail: they see that it is there, and carry and shelve its envelope. */
const maskedActions: readonly MailAction[] = ['list', 'handOver', 'shelve'];

/**
 * Whether `person` may do `action` to `mail` now. Confidentiality only narrows: who is not cleared may at most see a
 * masked line. An action that the state does not offer is refused to all.
 */
export function may(person: Person, action: MailAction, mail: MailForRights): boolean {
  if (nextState(mail.state, action) === undefined) return false;
  const admitted = maskedActions.includes(action) ? listersOf(mail) : readersOf(mail);
  if (!admitted.some((group) => belongs(person, group))) return false;
  const roles = rolesOn(person, mail);
  return rightsTable.some((row) => row.actions.includes(action) && row.states.includes(mail.state) && row.roles.some((role) => roles.includes(role)));
}

/** What `person` may do to `mail` now: the buttons of the page. */
export function allowedActions(person: Person, mail: MailForRights, among: readonly MailAction[]): readonly MailAction[] {
  return among.filter((action) => may(person, action, mail));
}
