import type { SettingsStore } from '../session/settings.js';
import type { Words } from '../words/words.js';
import type { SortingRule } from './sortings-api.js';

/** A rule as people read it. */
export function ruleText(rule: SortingRule, words: Words, settings: SettingsStore): string {
  if ('every' in rule) return words.text(`SORTINGS.RULE.${rule.by}`, { every: rule.every, first: rule.first });
  if (!('of' in rule)) return words.text(`SORTINGS.RULE.${rule.by}`);
  const of = rule.by === 'services' || rule.by === 'types' ? rule.of.map((code) => settings.label(code, rule.by === 'types' ? 'type' : 'service')) : rule.of;
  return words.text(`SORTINGS.RULE.${rule.by}`, { of: of.join(', ') });
}
