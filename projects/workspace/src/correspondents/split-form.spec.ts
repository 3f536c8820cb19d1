import { splitBody } from './split-form.js';

describe('Parting a correspondent', () => {
  const nothing = { kind: 'company', name: ' Garage Petit ', givenName: 'X', mails: ['m'], addresses: [], emails: [], phones: [], positions: [] };
  it('leaves the card alone where only mails are moved', () => {
    expect(splitBody(nothing, 3)).toEqual({ mails: ['m'], positions: [], correspondent: { kind: 'company', name: 'Garage Petit' } });
  });
  it('names the card that was seen where something of it is taken', () => {
    expect(splitBody({ ...nothing, kind: 'individual', givenName: ' Odile ', mails: [], addresses: ['1'], positions: ['p'] }, 3)).toEqual({ mails: [], positions: ['p'], take: { revision: 3, addresses: [1], emails: [], phones: [] }, correspondent: { kind: 'individual', name: 'Garage Petit', givenName: 'Odile' } });
  });
});
