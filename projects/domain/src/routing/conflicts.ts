import type { Criteria, CriteriaGroup, RuleConditions, RuleSetting } from '../settings/rules.js';
import type { Settings } from '../settings/settings.js';
import { isWithin } from './criteria.js';
import { inAskedOrder } from './route.js';
import { fold, holdsFolded } from './text.js';

/** What is odd about a rule, though it may be published: `by` is the other rule, or how many. */
export interface RuleConflict {
  readonly rule: string;
  readonly code: 'never' | 'takesAll' | 'retired' | 'over' | 'secondFallback';
  readonly by?: string;
  readonly count?: number;
}

/** Rules that never decide, take everything that comes after them, lead to who is no more, or have had their time. */
export function ruleConflicts({ rules, trays, services }: Pick<Settings, 'rules' | 'trays' | 'services'>, today: string): readonly RuleConflict[] {
  const retired = new Set(services.filter((service) => service.retired).map(({ code }) => code));
  const serviceOf = new Map(trays.map(({ id, service }) => [id, service]));
  const asked = inAskedOrder(rules).filter(({ enabled }) => enabled);
  const fallbacks = asked.filter(({ fallback }) => fallback);
  return asked.flatMap((rule, index): RuleConflict[] => {
    const before = asked.slice(0, index).find((other) => isThereThroughout(other, rule) && coversConditions(other.when, rule.when));
    const after = asked.slice(index + 1).filter(({ fallback }) => !!fallback === !!rule.fallback);
    return [
      ...(retired.has(serviceOf.get(rule.tray) ?? '') ? [{ rule: rule.id, code: 'retired' as const }] : []),
      ...(rule.until && rule.until < today ? [{ rule: rule.id, code: 'over' as const }] : []),
      ...(before ? [{ rule: rule.id, code: 'never' as const, by: before.id }] : []),
      ...(!before && isBoundless(rule) && !rule.fallback && after.length ? [{ rule: rule.id, code: 'takesAll' as const, count: after.length }] : []),
      ...(rule.fallback && isBoundless(rule) && fallbacks.some((other) => other !== rule && isBoundless(other)) && !before ? [{ rule: rule.id, code: 'secondFallback' as const, count: fallbacks.length - 1 }] : []),
    ];
  });
}

const isBoundless = ({ when }: RuleSetting): boolean => Object.values(when).every((value) => value === undefined || (Array.isArray(value) && value.length === 0));

/** Whether one rule is followed on every day on which the other is. */
const isThereThroughout = (one: RuleSetting, other: RuleSetting): boolean => (!one.from || (!!other.from && one.from <= other.from)) && (!one.until || (!!other.until && other.until <= one.until));

/** Whether all that `narrow` holds for, `wide` holds for, too. False where that can't be told from the conditions alone. */
export function coversConditions(wide: RuleConditions, narrow: RuleConditions): boolean {
  return coversCriteria(wide, narrow) && (wide.groups ?? []).every((group) => impliedBy(group, narrow));
}

function impliedBy(group: CriteriaGroup, narrow: RuleConditions): boolean {
  const same = (narrow.groups ?? []).some((other) => JSON.stringify(other) === JSON.stringify(group));
  if (same) return true;
  if (group.how === 'any') return group.of.some((set) => coversCriteria(set, narrow));
  return group.how === 'all' && group.of.every((set) => coversCriteria(set, narrow));
}

const sets = ['types', 'sites', 'senders', 'senderKinds', 'channels', 'affairs', 'natures', 'priorities'] as const;

function coversCriteria(wide: Criteria, narrow: Criteria): boolean {
  return (
    sets.every((name) => !wide[name] || includesAll(wide[name], narrow[name])) &&
    (!wide.senderDomains || (!!narrow.senderDomains && narrow.senderDomains.every((domain) => wide.senderDomains?.some((each) => domain === each || domain.endsWith(`.${each}`))))) &&
    (!wide.postcodes || (!!narrow.postcodes && narrow.postcodes.every((range) => wide.postcodes?.some((each) => isWithin(each, range))))) &&
    coversKeywords(wide, narrow) &&
    (wide.fields ?? []).every((field) => narrow.fields?.some((other) => JSON.stringify(other) === JSON.stringify(field))) &&
    (wide.beneficiaryKnown === undefined || wide.beneficiaryKnown === narrow.beneficiaryKnown) &&
    (!wide.confidence || (!!narrow.confidence && (wide.confidence.from ?? 0) <= (narrow.confidence.from ?? 0) && (narrow.confidence.below ?? 101) <= (wide.confidence.below ?? 101)))
  );
}

const includesAll = (wide: readonly string[], narrow: readonly string[] | undefined): boolean => !!narrow && narrow.every((value) => wide.includes(value));

function coversKeywords(wide: Criteria, narrow: Criteria): boolean {
  if (!wide.keywords) return true;
  if (!narrow.keywords) return false;
  if (wide.keywordsHow === 'none' || narrow.keywordsHow === 'none') return wide.keywordsHow === narrow.keywordsHow && wide.keywordsIn === narrow.keywordsIn && includesAll(narrow.keywords, wide.keywords);
  if (wide.keywordsIn && wide.keywordsIn !== narrow.keywordsIn) return false;
  const [of, words] = [wide.keywords.map(fold), narrow.keywords.map(fold)];
  const has = (word: string): boolean => of.some((each) => holdsFolded(word, each));
  if (wide.keywordsHow === 'all') return narrow.keywordsHow === 'all' && of.every((each) => words.some((word) => holdsFolded(word, each)));
  return narrow.keywordsHow === 'all' ? words.some(has) : words.every(has);
}
