import type { RuleSetting } from '../settings/rules.js';
import { tryRules } from './explain.js';

const rule = (id: string, when: RuleSetting['when'], more: Partial<RuleSetting> = {}): RuleSetting => ({ id, label: id, enabled: true, when, tray: id, ...more });
const letter = { type: 'VOIRIE', subject: 'Nid-de-poule', text: 'chaussée', postcode: '98120' };

describe('Rules tried on one mail', () => {
  it('tell of each criterion whether it holds, and which rule decides', () => {
    const tried = tryRules(letter, [rule('off', {}, { enabled: false }), rule('apa', { types: ['APA'], postcodes: [{ from: '98100', to: '98149' }] }), rule('roads', { types: ['VOIRIE'] }), rule('all', {})], '2026-03-10');
    expect(tried.map(({ rule: id, place, inForce, holds, decides }) => [id, place, inForce, holds, decides])).toEqual([['off', 1, false, true, false], ['apa', 2, true, false, false], ['roads', 3, true, true, true], ['all', 4, true, true, false]]);
    expect(tried[1]?.criteria).toEqual([{ kind: 'type', wanted: 'APA', holds: false }, { kind: 'postcode', wanted: '98100-98149', holds: true, value: '98120' }]);
  });
  it('tell of groups how they are joined and which of their sets hold', () => {
    const [tried] = tryRules(letter, [rule('r', { groups: [{ how: 'any', of: [{ types: ['APA'] }, { types: ['VOIRIE'] }] }, { how: 'none', of: [{ keywords: ['chaussée'] }] }] })], '2026-03-10');
    expect(tried?.groups.map(({ how, holds, of }) => [how, holds, of.map((set) => set.map((one) => one.holds))])).toEqual([['any', true, [[false], [true]]], ['none', false, [[true]]]]);
    expect(tried?.holds).toBeFalse();
  });
});
