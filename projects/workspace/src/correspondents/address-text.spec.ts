import { addressText } from './address-text.js';

describe('An address in one line', () => {
  it('has what there is of it, town beside postcode, country last', () => {
    expect(addressText({ address: 'Appartement 4\n12 rue Haute', postcode: '98310', city: 'Lys' })).toBe('Appartement 4, 12 rue Haute, 98310 Lys');
    expect(addressText({ lines: ['Wetstraat 16'], city: 'Bruxelles', country: 'Belgique' })).toBe('Wetstraat 16, Bruxelles, Belgique');
    expect([addressText({}), addressText({ postcode: '98310' })]).toEqual(['', '98310']);
  });
});
