import type { Day } from '../calendar/day.js';
import { houseGroups, headGroup, secretariatGroup, serviceGroup } from '../rights/groups.js';
import { belongs, type Person } from '../rights/roles.js';
import type { Settings } from '../settings/settings.js';
import { meet, overlap, type Delegation } from './delegation.js';
import { readingOf, type ReadingGap } from './reading.js';

type Someone = Pick<Person, 'id' | 'groups'>;

/** For what `author` may delegate in the name of `delegator`: all, or mails of these services; undefined: for nothing. */
export function mayDelegateFor(author: Person, delegator: Someone, settings: Pick<Settings, 'services'>): { readonly services?: readonly string[] } | undefined {
  if (author.id === delegator.id || belongs(author, houseGroups.administrators)) return {};
  const services = settings.services.map(({ code }) => code).filter((code) => delegator.groups.includes(serviceGroup(code)) && (belongs(author, secretariatGroup(code)) || belongs(author, headGroup(code))));
  return services.length ? { services } : undefined;
}

export type DelegationRefusal = 'delegateToSelf' | 'delegateIsAuthor' | 'delegateReadsNothing' | 'periodOver' | 'servicesNotYours';

/** What stands against a delegation, or is good to know before it is made. */
export interface DelegationFinding {
  readonly code: DelegationRefusal | 'delegateReadsLess' | 'overlap' | 'delegateAway' | 'notPassedOn';
  readonly refuses: boolean;
  /** The delegate whom it is about. */
  readonly delegate?: string;
  readonly gaps?: readonly ReadingGap[];
  /** Another delegation that it is about. */
  readonly other?: string;
}

export interface DelegationSurroundings {
  readonly author: Person;
  readonly delegator: Someone;
  readonly delegates: readonly Someone[];
  /** Those that are not over, of the delegator and of the delegates, whichever side they are on. */
  readonly others: readonly (Delegation & { readonly id: string })[];
  readonly settings: Pick<Settings, 'services'>;
  readonly today: Day;
}

/**
 * Looks a wanted delegation over. Nobody replaces themselves, nobody gives themselves another's powers, and nobody is named
 * who could open nothing. What was delegated is not passed on: of a chain, each link replaces only the one before.
 */
export function checkDelegation(wanted: Omit<Delegation, 'delegator' | 'delegates'>, { author, delegator, delegates, others, settings, today }: DelegationSurroundings): readonly DelegationFinding[] {
  const refuse = (code: DelegationRefusal, more: Partial<DelegationFinding> = {}): DelegationFinding => ({ code, refuses: true, ...more });
  const allowed = mayDelegateFor(author, delegator, settings);
  const beyond = allowed?.services && (!wanted.services.length || wanted.services.some((code) => !allowed.services?.includes(code)));
  return [
    ...((wanted.endsOn ?? today) < today ? [refuse('periodOver')] : []),
    ...(beyond ? [refuse('servicesNotYours')] : []),
    ...delegates.flatMap((delegate) => aboutDelegate(delegate)),
    ...others.filter((other) => other.delegator === delegator.id && meet(other, wanted)).map((other): DelegationFinding => ({ code: 'overlap', refuses: false, other: other.id })),
    ...others.filter((other) => other.delegates.includes(delegator.id) && overlap(other, wanted)).map((other): DelegationFinding => ({ code: 'notPassedOn', refuses: false, other: other.id })),
  ];

  function aboutDelegate(delegate: Someone): DelegationFinding[] {
    if (delegate.id === delegator.id) return [refuse('delegateToSelf', { delegate: delegate.id })];
    if (delegate.id === author.id) return [refuse('delegateIsAuthor', { delegate: delegate.id })];
    const { gaps, nothing } = readingOf(delegator.groups, delegate.groups, wanted.services, settings);
    if (nothing) return [refuse('delegateReadsNothing', { delegate: delegate.id, gaps })];
    const away = others.filter((other) => other.delegator === delegate.id && overlap(other, wanted));
    return [...(gaps.length ? [{ code: 'delegateReadsLess' as const, refuses: false, delegate: delegate.id, gaps }] : []), ...away.map((other): DelegationFinding => ({ code: 'delegateAway', refuses: false, delegate: delegate.id, other: other.id }))];
  }
}
