import type { ClassDefinition } from '../definition.js';
import { aspect, property, type } from './declare.js';

/** Names and rules that a stock ACS 25.3 declares, as far as this repository offers them. */
export const ruleClasses: readonly ClassDefinition[] = [
  type({ name: 'rule:rule', title: 'Rule', parent: 'sys:base', model: 'rule:rulemodel', container: true, mandatoryAspects: ['cm:titled', 'cm:auditable', 'sys:referenceable', 'sys:localized'], properties: [
      property('rule:applyToChildren', 'd:boolean', { mandatory: true }),
      property('rule:disabled', 'd:boolean', { mandatory: true, defaultValue: 'false' }),
      property('rule:ruleType', 'd:text', { multiple: true, mandatory: true }),
      property('rule:executeAsynchronously', 'd:boolean', { mandatory: true }),
    ] }),
  aspect({ name: 'rule:ignoreInheritedRules', title: 'Ignore Inherited Rules', model: 'rule:rulemodel' }),
  aspect({ name: 'rule:rules', title: 'Rules', model: 'rule:rulemodel', container: true, associations: [
      { name: 'rule:ruleFolder', child: true, protected: false, source: { cls: 'rule:rules', many: true, mandatory: false }, target: { cls: 'cm:systemfolder', many: false, mandatory: false, enforced: false } },
    ] }),
];
