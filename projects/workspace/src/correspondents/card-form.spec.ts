import type { Card } from './correspondents-api.js';
import { bodyOf, valuesOf } from './card-form.js';

describe('The form of a correspondent', () => {
  const card = { id: 'x', revision: 3, kind: 'individual', name: 'Vasseur', givenName: 'Odile', addresses: [{ lines: ['Appartement 4', '12 rue Haute'], postcode: '98310', city: 'Lys' }], emails: ['o@x.example'], phones: ['06 12 34 56 78'], consents: [{ channel: 'email', on: '2026-01-05', how: 'formulaire' }], references: [{ system: 'compta', value: 'F-1' }], positions: [], merges: [], doubles: 0, actions: [] } as unknown as Card;
  it('sends back what it was given', () => {
    expect(bodyOf(valuesOf(card))).toEqual({ kind: 'individual', name: 'Vasseur', givenName: 'Odile', siret: undefined, addresses: [{ label: undefined, lines: ['Appartement 4', '12 rue Haute'], postcode: '98310', city: 'Lys', country: undefined }], emails: ['o@x.example'], phones: ['06 12 34 56 78'], preferredChannel: undefined, consents: [{ channel: 'email', on: '2026-01-05', how: 'formulaire' }], note: undefined, references: [{ system: 'compta', value: 'F-1' }] });
  });
  it('leaves out what is empty, and what the kind has not', () => {
    const values = { ...valuesOf(undefined), name: ' Mairie ', kind: 'administration', givenName: 'X', siret: '123', emails: '\n a@b.example \n\n' };
    expect(bodyOf(values)).toEqual(jasmine.objectContaining({ name: 'Mairie', givenName: undefined, siret: '123', emails: ['a@b.example'], addresses: [] }));
  });
});
