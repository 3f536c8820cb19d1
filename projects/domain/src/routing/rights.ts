import { houseGroups } from '../rights/groups.js';
import { belongs, type Person } from '../rights/roles.js';

export const ruleActions = ['seeReturns', 'try', 'simulate', 'publish', 'correct'] as const;
export type RuleAction = (typeof ruleActions)[number];
export type RulePost = 'administrator' | 'mailRoom' | 'other';

/** Who may do what to the rules of distribution. Rules themselves are read by all, as are all settings. */
export const ruleRights: { readonly [post in RulePost]: readonly RuleAction[] } = {
  administrator: ['seeReturns', 'try', 'simulate', 'publish', 'correct'],
  mailRoom: ['seeReturns', 'try'],
  other: [],
};

export function mayWithRules(person: Person, action: RuleAction): boolean {
  const posts: readonly RulePost[] = [...(belongs(person, houseGroups.administrators) ? (['administrator'] as const) : []), ...(belongs(person, houseGroups.mailRoom) ? (['mailRoom'] as const) : [])];
  return posts.some((post) => ruleRights[post].includes(action));
}
