import { rangesIn, rangesText, valueOf, withValue, wordsIn } from './column.js';
import { tables } from './tables.js';

describe('A settings table', () => {
  const rules = tables.find(({ kind }) => kind === 'rules');
  const column = (name: string) => rules?.columns.find((each) => each.name === name);

  it('reads ranges of postcodes as people write them', () => {
    expect(rangesIn('34000-34099, 34110')).toEqual([{ from: '34000', to: '34099' }, { from: '34110', to: '34110' }]);
    expect(rangesText(rangesIn('34000 - 34099,34110'))).toBe('34000-34099, 34110');
  });

  it('drops empty words', () => {
    expect(wordsIn(' RSA, , aide sociale ')).toEqual(['RSA', 'aide sociale']);
  });

  it('leaves out a condition that was emptied, so that the rule no longer asks for it', () => {
    const row = { id: 'r', when: { types: ['A'], postcodes: [{ from: '34000', to: '34099' }] } };
    const postcodes = column('postcodes');
    if (!postcodes) return fail('rules have no column of postcodes');
    expect(valueOf(postcodes, row)).toBe('34000-34099');
    expect(withValue(postcodes, row, '')).toEqual({ id: 'r', when: { types: ['A'] } });
  });

  it('leaves out a cell that was emptied', () => {
    expect(withValue({ name: 'site', kind: 'text' }, { code: 'A', site: 'Nord' }, '')).toEqual({ code: 'A' });
  });
});
