import { usualGrouping } from './vocabulary.js';

describe('what comes in one deposit', () => {
  it('is one letter a file when it came on paper or by fax', () => {
    expect((['post', 'registered', 'registered_ar', 'courier', 'fax'] as const).map(usualGrouping)).toEqual(Array(5).fill('perFile'));
  });
  it('is one mail with several documents when a citizen handed it over or sent it', () => {
    expect((['email', 'form', 'counter', 'interview', 'phone', 'portal', 'internal', 'm2m'] as const).map(usualGrouping)).toEqual(Array(8).fill('oneMail'));
  });
});
