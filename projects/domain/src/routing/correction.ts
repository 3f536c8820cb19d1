import type { RuleConditions, RuleSetting } from '../settings/rules.js';
import { countFacts, criterionOf, type CommonFact, type Counted, type SentCase } from './common-facts.js';

/** A rule that would send elsewhere what came back; `rules` are all of them with it. */
export interface Correction {
  /** A new rule before it, an exception from it, or another tray for it. */
  readonly kind: 'rule' | 'exception' | 'redirect';
  readonly fact?: CommonFact;
  /** Mails with the fact that came back, and that stayed. */
  readonly returned: number;
  readonly kept: number;
  readonly allReturned: number;
  readonly allSent: number;
  /** How many times more often than usual a mail with the fact comes back. */
  readonly lift: number;
  /** Where they would go, and how many of them went there. */
  readonly tray?: string;
  readonly went?: number;
  /** Id of the rule that is new or changed. */
  readonly rule: string;
  readonly rules: readonly RuleSetting[];
}
export interface Corrections {
  readonly items: readonly Correction[];
  /** Why there is none. */
  readonly none?: 'tooFew' | 'nothingInCommon';
}

/** Fewer mails than this prove nothing. */
export const fewestReturned = 5;
const purity = 0.75;
const oneMind = 0.7;
const most = 3;

/**
 * What the mails that a rule sent wrongly have in common and those that it sent rightly have not, as corrections of the
 * rules: the one that mends most and harms least first.
 */
export function proposeCorrections(rules: readonly RuleSetting[], id: string, cases: readonly SentCase[], trays: ReadonlySet<string>): Corrections {
  const rule = rules.find((each) => each.id === id);
  const returned = cases.filter((each) => each.returned);
  if (!rule || returned.length < fewestReturned) return { items: [], none: 'tooFew' };
  const all = { allReturned: returned.length, allSent: cases.length };
  const usual = returned.length / cases.length;
  const elsewhere = destinationOf(returned, trays, rule.tray);
  if (usual >= purity && elsewhere) {
    const redirected = rules.map((each) => (each === rule ? { ...rule, tray: elsewhere.tray } : each));
    return { items: [{ kind: 'redirect', returned: returned.length, kept: cases.length - returned.length, ...all, lift: 1, ...elsewhere, rule: id, rules: redirected }] };
  }
  const telling = countFacts(cases, fewestReturned)
    .filter((each) => each.returned / (each.returned + each.kept) >= purity && surely(each.returned, each.returned + each.kept) > usual)
    .sort((a, b) => b.returned - 2 * b.kept - (a.returned - 2 * a.kept) || Number(a.fact.kind === 'keyword') - Number(b.fact.kind === 'keyword'));
  const items = distinct(telling).slice(0, most).map((each): Correction => {
    const counts = { returned: each.returned, kept: each.kept, ...all, lift: each.returned / (each.returned + each.kept) / usual };
    const towards = destinationOf(each.cases.flatMap((at) => cases[at] ?? []), trays, rule.tray);
    return { fact: each.fact, ...counts, ...(towards ? { kind: 'rule', ...towards, ...withRule(rules, rule, each.fact, towards.tray) } : { kind: 'exception', ...withException(rules, rule, each.fact) }) };
  });
  return items.length ? { items } : { items, none: 'nothingInCommon' };
}

/** The least share that the counts speak for: lower end of Wilson's interval at 95 %. */
function surely(hits: number, of: number): number {
  const z = 1.96;
  const share = hits / of;
  return (share + (z * z) / (2 * of) - z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
}

/** The tray where most of them went, if they went there of one mind. */
function destinationOf(cases: readonly SentCase[], trays: ReadonlySet<string>, from: string): { tray: string; went: number } | undefined {
  const counts = new Map<string, number>();
  for (const { instead } of cases) if (instead && instead !== from && trays.has(instead)) counts.set(instead, (counts.get(instead) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 3 && first[1] >= oneMind * cases.length ? { tray: first[0], went: first[1] } : undefined;
}

/** Facts that the same mails have say the same. */
function distinct(counted: readonly Counted[]): readonly Counted[] {
  const seen = new Set<string>();
  return counted.filter(({ cases }) => {
    const key = cases.join();
    return !seen.has(key) && seen.add(key);
  });
}

function withRule(rules: readonly RuleSetting[], rule: RuleSetting, fact: CommonFact, tray: string): Pick<Correction, 'rule' | 'rules'> {
  const { id: _, label, when, ...others } = rule;
  const made: RuleSetting = { ...others, id: freeId(rules, rule.id), label: `${label} – ${fact.value}`.slice(0, 200), when: narrowed(when, fact), tray };
  return { rule: made.id, rules: rules.flatMap((each) => (each === rule ? [made, rule] : [each])) };
}

function withException(rules: readonly RuleSetting[], rule: RuleSetting, fact: CommonFact): Pick<Correction, 'rule' | 'rules'> {
  const when = { ...rule.when, groups: [...(rule.when.groups ?? []), { how: 'none' as const, of: [criterionOf(fact)] }] };
  return { rule: rule.id, rules: rules.map((each) => (each === rule ? { ...rule, when } : each)) };
}

/** Its conditions, and the fact besides. */
function narrowed(when: RuleConditions, fact: CommonFact): RuleConditions {
  const criterion = criterionOf(fact);
  const taken = Object.keys(criterion).some((name) => name in when);
  return taken ? { ...when, groups: [...(when.groups ?? []), { how: 'all', of: [criterion] }] } : { ...when, ...criterion };
}

function freeId(rules: readonly RuleSetting[], id: string): string {
  for (let number = 2; ; number++) {
    const made = `${id.slice(0, 55)}-${number}`;
    if (!rules.some((each) => each.id === made)) return made;
  }
}
