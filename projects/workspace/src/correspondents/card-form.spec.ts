import type { Card } from './correspondents-api.js';
import { bodyOf, flawOfLines, valuesOf } from './card-form.js';

describe('The form of a correspondent', () => {
  const card = { id: 'x', revision: 3, kind: 'individual', name: 'Vasseur', givenName: 'Odile', addresses: [{ lines: ['Appartement 4', '12 rue Haute'], postcode: '98310', city: 'Lys' }], emails: ['o@x.example'], phones: ['06 12 34 56 78'], consents: [{ channel: 'email', on: '2026-01-05', how: 'formulaire' }], references: [{ system: 'compta', value: 'F-1', guard: 'GROUP_GEC_S_A' }, { system: 'rh', value: 'M-2' }], positions: [], merges: [], doubles: 0, actions: [] } as unknown as Card;
  it('sends back what it was given', () => {
    expect(bodyOf(valuesOf(card))).toEqual({ kind: 'individual', name: 'Vasseur', givenName: 'Odile', siret: undefined, addresses: [{ label: undefined, lines: ['Appartement 4', '12 rue Haute'], postcode: '98310', city: 'Lys', country: undefined }], emails: ['o@x.example'], phones: ['06 12 34 56 78'], preferredChannel: undefined, consents: [{ channel: 'email', on: '2026-01-05', how: 'formulaire' }], note: undefined, references: [{ system: 'compta', value: 'F-1', guard: 'GROUP_GEC_S_A' }, { system: 'rh', value: 'M-2' }] });
  });
  it('leaves out what is empty, and what the kind has not', () => {
    const values = { ...valuesOf(undefined), name: ' Mairie ', kind: 'administration', givenName: 'X', siret: '123', emails: '\n a@b.example \n\n' };
    expect(bodyOf(values)).toEqual(jasmine.objectContaining({ name: 'Mairie', givenName: undefined, siret: '123', emails: ['a@b.example'], addresses: [] }));
  });
  it('takes four lines of thirty-eight characters, as the post does', () => {
    expect([flawOfLines('a\nb\n\nc\nd'), flawOfLines('x'.repeat(38))]).toEqual([undefined, undefined]);
    expect([flawOfLines('a\nb\nc\nd\ne')?.code, flawOfLines('x'.repeat(39))]).toEqual(['TOO_MANY_LINES', { code: 'LINE_TOO_LONG', line: 'x'.repeat(39), count: 39 }]);
  });
});
