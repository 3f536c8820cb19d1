import type { Criteria } from '../settings/rules.js';
import type { CriterionKind } from './criteria.js';
import type { Routable } from './facts.js';
import { fold } from './text.js';

/** A mail that a rule sent, and whether its service gave it back. */
export interface SentCase {
  readonly facts: Routable;
  readonly returned: boolean;
  /** The tray where it went after that. */
  readonly instead?: string;
  /** Its words may be shown: it isn't restricted. */
  readonly open: boolean;
}

/** Something that several mails have in common. */
export interface CommonFact {
  readonly kind: CriterionKind;
  /** Of postcodes: `62000-62999`. */
  readonly value: string;
}

/** A word of one sender's may be a name; of three, it speaks of the matter. */
const sendersOfWord = 3;
const textLooked = 6000;

/** What can be said of a mail in a condition; of words, those of four letters and more. */
export function factsIn({ facts, open }: Pick<SentCase, 'facts' | 'open'>): readonly CommonFact[] {
  const one = (kind: CriterionKind, value: string | undefined): CommonFact[] => (value ? [{ kind, value }] : []);
  return [
    ...one('type', facts.type),
    ...one('site', facts.site),
    ...(facts.postcode ? [{ kind: 'postcode' as const, value: facts.postcode }, ...[3, 2].map((digits) => ({ kind: 'postcode' as const, value: rangeOf(facts.postcode ?? '', digits) }))] : []),
    ...(facts.senders ?? []).flatMap((sender) => one('sender', sender)),
    ...one('senderDomain', facts.senderDomain),
    ...one('senderKind', facts.senderKind),
    ...one('channel', facts.channel),
    ...one('affair', facts.affair),
    ...(facts.natures ?? []).flatMap((nature) => one('nature', nature)),
    ...(open ? [...new Set(fold(`${facts.subject} ${facts.text.slice(0, textLooked)}`).match(/\p{L}{4,}/gu) ?? [])].map((value) => ({ kind: 'keyword' as const, value })) : []),
  ];
}

const rangeOf = (postcode: string, digits: number): string => `${postcode.slice(0, digits).padEnd(5, '0')}-${postcode.slice(0, digits).padEnd(5, '9')}`;

/** The condition that asks for a fact. */
export function criterionOf({ kind, value }: CommonFact): Criteria {
  switch (kind) {
    case 'type':
      return { types: [value] };
    case 'site':
      return { sites: [value] };
    case 'postcode': {
      const [from = '', to = from] = value.split('-');
      return { postcodes: [{ from, to }] };
    }
    case 'sender':
      return { senders: [value] };
    case 'senderDomain':
      return { senderDomains: [value] };
    case 'senderKind':
      return { senderKinds: [value] as Criteria['senderKinds'] };
    case 'channel':
      return { channels: [value] as Criteria['channels'] };
    case 'affair':
      return { affairs: [value] };
    case 'nature':
      return { natures: [value] };
    default:
      return { keywords: [value] };
  }
}

/** How many mails with a fact came back, and how many stayed. */
export interface Counted {
  readonly fact: CommonFact;
  returned: number;
  kept: number;
  /** Places in the list of cases of those that came back. */
  readonly cases: number[];
  readonly senders: Set<string>;
}

/** All facts of the cases that came back at least `atLeast` times, counted over all cases. */
export function countFacts(cases: readonly SentCase[], atLeast: number): readonly Counted[] {
  const counts = new Map<string, Counted>();
  cases.forEach((each, index) => {
    if (!each.returned) return;
    for (const fact of factsIn(each)) {
      const key = `${fact.kind} ${fact.value}`;
      const found = counts.get(key) ?? { fact, returned: 0, kept: 0, cases: [], senders: new Set<string>() };
      found.returned++;
      found.cases.push(index);
      found.senders.add(each.facts.senders?.[0] ?? `?${index}`);
      counts.set(key, found);
    }
  });
  for (const [key, { returned, fact, senders }] of counts) if (returned < atLeast || (fact.kind === 'keyword' && senders.size < sendersOfWord)) counts.delete(key);
  for (const each of cases) {
    if (each.returned) continue;
    for (const { kind, value } of factsIn(each)) {
      const found = counts.get(`${kind} ${value}`);
      if (found) found.kept++;
    }
  }
  return [...counts.values()];
}
