import { nextState, type MailAction } from '../mail/actions.js';
import type { MailState } from '../mail/states.js';
import { listersOf, readersOf } from './readers.js';
import { covers } from '../delegation/delegation.js';
import { belongs, rolesOn, type MailForRights, type MailRole, type Person, type Replaced } from './roles.js';

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
  { roles: ['mailRoom'], actions: ['lock'], states: [...beforeDistribution, 'distributed'] },
  { roles: ['agent', 'secretary', 'head'], actions: ['lock'], states: inTreatment },
  { roles: ['mailRoom'], actions: ['qualify', 'void'], states: ['toQualify'] },
  { roles: ['mailRoom'], actions: ['passOn'], states: beforeDistribution },
  { roles: ['mailRoom'], actions: ['void', 'reroute'], states: ['registered', 'distributed'] },
  { roles: ['agent', 'secretary', 'head'], actions: ['list', 'read', 'readJournal', 'note'], states: [...inTreatment, ...afterwards] },
  { roles: ['agent', 'secretary', 'head'], actions: ['take', 'release', 'copy', 'reroute', 'answer', 'close'], states: inTreatment },
  { roles: ['agent', 'secretary', 'head'], actions: ['setTrigger'], states: ['closed', 'noFollowUp'] },
  { roles: ['agent', 'secretary', 'head'], actions: ['askPieces', 'receivePieces', 'acknowledge', 'extend', 'transmit'], states: inTreatment },
  { roles: ['agent', 'secretary', 'head'], actions: ['attest'], states: [...inTreatment, 'closed', 'noFollowUp'] },
  { roles: ['agent', 'secretary', 'head'], actions: ['dispatch'], states: ['sent'] },
  { roles: ['mailRoom'], actions: ['prioritise'], states: beforeDistribution },
  { roles: ['secretary', 'head'], actions: ['assign', 'closeWithoutAnswer', 'prioritise'], states: inTreatment },
  { roles: ['agent', 'secretary', 'head'], actions: ['addTask', 'askOpinion'], states: inTreatment },
  { roles: ['secretary', 'head'], actions: ['reopen'], states: ['closed', 'noFollowUp'] },
  { roles: ['mailRoom', 'secretary'], actions: ['handOver'], states: [...inTreatment, 'closed', 'noFollowUp'] },
  { roles: ['agent', 'secretary', 'head'], actions: ['receive'], states: [...inTreatment, 'closed', 'noFollowUp'] },
  { roles: ['mailRoom'], actions: ['shelve'], states: beforeDistribution },
  { roles: ['mailRoom', 'secretary'], actions: ['shelve'], states: [...inTreatment, 'closed', 'noFollowUp'] },
  { roles: ['mailRoom'], actions: ['describe'], states: [...beforeDistribution, ...inTreatment, 'sent', 'closed', 'noFollowUp'] },
  { roles: ['agent', 'secretary', 'head'], actions: ['describe'], states: [...inTreatment, 'sent', 'closed', 'noFollowUp'] },
  { roles: ['mailRoom'], actions: ['link'], states: [...beforeDistribution, ...inTreatment, ...afterwards] },
  { roles: ['agent', 'secretary', 'head'], actions: ['link'], states: [...inTreatment, ...afterwards] },
  { roles: ['mailRoom'], actions: ['markDuplicate'], states: [...beforeDistribution, 'distributed'] },
  { roles: ['secretary', 'head'], actions: ['markDuplicate'], states: [...inTreatment, 'closed', 'noFollowUp'] },
  { roles: ['copied'], actions: ['list', 'read', 'readJournal', 'note'], states: [...inTreatment, ...afterwards] },
];

/** For those who may not open the mail: they see that it is there, and carry and shelve its envelope. */
const maskedActions: readonly MailAction[] = ['list', 'handOver', 'shelve'];

/** What ends with current use: later, a new mail that follows it is the way. */
export const endsWithCurrentUse: readonly MailAction[] = ['reopen'];

/**
 * Whether `person` may do `action` to `mail` now, by themselves or in the name of somebody whom they replace. Confidentiality
 * only narrows: who is not cleared may at most see a masked line, and in nobody's name does anybody act on what they can't open. An action that the state does not
 * offer is refused to all.
 */
export function may(person: Person, action: MailAction, mail: MailForRights): boolean {
  return mayByThemselves(person, action, mail) || replacedFor(person, action, mail).length > 0;
}

/** What somebody's own groups let them do. */
function mayByThemselves(person: Person, action: MailAction, mail: MailForRights): boolean {
  if (nextState(mail.state, action) === undefined || (mail.intermediate && endsWithCurrentUse.includes(action))) return false;
  const admitted = maskedActions.includes(action) ? listersOf(mail) : readersOf(mail);
  if (!admitted.some((group) => belongs(person, group))) return false;
  const roles = rolesOn(person, mail);
  return rightsTable.some((row) => row.actions.includes(action) && row.states.includes(mail.state) && row.roles.some((role) => roles.includes(role)));
}

/** What a delegate does by their own right, or not at all: what is seen, said or signed by oneself, and what all who work on a mail may do. */
const neverForOthers: readonly MailAction[] = ['list', 'read', 'readJournal', 'note', 'handOver', 'receive', 'shelve', 'qualify', 'describe', 'link', 'lock'];

/** Those whom `person` replaces and in whose name they may do `action`: who may do it themselves, for mail of a kind that was delegated to be treated. */
function replacedFor(person: Person, action: MailAction, mail: MailForRights): readonly Replaced[] {
  if (!person.replaces?.length || neverForOthers.includes(action) || !mayByThemselves(person, 'read', mail)) return [];
  return person.replaces.filter((replaced) => replaced.powers.includes('treat') && covers(replaced, mail) && mayByThemselves(replaced.person, action, mail));
}

/**
 * In whose name `person` does what they may: in that of the assignee whom they replace, else in their own where they have the
 * right themselves, else in that of the one whose right it is.
 */
export function actsFor(person: Person, action: MailAction, mail: MailForRights): Replaced | undefined {
  const those = replacedFor(person, action, mail);
  return those.find((replaced) => replaced.person.id === mail.assignee) ?? (mayByThemselves(person, action, mail) ? undefined : those[0]);
}

/** The assignee, if `person` replaces them for this mail, whichever power was delegated. */
export function replacesAssignee(person: Person, mail: Pick<MailForRights, 'assignee' | 'type' | 'service'>): Replaced | undefined {
  return person.replaces?.find((replaced) => replaced.person.id === mail.assignee && covers(replaced, mail));
}

/** What `person` may do to `mail` now: the buttons of the page. */
export function allowedActions(person: Person, mail: MailForRights, among: readonly MailAction[]): readonly MailAction[] {
  return among.filter((action) => may(person, action, mail));
}
