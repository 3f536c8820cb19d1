import type { RuleSetting } from '../settings/rules.js';
import type { Settings } from '../settings/settings.js';
import { conditionsOf, type Matched } from './criteria.js';
import { folded, type FoldedMail, type Routable } from './facts.js';

/** The tray and its reason, worded by the interface. */
export interface Route {
  readonly tray: string;
  readonly because:
    | { readonly kind: 'operator'; readonly service: string }
    | { readonly kind: 'rule'; readonly rule: RuleSetting; readonly place: number; readonly matched: readonly Matched[] };
}

/** Whether a rule is followed on a day; it is by those who name none. */
export const isInForce = ({ enabled, from, until }: RuleSetting, today?: string): boolean => enabled && (!today || ((!from || from <= today) && (!until || today <= until)));

/** In the order in which they are asked: fallbacks last. */
export const inAskedOrder = (rules: readonly RuleSetting[]): readonly RuleSetting[] => [...rules.filter(({ fallback }) => !fallback), ...rules.filter(({ fallback }) => fallback)];

/**
 * Rules made ready to be asked of many mails. Each answers the first that holds for it, in their order, fallbacks last;
 * undefined when none does, and a person must choose.
 *
 * @param today those that are not followed on that day are left out; `place` counts them all the same, from 1
 */
export function rulesReady(rules: readonly RuleSetting[], today?: string): (mail: FoldedMail, passOver?: (rule: RuleSetting) => boolean) => Route | undefined {
  const ready = inAskedOrder(rules).filter((rule) => isInForce(rule, today)).map((rule) => ({ rule, place: rules.indexOf(rule) + 1, holds: conditionsOf(rule.when) }));
  return (mail, passOver) => {
    for (const { rule, place, holds } of ready) {
      if (passOver?.(rule)) continue;
      const matched = holds(mail);
      if (matched) return { tray: rule.tray, because: { kind: 'rule', rule, place, matched } };
    }
    return undefined;
  };
}

/** The first rule that holds for one mail. */
export const routeByRules = (mail: Routable, rules: readonly RuleSetting[], today?: string): Route | undefined => rulesReady(rules, today)(folded(mail));

/** The tray for a mail: of the confirmed service when there is one (a rule may still choose among its trays), else by the rules. */
export function route(mail: Routable, settings: Pick<Settings, 'rules' | 'trays'>, today?: string): Route | undefined {
  return routeWith(folded(mail), rulesReady(settings.rules, today), settings.trays);
}

/** The same, with rules that are ready. */
export function routeWith(mail: FoldedMail, rules: ReturnType<typeof rulesReady>, trays: Settings['trays'], passOver?: (rule: RuleSetting) => boolean): Route | undefined {
  const byRules = rules(mail, passOver);
  if (!mail.service) return byRules;
  const own = trays.filter((tray) => tray.service === mail.service);
  if (byRules && own.some((tray) => tray.id === byRules.tray)) return byRules;
  const [first] = own;
  return first && { tray: first.id, because: { kind: 'operator', service: mail.service } };
}
