import type { RuleSetting } from '../settings/rules.js';
import type { SentCase } from './common-facts.js';
import { proposeCorrections } from './correction.js';

const rule: RuleSetting = { id: 'impots', label: 'Impôts', enabled: true, when: { types: ['TAX'] }, tray: 'finances' };
const rules = [{ ...rule, id: 'before', tray: 'x', when: { types: ['Z'] } }, rule];
const trays = new Set(['finances', 'archives', 'voirie', 'x']);
let number = 0;
const sent = (count: number, about: Partial<SentCase['facts']>, more: Partial<SentCase> = {}): SentCase[] =>
  Array.from({ length: count }, () => ({ facts: { type: 'TAX', subject: '', text: '', senders: [`s${number++}`], ...about }, returned: false, open: true, ...more }));
const back = (count: number, about: Partial<SentCase['facts']>, instead: string | undefined = 'archives', more: Partial<SentCase> = {}) => sent(count, about, { returned: true, ...(instead ? { instead } : {}), ...more });
const propose = (...cases: SentCase[][]) => proposeCorrections(rules, 'impots', cases.flat(), trays);

describe('A correction of a rule', () => {
  it('is not proposed from too few mails', () => {
    expect(propose(back(4, { postcode: '62100' }), sent(100, { postcode: '59000' }))).toEqual({ items: [], none: 'tooFew' });
  });
  it('is not proposed where those that came back have nothing of their own', () => {
    expect(propose(back(6, { postcode: '59000', channel: 'post' }), sent(60, { postcode: '59000', channel: 'post' }))).toEqual({ items: [], none: 'nothingInCommon' });
    expect(propose([])).toEqual({ items: [], none: 'tooFew' });
  });
  it('is a new rule before it, where those with a fact went elsewhere of one mind; with the counts that speak for it', () => {
    const { items } = propose(back(12, { postcode: '62100' }), sent(88, { postcode: '59000' }));
    const [first] = items;
    expect(first).toEqual(jasmine.objectContaining({ kind: 'rule', fact: { kind: 'postcode', value: '62100' }, returned: 12, kept: 0, allReturned: 12, allSent: 100, tray: 'archives', went: 12, rule: 'impots-2' }));
    expect(first?.lift).toBeCloseTo(100 / 12);
    expect(first?.rules.map(({ id }) => id)).toEqual(['before', 'impots-2', 'impots']);
    expect(first?.rules[1]).toEqual(jasmine.objectContaining({ tray: 'archives', when: { types: ['TAX'], postcodes: [{ from: '62100', to: '62100' }] } }));
    expect(items.map(({ fact }) => fact?.value)).toEqual(['62100']);
  });
  it('takes a range of postcodes where they share no more', () => {
    const { items } = propose(back(4, { postcode: '62100' }), back(4, { postcode: '62300' }), sent(60, { postcode: '59000' }));
    expect(items[0]?.fact).toEqual({ kind: 'postcode', value: '62000-62999' });
  });
  it('is an exception, where they went here and there', () => {
    const { items } = propose(back(4, { channel: 'portal' }, 'archives'), back(4, { channel: 'portal' }, 'voirie'), sent(50, { channel: 'post' }));
    expect(items[0]).toEqual(jasmine.objectContaining({ kind: 'exception', fact: { kind: 'channel', value: 'portal' }, rule: 'impots' }));
    expect(items[0]?.rules.find(({ id }) => id === 'impots')?.when).toEqual({ types: ['TAX'], groups: [{ how: 'none', of: [{ channels: ['portal'] }] }] });
  });
  it('is another tray for the rule, where nearly all came back', () => {
    expect(propose(back(9, {}), sent(1, {})).items).toEqual([jasmine.objectContaining({ kind: 'redirect', tray: 'archives', went: 9, returned: 9, kept: 1, rules: [rules[0], { ...rule, tray: 'archives' }] })]);
  });
  it('finds the word that they share and the others have not', () => {
    const { items } = propose(back(8, { text: 'Taxe sur le cadastre ancien' }), sent(40, { text: 'Taxe sur le revenu' }));
    expect(items[0]).toEqual(jasmine.objectContaining({ fact: { kind: 'keyword', value: 'cadastre' }, returned: 8, kept: 0 }));
  });
  it('never takes a word of one sender, which may be a name, nor of what is secret', () => {
    expect(propose(back(8, { text: 'Madame Kerouan', senders: ['k'] }), sent(40, {})).items.map(({ fact }) => fact?.kind)).toEqual(['sender']);
    expect(propose(back(8, { text: 'cadastre' }, 'archives', { open: false }), sent(40, {}))).toEqual({ items: [], none: 'nothingInCommon' });
  });
  it('does not take what a quarter of those that stayed has, too', () => {
    expect(propose(back(6, { channel: 'email' }), sent(4, { channel: 'email' }), sent(40, { channel: 'post' })).none).toBe('nothingInCommon');
  });
  it('leads to no tray that is not there any more', () => {
    expect(propose(back(8, { channel: 'portal' }, 'gone'), sent(40, { channel: 'post' })).items[0]?.kind).toBe('exception');
  });
});
