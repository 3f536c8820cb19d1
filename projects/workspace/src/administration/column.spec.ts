import { rangesIn, rangesText, withValue, wordsIn } from './column.js';

describe('A settings table', () => {
  it('reads ranges of postcodes as people write them', () => {
    expect(rangesIn('34000-34099, 34110')).toEqual([{ from: '34000', to: '34099' }, { from: '34110', to: '34110' }]);
    expect(rangesText(rangesIn('34000 - 34099,34110'))).toBe('34000-34099, 34110');
  });

  it('drops empty words', () => {
    expect(wordsIn(' RSA, , aide sociale ')).toEqual(['RSA', 'aide sociale']);
  });

  it('leaves out a cell that was emptied', () => {
    expect(withValue({ name: 'site', kind: 'text' }, { code: 'A', site: 'Nord' }, '')).toEqual({ code: 'A' });
  });
});
