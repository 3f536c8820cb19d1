import { becauseWords } from './because.js';
import { criterionWords } from './criterion.js';

describe('A criterion of a rule', () => {
  const wording = {
    text: (key: string, params: { readonly [name: string]: string | number } = {}) => (key === 'RULES.IS' ? `${params['what']} = ${params['value']}` : key === 'RULES.EXCEPT' ? `not ${params['what']}` : key),
    label: (code: string) => `label of ${code}`,
    field: (key: string) => `field ${key}`,
  };
  it('is worded by what it looks at and the value that met it', () => {
    expect(criterionWords({ kind: 'type', value: 'TAX' }, wording)).toBe('RULES.CRITERION.type = label of TAX');
    expect(criterionWords({ kind: 'channel', value: 'email, post', not: true }, wording)).toBe('not RULES.CRITERION.channel = CHANNEL.email, CHANNEL.post');
    expect(criterionWords({ kind: 'keyword', value: 'impôt' }, wording)).toBe('RULES.CRITERION.keyword = « impôt »');
    expect(criterionWords({ kind: 'field', field: 'canton', value: 'Nord' }, wording)).toBe('field canton = Nord');
    expect(criterionWords({ kind: 'field', field: 'canton', value: '', not: true }, wording)).toBe('field canton = RULES.EMPTY');
  });
  it('names no sender by an id', () => {
    expect(criterionWords({ kind: 'sender', value: '01890000-0000-7000-8000-00000000000a' }, wording)).toBe('RULES.CRITERION.sender');
  });
  it('is part of the reason of a route, with what the rule gave', () => {
    const { key, params } = becauseWords({ code: 'route.rule', params: { rule: 'r', label: 'Impôts', place: 4 }, matched: [{ kind: 'type', value: 'TAX' }], gave: [{ kind: 'copy', value: 'DGS' }] }, { label: wording.label, day: String, unit: String, criteria: wording });
    expect([key, params['place'], params['matched'], params['gave']]).toEqual(['BECAUSE.route.ruled', 4, 'RULES.CRITERION.type = label of TAX', ' → RULES.GAVE.copy']);
  });
});
