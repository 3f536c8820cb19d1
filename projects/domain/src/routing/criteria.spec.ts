import { ruleConditions, type RuleConditions } from '../settings/rules.js';
import { conditionsOf } from './criteria.js';
import { folded, type Routable } from './facts.js';

const letter = (about: Partial<Routable>): Routable => ({ type: 'VOIRIE', subject: 'Nid-de-poule', text: 'La chaussée est abîmée', ...about });
const reasons = (when: RuleConditions, about: Partial<Routable> = {}) => conditionsOf(ruleConditions.parse(when))(folded(letter(about)))?.map(({ kind, value, not }) => `${not ? 'not ' : ''}${kind} ${value}`);

describe('Conditions of a rule', () => {
  it('look for words in the subject, in the text, or in both', () => {
    const where = (keywordsIn?: 'subject' | 'text') => [letter({}), letter({ subject: 'Chaussée', text: '' })].map((mail) => !!reasons({ keywords: ['chaussee'], ...(keywordsIn ? { keywordsIn } : {}) }, mail));
    expect([where(), where('subject'), where('text')]).toEqual([[true, true], [false, true], [true, false]]);
  });
  it('ask for one of the words, for all of them, or for none', () => {
    const keywords = ['chaussée', 'verglas'];
    expect(reasons({ keywords })).toEqual(['keyword chaussée']);
    expect(reasons({ keywords, keywordsHow: 'all' })).toBeUndefined();
    expect(reasons({ keywords, keywordsHow: 'all' }, { subject: 'Verglas' })).toEqual(['keyword chaussée, verglas']);
    expect(reasons({ keywords, keywordsHow: 'none' })).toBeUndefined();
    expect(reasons({ keywords, keywordsHow: 'none' }, { text: '' })).toEqual(['not keyword chaussée, verglas']);
  });
  it('know a sender, who they were joined with, and the organisation that they write for', () => {
    const [one, firm, other] = ['01890000-0000-7000-8000-00000000000a', '01890000-0000-7000-8000-00000000000b', '01890000-0000-7000-8000-00000000000c'];
    expect(reasons({ senders: [firm] }, { senders: [one, firm] })).toEqual([`sender ${firm}`]);
    expect(reasons({ senders: [other] }, { senders: [one, firm] })).toBeUndefined();
    expect(reasons({ senders: [other] })).toBeUndefined();
  });
  it('take a domain with what is below it, and not what only ends alike', () => {
    const of = (senderDomain: string) => reasons({ senderDomains: ['lys.example'] }, { senderDomain });
    expect([of('lys.example'), of('mairie.lys.example'), of('fleurdelys.example')]).toEqual([['senderDomain lys.example'], ['senderDomain lys.example'], undefined]);
  });
  it('compare custom fields: a value, a part of one, filled or not, from and until', () => {
    const fields = { canton: 'Nord-Ouest', amount: 1200, signedOn: '2026-03-01', urgent: true, themes: ['EAU', 'BRUIT'], who: { name: 'Mairie de Lys' } };
    const one = (key: string, operator: 'is' | 'contains' | 'filled' | 'empty' | 'from' | 'until', ...values: string[]) => reasons({ fields: [{ key, operator, values }] }, { fields });
    expect(one('canton', 'is', 'nord-ouest')).toEqual(['field Nord-Ouest']);
    expect(one('canton', 'contains', 'OUEST')).toEqual(['field Nord-Ouest']);
    expect(one('themes', 'is', 'BRUIT')).toEqual(['field BRUIT']);
    expect(one('urgent', 'is', 'yes')).toEqual(['field yes']);
    expect(one('who', 'contains', 'lys')).toEqual(['field Mairie de Lys']);
    expect([one('amount', 'from', '200'), one('amount', 'until', '200'), one('signedOn', 'from', '2026-03-01'), one('signedOn', 'until', '2026-02-28')]).toEqual([['field 1200'], undefined, ['field 2026-03-01'], undefined]);
    expect([one('nothing', 'filled'), one('nothing', 'empty'), one('canton', 'empty')]).toEqual([undefined, ['not field '], undefined]);
  });
  it('ask how well it was read, and hold for no mail of which that is not known', () => {
    const below = { confidence: { below: 60 } };
    expect([reasons(below, { confidence: 59.9 }), reasons(below, { confidence: 60 }), reasons(below)]).toEqual([['confidence 59'], undefined, undefined]);
    expect(reasons({ confidence: { from: 60, below: 80 } }, { confidence: 60 })).toEqual(['confidence 60']);
  });
  it('take a mail of which nothing is said for normal, and for one of nobody known', () => {
    expect([reasons({ priorities: ['normal'] }), reasons({ priorities: ['urgent'] }), reasons({ beneficiaryKnown: false }), reasons({ beneficiaryKnown: true }, { beneficiaryKnown: true })]).toEqual([['priority normal'], undefined, ['beneficiary unknown'], ['beneficiary known']]);
  });
  it('join sets of criteria: any of them, all of them, none of them', () => {
    const of = [{ channels: ['email' as const] }, { types: ['VOIRIE'], keywords: ['verglas'] }];
    expect(reasons({ groups: [{ how: 'any', of }] })).toBeUndefined();
    expect(reasons({ groups: [{ how: 'any', of }] }, { text: 'verglas' })).toEqual(['type VOIRIE', 'keyword verglas']);
    expect(reasons({ groups: [{ how: 'all', of }] }, { text: 'verglas', channel: 'email' })).toEqual(['channel email', 'type VOIRIE', 'keyword verglas']);
    expect(reasons({ groups: [{ how: 'none', of }] }, { channel: 'email' })).toBeUndefined();
    expect(reasons({ types: ['VOIRIE'], groups: [{ how: 'none', of: [{ channels: ['email'] }] }] })).toEqual(['type VOIRIE', 'not channel email']);
  });
  it('hold in all groups at once', () => {
    const either = (...channels: ('email' | 'post')[]) => ({ how: 'any' as const, of: channels.map((channel) => ({ channels: [channel] })) });
    expect(reasons({ groups: [either('email', 'post'), either('email')] }, { channel: 'post' })).toBeUndefined();
    expect(reasons({ groups: [either('email', 'post'), either('email')] }, { channel: 'email' })).toEqual(['channel email', 'channel email']);
  });
  it('hold for everything when there are none', () => {
    expect(reasons({})).toEqual([]);
  });
});
