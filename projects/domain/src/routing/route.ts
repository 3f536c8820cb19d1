import type { RuleSetting } from '../settings/rules.js';
import type { Settings } from '../settings/settings.js';
import { fold, holdsWord } from './text.js';

/** What distribution knows of a registered mail. */
export interface Routable {
  readonly type: string;
  readonly subject: string;
  readonly text: string;
  readonly postcode?: string;
  /** Where it came in. */
  readonly site?: string;
  /** The service that the operator confirmed; it overrules the rules. */
  readonly service?: string;
}

/** The tray and its reason, worded by the interface. */
export interface Route {
  readonly tray: string;
  readonly because:
    | { readonly kind: 'operator'; readonly service: string }
    | { readonly kind: 'rule'; readonly rule: string; readonly label: string; readonly matched: readonly Matched[] };
}
export interface Matched {
  readonly kind: 'type' | 'keyword' | 'site' | 'postcode';
  readonly value: string;
}

/** The first enabled rule that holds, in their order; undefined when none does, and a person must choose. */
export function routeByRules(mail: Routable, rules: readonly RuleSetting[]): Route | undefined {
  const folded = fold(`${mail.subject} ${mail.text}`);
  for (const rule of rules) {
    const matched = rule.enabled ? matches(rule, mail, folded) : undefined;
    if (matched) return { tray: rule.tray, because: { kind: 'rule', rule: rule.id, label: rule.label, matched } };
  }
  return undefined;
}

/** The tray for a mail: of the confirmed service when there is one (a rule may still choose among its trays), else by the rules. */
export function route(mail: Routable, settings: Pick<Settings, 'rules' | 'trays'>): Route | undefined {
  const byRules = routeByRules(mail, settings.rules);
  if (!mail.service) return byRules;
  const trays = settings.trays.filter((tray) => tray.service === mail.service);
  if (byRules && trays.some((tray) => tray.id === byRules.tray)) return byRules;
  const first = trays[0];
  return first && { tray: first.id, because: { kind: 'operator', service: mail.service } };
}

function matches(rule: RuleSetting, mail: Routable, folded: string): Matched[] | undefined {
  const { types, keywords, sites, postcodes } = rule.when;
  const matched: Matched[] = [];
  if (types) {
    if (!types.includes(mail.type)) return undefined;
    matched.push({ kind: 'type', value: mail.type });
  }
  if (keywords) {
    const found = keywords.find((keyword) => holdsWord(folded, keyword));
    if (!found) return undefined;
    matched.push({ kind: 'keyword', value: found });
  }
  if (sites) {
    if (!mail.site || !sites.includes(mail.site)) return undefined;
    matched.push({ kind: 'site', value: mail.site });
  }
  if (postcodes) {
    const { postcode } = mail;
    if (!postcode || !postcodes.some((range) => range.from <= postcode && postcode <= range.to)) return undefined;
    matched.push({ kind: 'postcode', value: postcode });
  }
  return matched;
}
