import type { Day } from '../calendar/day.js';
import { addWorkingDays } from '../calendar/working-days.js';
import { covers } from '../delegation/delegation.js';
import { serviceGroup } from '../rights/groups.js';
import { belongs, isCleared, type MailForRights, type Person } from '../rights/roles.js';
import type { CalendarSetting } from '../settings/calendar.js';

export const opinionVerdicts = ['favourable', 'reservations', 'unfavourable'] as const;
export type OpinionVerdict = (typeof opinionVerdicts)[number];

/** `waiting`: for its turn in a series; `passed`: its limit is over, and it may still be given. */
export const opinionStates = ['waiting', 'asked', 'passed', 'given', 'withdrawn'] as const;
export type OpinionState = (typeof opinionStates)[number];

const treated = ['distributed', 'inProgress'];

/** Whether and for whom `person` may give an opinion that was asked for: themselves or for their service, or in the name of whom they replace. */
export function mayAnswerOpinion(person: Person, { person: asked, service, state }: { readonly person?: string; readonly service?: string; readonly state: OpinionState }, mail: MailForRights): { readonly for?: string } | undefined {
  if ((state !== 'asked' && state !== 'passed') || !treated.includes(mail.state) || !isCleared(person, mail)) return undefined;
  const isAsked = (one: Pick<Person, 'id' | 'groups'>): boolean => (asked === undefined ? service !== undefined && one.groups.includes(serviceGroup(service)) : one.id === asked);
  if (asked === undefined ? service !== undefined && belongs(person, serviceGroup(service)) : asked === person.id) return {};
  const replaced = person.replaces?.find((one) => one.powers.includes('opinions') && covers({ types: one.types, services: [] }, mail) && isAsked(one.person));
  return replaced && { for: replaced.person.id };
}

/** Last day for an opinion that is asked for today: the day that was named, if it is still to come, else so many working days. */
export function opinionDue(today: Day, limit: { readonly until?: Day; readonly workingDays?: number }, usual: number, calendar: CalendarSetting): Day {
  if (limit.until && limit.until > today) return limit.until;
  return addWorkingDays(today, limit.workingDays ?? usual, calendar);
}

export interface InTurn {
  readonly position: number;
  readonly state: OpinionState;
}

/** Which opinions are to be asked for now: all that wait, or in a series the next one once none before it is open. */
export function nextInTurn<T extends InTurn>(opinions: readonly T[], mode: 'series' | 'parallel', onLimit: 'next' | 'wait'): readonly T[] {
  const waiting = opinions.filter(({ state }) => state === 'waiting').sort((one, other) => one.position - other.position);
  if (mode === 'parallel') return waiting;
  const holds = opinions.some(({ state }) => state === 'asked' || (state === 'passed' && onLimit === 'wait'));
  return holds ? [] : waiting.slice(0, 1);
}

/** Whether nothing of a consultation is waited for any more. */
export const consultationDone = (opinions: readonly InTurn[]): boolean => opinions.every(({ state }) => state === 'given' || state === 'withdrawn');
