import { ruleConditions, type RuleConditions, type RuleSetting } from '../settings/rules.js';
import { serviceSetting } from '../settings/services.js';
import { ruleConflicts, coversConditions } from './conflicts.js';

const services = [serviceSetting.parse({ code: 'A', label: 'A', kind: 'service' }), serviceSetting.parse({ code: 'OLD', label: 'Old', kind: 'service', retired: true })];
const trays = [{ id: 'a', label: 'A', service: 'A' }, { id: 'old', label: 'Old', service: 'OLD' }];
const rule = (id: string, when: RuleConditions, more: Partial<RuleSetting> = {}): RuleSetting => ({ id, label: id, enabled: true, when, tray: 'a', ...more });
const told = (...rules: RuleSetting[]): string[] => ruleConflicts({ rules, trays, services }, '2026-03-10').map(({ rule: id, code, by, count }) => [id, code, by ?? count ?? ''].join(' ').trim());

describe('Conflicts of rules', () => {
  it('are a rule below one that takes all it would take', () => {
    expect(told(rule('wide', { types: ['X', 'Y'] }), rule('narrow', { types: ['X'], channels: ['email'] }))).toEqual(['narrow never wide']);
    expect(told(rule('narrow', { types: ['X'], channels: ['email'] }), rule('wide', { types: ['X', 'Y'] }))).toEqual([]);
  });
  it('are none with a rule that is off, over, or not there all the time', () => {
    expect(told(rule('wide', { types: ['X'] }, { enabled: false }), rule('narrow', { types: ['X'] }))).toEqual([]);
    expect(told(rule('summer', { types: ['X'] }, { from: '2026-06-01', until: '2026-08-31' }), rule('narrow', { types: ['X'] }))).toEqual([]);
    expect(told(rule('past', {}, { until: '2026-03-09' }))).toEqual(['past over']);
  });
  it('are a rule without a condition above others', () => {
    expect(told(rule('all', {}), rule('x', { types: ['X'] }), rule('y', { types: ['Y'] }))).toEqual(['all takesAll 2', 'x never all', 'y never all']);
    expect(told(rule('x', { types: ['X'] }), rule('all', {}))).toEqual([]);
    expect(told(rule('else', {}, { fallback: true }), rule('x', { types: ['X'] }))).toEqual([]);
    expect(told(rule('else', {}, { fallback: true }), rule('else-2', {}, { fallback: true }))).toEqual(['else secondFallback 1', 'else-2 never else']);
  });
  it('are a rule that leads to who gets no more mail', () => {
    expect(told(rule('r', { types: ['X'] }, { tray: 'old' }))).toEqual(['r retired']);
  });
});

describe('A condition that takes all of another', () => {
  const pairs: readonly [what: string, wide: RuleConditions, narrow: RuleConditions, expected: boolean][] = [
    ['a range around another', { postcodes: [{ from: '62000', to: '62999' }] }, { postcodes: [{ from: '62100', to: '62199' }] }, true],
    ['a range beside another', { postcodes: [{ from: '62000', to: '62150' }] }, { postcodes: [{ from: '62100', to: '62199' }] }, false],
    ['a range, and no range at all', { postcodes: [{ from: '62000', to: '62999' }] }, {}, false],
    ['a word that is in each of the other’s phrases', { keywords: ['impôt'] }, { keywords: ['impôt foncier', 'IMPOT'] }, true],
    ['a word in the subject only', { keywords: ['impôt'], keywordsIn: 'subject' }, { keywords: ['impôt'] }, false],
    ['any of two words, of which the other asks for both', { keywords: ['a1', 'b1'] }, { keywords: ['b1', 'c1'], keywordsHow: 'all' }, true],
    ['two words at once, of which the other asks for any', { keywords: ['a1', 'b1'], keywordsHow: 'all' }, { keywords: ['a1', 'b1'] }, false],
    ['fewer words that must be absent', { keywords: ['a1'], keywordsHow: 'none' }, { keywords: ['a1', 'b1'], keywordsHow: 'none' }, true],
    ['a domain above another', { senderDomains: ['lys.example'] }, { senderDomains: ['mairie.lys.example'] }, true],
    ['any of several sets, one of which the other is', { groups: [{ how: 'any', of: [{ types: ['X'] }, { types: ['Y'] }] }] }, { types: ['X'] }, true],
    ['an exception that the other lacks', { types: ['X'], groups: [{ how: 'none', of: [{ channels: ['email'] }] }] }, { types: ['X'] }, false],
    ['the same exception', { types: ['X'], groups: [{ how: 'none', of: [{ channels: ['email'] }] }] }, { types: ['X'], groups: [{ how: 'none', of: [{ channels: ['email'] }] }] }, true],
    ['a wider share of readings', { confidence: { below: 80 } }, { confidence: { from: 20, below: 60 } }, true],
    ['a known beneficiary, and any', { beneficiaryKnown: true }, {}, false],
  ];
  for (const [what, wide, narrow, expected] of pairs) {
    it(`is ${expected ? '' : 'not '}${what}`, () => expect(coversConditions(ruleConditions.parse(wide), ruleConditions.parse(narrow))).toBe(expected));
  }
});
