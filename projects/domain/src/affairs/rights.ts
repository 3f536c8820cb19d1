import { serviceGroup } from '../rights/groups.js';
import { inMailRoom } from '../rights/mail-rooms.js';
import type { Settings } from '../settings/settings.js';
import { rolesOn, type MailRole, type Person } from '../rights/roles.js';
import { affairListers, affairReaders, type AffairSecrecy, type AffairState } from './affair.js';

export const affairActions = ['list', 'read', 'file', 'note', 'change', 'close', 'reopen'] as const;
export type AffairAction = (typeof affairActions)[number];

/** Who may do what with an affair, by its state; confidentiality only narrows it. To put a mail in needs the right to link the mail, too. */
export const affairRights: readonly { readonly roles: readonly MailRole[]; readonly actions: readonly AffairAction[]; readonly states: readonly AffairState[] }[] = [
  { roles: ['mailRoom', 'agent', 'secretary', 'head'], actions: ['list', 'read', 'note'], states: ['open', 'closed'] },
  { roles: ['mailRoom', 'agent', 'secretary', 'head'], actions: ['file'], states: ['open'] },
  { roles: ['agent', 'secretary', 'head'], actions: ['change', 'close'], states: ['open'] },
  { roles: ['secretary', 'head'], actions: ['reopen'], states: ['closed'] },
];

export interface AffairForRights extends AffairSecrecy {
  readonly state: AffairState;
}

export function mayWithAffair(person: Person, action: AffairAction, affair: AffairForRights): boolean {
  const admitted = action === 'list' ? affairListers(affair) : affairReaders(affair);
  if (!admitted.some((group) => person.groups.includes(group))) return false;
  const roles = rolesOn(person, { ...affair, state: 'inProgress', copies: [] });
  return affairRights.some((row) => row.actions.includes(action) && row.states.includes(affair.state) && row.roles.some((role) => roles.includes(role)));
}

/** Who has affairs at all: mail rooms and the people of services. */
export const seesAffairs = (person: Person, { services }: Pick<Settings, 'services'>): boolean => inMailRoom(person) || services.some(({ code }) => person.groups.includes(serviceGroup(code)));

/** Whether `person` may open an affair in the name of a service: its own people and the mail room, if they may then read it. */
export const mayOpenAffair = (person: Person, secrecy: AffairSecrecy): boolean => mayWithAffair(person, 'file', { ...secrecy, state: 'open' });
