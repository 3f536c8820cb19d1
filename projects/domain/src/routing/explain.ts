import type { CriteriaGroup, RuleSetting } from '../settings/rules.js';
import { testsOf, type CriterionKind, type Test } from './criteria.js';
import { folded, type FoldedMail, type Routable } from './facts.js';
import { inAskedOrder, isInForce } from './route.js';

/** A criterion of a rule and whether a mail meets it. */
export interface Tried {
  readonly kind: CriterionKind;
  readonly wanted: string;
  readonly field?: string;
  readonly holds: boolean;
  /** The mail's value that meets it. */
  readonly value?: string;
}
export interface TriedGroup {
  readonly how: CriteriaGroup['how'];
  readonly holds: boolean;
  readonly of: readonly (readonly Tried[])[];
}
/** How a rule takes a mail: `decides` is the first in force that holds. */
export interface TriedRule {
  readonly rule: string;
  readonly label: string;
  /** Its place in the list, from 1. */
  readonly place: number;
  readonly inForce: boolean;
  readonly holds: boolean;
  readonly decides: boolean;
  readonly criteria: readonly Tried[];
  readonly groups: readonly TriedGroup[];
}

/** Each rule asked of one mail, in the order in which they are asked, criterion by criterion. */
export function tryRules(mail: Routable, rules: readonly RuleSetting[], today: string): readonly TriedRule[] {
  const asked = folded(mail);
  let decided = false;
  return inAskedOrder(rules).map((rule) => {
    const inForce = isInForce(rule, today);
    const criteria = testsOf(rule.when).map((test) => tried(test, asked));
    const groups = (rule.when.groups ?? []).map((group) => triedGroup(group, asked));
    const holds = criteria.every((one) => one.holds) && groups.every((one) => one.holds);
    const decides = inForce && holds && !decided;
    decided ||= decides;
    return { rule: rule.id, label: rule.label, place: rules.indexOf(rule) + 1, inForce, holds, decides, criteria, groups };
  });
}

function tried(test: Test, mail: FoldedMail): Tried {
  const found = test.of(mail);
  return { kind: test.kind, wanted: test.wanted, ...(test.field ? { field: test.field } : {}), holds: found !== undefined, ...(found && !found.not ? { value: found.value } : {}) };
}

function triedGroup({ how, of }: CriteriaGroup, mail: FoldedMail): TriedGroup {
  const sets = of.map((each) => testsOf(each).map((test) => tried(test, mail)));
  const held = sets.map((set) => set.every(({ holds }) => holds));
  const holds = how === 'all' ? held.every(Boolean) : how === 'any' ? held.some(Boolean) : !held.some(Boolean);
  return { how, holds, of: sets };
}
