import type { Day } from '../calendar/day.js';

/** What is delegated: to treat mails, to sign (for the signature book), to give opinions. */
export const delegationPowers = ['treat', 'sign', 'opinions'] as const;
export type DelegationPower = (typeof delegationPowers)[number];

/** From when until when, by days of the authority, both counted in; no end: until it is ended. */
export interface Period {
  readonly startsOn: Day;
  readonly endsOn?: Day;
}

/** For which mails; none said: all. */
export interface DelegatedKinds {
  readonly types: readonly string[];
  readonly services: readonly string[];
}

export interface Delegation extends Period, DelegatedKinds {
  readonly powers: readonly DelegationPower[];
  readonly delegator: string;
  readonly delegates: readonly string[];
  /** It was ended before its time. */
  readonly ended?: boolean;
}

const forEver = '9999-12-31';

export type DelegationState = 'coming' | 'running' | 'over';

/** How a delegation stands on a day of the authority. */
export function delegationState({ startsOn, endsOn, ended }: Period & { readonly ended?: boolean }, today: Day): DelegationState {
  if (ended || (endsOn ?? forEver) < today) return 'over';
  return startsOn > today ? 'coming' : 'running';
}

export const overlap = (one: Period, other: Period): boolean => one.startsOn <= (other.endsOn ?? forEver) && other.startsOn <= (one.endsOn ?? forEver);

const shared = (one: readonly string[], other: readonly string[]): boolean => !one.length || !other.length || one.some((code) => other.includes(code));

/** Whether two delegations may be for the same mail on the same day. */
export const meet = (one: Period & DelegatedKinds, other: Period & DelegatedKinds): boolean => overlap(one, other) && shared(one.types, other.types) && shared(one.services, other.services);

/** Whether a delegation is for a mail of this type and service. */
export function covers({ types, services }: DelegatedKinds, mail: { readonly type?: string; readonly service?: string }): boolean {
  return (!types.length || (mail.type !== undefined && types.includes(mail.type))) && (!services.length || (mail.service !== undefined && services.includes(mail.service)));
}
