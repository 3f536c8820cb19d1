import type { RuleSetting } from '../settings/rules.js';
import { serviceSetting } from '../settings/services.js';
import { destinationOf, impersonal } from './destination.js';
import type { Routable } from './facts.js';

const service = (code: string, more = {}) => serviceSetting.parse({ code, label: `Service ${code}`, kind: 'service', ...more });
const services = [service('A'), service('B', { compartments: ['ASE'] }), service('OLD', { retired: true })];
const trays = [{ id: 'a', label: 'A', service: 'A' }, { id: 'a-2', label: 'A2', service: 'A' }, { id: 'b', label: 'B', service: 'B' }, { id: 'old', label: 'Old', service: 'OLD' }];
const rule = (id: string, tray: string, more: Partial<RuleSetting> = {}): RuleSetting => ({ id, label: id, enabled: true, when: {}, tray, ...more });
const mail = (about: Partial<Routable> = {}): Routable => ({ type: 'X', subject: '', text: '', ...about });
const today = '2026-03-10';
const to = (rules: RuleSetting[], about: Partial<Routable> = {}) => destinationOf(mail(about), { rules, trays, services }, today);

describe('Where a mail goes', () => {
  it('is told with the rule, its place in the list, and each reason', () => {
    expect(to([rule('first', 'b', { when: { types: ['Y'] } }), rule('second', 'a', { when: { types: ['X'] } })])).toEqual({
      tray: 'a', service: 'A', rule: 'second', copies: [],
      because: { code: 'route.rule', params: { rule: 'second', label: 'second', place: 2 }, matched: [{ kind: 'type', value: 'X' }] },
    });
  });
  it('brings what the rule gives: copies, for whom, how pressing, how secret', () => {
    const found = to([rule('r', 'a', { copies: ['B', 'A', 'OLD'], function: 'head', priority: 'urgent', confidentiality: 2 })]);
    expect([found.copies, found.function, found.priority, found.confidentiality]).toEqual([['B'], 'head', 'urgent', 2]);
    expect(found.because.gave).toEqual([{ kind: 'function', value: 'head' }, { kind: 'copy', value: 'B' }, { kind: 'priority', value: 'urgent' }, { kind: 'confidentiality', value: '2' }]);
  });
  it('sends no copy of a secret to who has nobody cleared for it', () => {
    expect(to([rule('r', 'b', { copies: ['A'] })], { compartment: 'ASE' })).toEqual(jasmine.objectContaining({ tray: 'b', copies: [] }));
  });
  it('is the mail room’s where the service has nobody cleared', () => {
    expect(to([rule('r', 'a')], { compartment: 'ASE' })).toEqual({ copies: [], because: { code: 'route.notCleared', params: { service: 'Service A', compartment: 'ASE' } } });
  });
  it('is a fallback’s only when no other rule holds, wherever it stands', () => {
    const rules = [rule('else', 'b', { fallback: true }), rule('x', 'a', { when: { types: ['X'] } })];
    expect([to(rules).rule, to(rules, { type: 'Y' }).rule]).toEqual(['x', 'else']);
    expect(to(rules, { type: 'Y' }).because.params['place']).toBe(1);
  });
  it('is decided by rules only on the days on which they are followed', () => {
    const at = (from?: string, until?: string) => to([rule('r', 'a', { ...(from ? { from } : {}), ...(until ? { until } : {}) })]).rule;
    expect([at(today, today), at('2026-03-11'), at(undefined, '2026-03-09'), at('2026-03-01', '2026-03-31')]).toEqual(['r', undefined, undefined, 'r']);
  });
  it('is never a retired service, nor the tray that has just given it back', () => {
    const rules = [rule('old', 'old'), rule('a', 'a'), rule('b', 'b')];
    expect([to(rules).rule, to(rules, { refusedBy: 'a' }).rule]).toEqual(['a', 'b']);
  });
  it('is the service that was confirmed, whose trays a rule still tells apart', () => {
    const rules = [rule('r', 'a-2', { when: { types: ['X'] }, priority: 'urgent' })];
    expect(to(rules, { service: 'A' })).toEqual(jasmine.objectContaining({ tray: 'a-2', rule: 'r', priority: 'urgent' }));
    expect(to(rules, { service: 'B' })).toEqual({ tray: 'b', service: 'B', copies: [], because: { code: 'route.operator', params: { service: 'Service B' } } });
  });
  it('is told for good without what speaks of a person', () => {
    const { because } = to([rule('r', 'a', { when: { types: ['X'], senderDomains: ['dupont.example'], fields: [{ key: 'who', operator: 'filled', values: [] }] } })], { senderDomain: 'dupont.example', fields: { who: 'Jeanne' } });
    expect(because.matched?.map(({ value }) => value)).toEqual(['X', 'dupont.example', 'Jeanne']);
    expect(impersonal(because).matched?.map(({ kind, value }) => `${kind} ${value}`)).toEqual(['type X', 'senderDomain ', 'field ']);
  });
});
