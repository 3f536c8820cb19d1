import { covers } from '../delegation/delegation.js';
import { headGroup } from '../rights/groups.js';
import { belongs, type Person } from '../rights/roles.js';

/**
 * As what somebody signs a producing service's part of a bordereau: its head; a delegate of the head, for signing; for want of a
 * head, the head of the nearest service above that has one; or whom the records manager named, with a reason.
 */
export const signingCapacities = ['head', 'delegate', 'above', 'named'] as const;
export type SigningCapacity = (typeof signingCapacities)[number];

/** Who can sign for a producing service beside its head. */
export interface StandIn {
  /** The nearest service above it whose head is known, where it has none itself. */
  readonly above?: string;
  /** Id of the person who was named. */
  readonly named?: string;
}
export type StandIns = Readonly<Record<string, StandIn>>;

export interface Signing {
  readonly capacity: SigningCapacity;
  /** Who is replaced by delegation. */
  readonly onBehalfOf?: string;
}

/** As what the person signs for `service` today; undefined: they don't. */
export function signsFor(person: Person, service: string, { above, named }: StandIn = {}): Signing | undefined {
  if (belongs(person, headGroup(service))) return { capacity: 'head' };
  const replaced = person.replaces?.find((each) => each.powers.includes('sign') && covers(each, { service }) && belongs(each.person, headGroup(service)));
  if (replaced) return { capacity: 'delegate', onBehalfOf: replaced.person.id };
  if (above && belongs(person, headGroup(above))) return { capacity: 'above' };
  return named === person.id ? { capacity: 'named' } : undefined;
}

/** The nearest service above `service` that has a head; undefined where it has one itself, or none is found. */
export function headedAbove(service: string, services: readonly { readonly code: string; readonly parent?: string }[], headed: ReadonlySet<string>): string | undefined {
  if (headed.has(service)) return undefined;
  const passed = new Set([service]);
  for (let at = services.find(({ code }) => code === service)?.parent; at && !passed.has(at); at = services.find(({ code }) => code === at)?.parent) {
    if (headed.has(at)) return at;
    passed.add(at);
  }
  return undefined;
}

/** Who stands in for a head answers for the list for the first time: they neither made, validated nor approved it, nor named themselves. */
export function mayStandIn(person: string, { createdBy, validatedBy, approvedBy, namedBy }: { readonly createdBy: string; readonly validatedBy?: string | null; readonly approvedBy?: string | null; readonly namedBy?: string }): boolean {
  return ![createdBy, validatedBy, approvedBy, namedBy].includes(person);
}
