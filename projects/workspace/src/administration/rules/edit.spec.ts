import type { RuleSetting } from '@bannette/domain';
import { begun, idFor, movedTo, postcodesIn, tidied, withChange, without } from './edit.js';

const rule = (when: RuleSetting['when']): RuleSetting => ({ id: 'r', label: 'R', enabled: true, when, tray: 't' });

describe('Rules as they are edited', () => {
  it('move to another place, and nowhere beyond the list', () => {
    expect(movedTo(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect([movedTo(['a', 'b'], 0, 2), movedTo(['a', 'b'], 1, -1)]).toEqual([['a', 'b'], ['a', 'b']]);
  });
  it('are published without what asks for nothing', () => {
    const edited = rule({ ...begun({ types: ['X'] }, 'channels'), groups: [{ how: 'none', of: [begun({}, 'senders')] }, { how: 'any', of: [{ types: ['Y'] }, {}] }] });
    expect(tidied(edited).when).toEqual({ types: ['X'], groups: [{ how: 'any', of: [{ types: ['Y'] }] }] });
    expect(tidied(rule({ beneficiaryKnown: false })).when).toEqual({ beneficiaryKnown: false });
  });
  it('lose with their words where these are looked for', () => {
    expect(without({ keywords: ['a'], keywordsIn: 'subject', keywordsHow: 'none', types: ['X'] }, 'keywords')).toEqual({ types: ['X'] });
  });
  it('leave out what was emptied', () => {
    expect(withChange(rule({}), { from: '', copies: [], priority: undefined })).toEqual(rule({}));
  });
  it('have an id from their label that no other has', () => {
    expect(idFor('Impôts (62)', [])).toBe('impots-62');
    expect(idFor('Impôts', ['impots', 'impots-2'])).toBe('impots-3');
    expect(idFor('…', [])).toBe('regle');
  });
  it('take the beginning of a postcode for all that begin so', () => {
    expect(postcodesIn('1000-1299, 4000')).withContext('Belgian').toEqual([{ from: '1000', to: '1299' }, { from: '4000', to: '4000' }]);
    expect(postcodesIn('62, 59100-59199; 75011')).toEqual([{ from: '62000', to: '62999' }, { from: '59100', to: '59199' }, { from: '75011', to: '75011' }]);
  });
});
