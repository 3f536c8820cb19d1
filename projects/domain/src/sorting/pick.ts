import type { PersonalDataKind } from '../settings/schedule.js';
import type { SortingDecision } from './states.js';

/** How what is kept is found: a rule that gives the same mails to whoever applies it again. */
export type SortingRule =
  /** One unit in `every`, by rank of its register number, from the `first`. */
  | { readonly by: 'rank'; readonly every: number; readonly first: number }
  /** All of one year in `every`, counted from `first`. */
  | { readonly by: 'years'; readonly every: number; readonly first: number }
  /** All of these kinds of mail, or services, or whose subject has one of these words. */
  | { readonly by: 'types' | 'services' | 'words'; readonly of: readonly string[] }
  /** All whose correspondent's name begins with one of these letters. */
  | { readonly by: 'letters'; readonly of: readonly string[] }
  /** None; those that are kept are named one by one. */
  | { readonly by: 'hand' };

export const sortingRules = ['rank', 'years', 'types', 'services', 'words', 'letters', 'hand'] as const;

/** A mail that may be sorted, and what rules ask of it. */
export interface SortingCandidate {
  readonly mail: string;
  /** The affair that it follows: it is sorted whole. */
  readonly affair?: string;
  readonly chrono: string;
  /** In which its period began. */
  readonly year: number;
  readonly type?: string;
  readonly service?: string;
  readonly subject?: string;
  /** Name of its correspondent. */
  readonly correspondent?: string;
}

/** What is decided as one: a mail, or all mails of an affair. */
export interface SortingUnit {
  readonly id: string;
  readonly affair?: string;
  /** From 1, by the number of its first mail. */
  readonly rank: number;
  readonly mails: readonly SortingCandidate[];
}

const byNumber = new Intl.Collator('en', { numeric: true });

/** Mails as units, by rank of their numbers; the same mails give the same ranks in whatever order they come. */
export function unitsOf(candidates: readonly SortingCandidate[]): readonly SortingUnit[] {
  const sorted = [...candidates].sort((a, b) => a.year - b.year || byNumber.compare(a.chrono, b.chrono) || (a.mail < b.mail ? -1 : 1));
  const units = new Map<string, { affair?: string; mails: SortingCandidate[] }>();
  for (const candidate of sorted) {
    const id = candidate.affair ?? candidate.mail;
    const unit = units.get(id) ?? { ...(candidate.affair ? { affair: candidate.affair } : {}), mails: [] };
    units.set(id, unit);
    unit.mails.push(candidate);
  }
  return [...units].map(([id, unit], index) => ({ id, rank: index + 1, ...unit }));
}

/** What the rule says of a unit: an affair is kept if one of its mails is. */
export function pick(unit: SortingUnit, rule: SortingRule): SortingDecision {
  return picks(unit, rule) ? 'kept' : 'notKept';
}

function picks({ rank, mails }: SortingUnit, rule: SortingRule): boolean {
  const any = (test: (mail: SortingCandidate) => boolean): boolean => mails.some(test);
  switch (rule.by) {
    case 'rank':
      return rank >= rule.first && (rank - rule.first) % rule.every === 0;
    case 'years':
      return any(({ year }) => (((year - rule.first) % rule.every) + rule.every) % rule.every === 0);
    case 'types':
      return any(({ type }) => type !== undefined && rule.of.includes(type));
    case 'services':
      return any(({ service }) => service !== undefined && rule.of.includes(service));
    case 'words':
      return any(({ subject }) => rule.of.some((word) => ` ${plain(subject ?? '')} `.includes(` ${plain(word).trim()} `)));
    case 'letters':
      return any(({ correspondent }) => rule.of.some((letter) => plain(correspondent ?? '').startsWith(plain(letter))));
    case 'hand':
      return false;
  }
}

/** Capitals, accents and signs don't count. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();

export type SortingRuleFault = 'ruleFirst' | 'ruleNothing' | 'ruleLetters' | 'ruleTwice';

/**
 * What is wrong with a rule. A letter of the name looks neutral and picks families, and whole origins with them: not where a
 * row holds special categories of data (RGPD art. 9), nor where nobody has said what it holds.
 */
export function ruleFault(rule: SortingRule, personalData: PersonalDataKind | undefined): SortingRuleFault | undefined {
  if (rule.by === 'rank') return rule.first > rule.every ? 'ruleFirst' : undefined;
  if (rule.by === 'years' || rule.by === 'hand') return undefined;
  if (!rule.of.some((one) => plain(one))) return 'ruleNothing';
  if (new Set(rule.of.map(plain)).size < rule.of.length) return 'ruleTwice';
  return rule.by === 'letters' && personalData !== 'none' && personalData !== 'ordinary' ? 'ruleLetters' : undefined;
}
