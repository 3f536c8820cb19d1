import { completenessOf, lackingOf, type KnownOfCorrespondent } from './lacking.js';

const nothing: KnownOfCorrespondent = { kind: 'individual', name: 'Vasseur', addresses: [], emails: [], phones: [] };
const home = { lines: ['2 rue du Port'], postcode: '98310', city: 'Port-Lysandre' };

describe('What a card lacks', () => {
  it('is told by what it is of', () => {
    expect(lackingOf(nothing)).toEqual(['givenName', 'address', 'reach']);
    expect(lackingOf({ ...nothing, kind: 'company' })).toEqual(['siret', 'address', 'email', 'phone']);
    expect(lackingOf({ ...nothing, kind: 'internal' })).toEqual([]);
  });

  it('is no first name where the name says it', () => {
    expect(['Madame Rosalie Nivernet', 'Rosalie Nivernet', 'Mme Nivernet', 'M. Nivernet', 'Martin'].map((name) => lackingOf({ ...nothing, name }).includes('givenName'))).toEqual([false, false, true, true, true]);
  });

  it('is nothing once a person can be written to and reached one way', () => {
    expect(lackingOf({ ...nothing, givenName: 'Odile', addresses: [home], phones: ['02 41 00 00 00'] })).toEqual([]);
  });

  it('is an address as long as the post could not deliver there, whichever of several can', () => {
    expect(lackingOf({ ...nothing, givenName: 'Odile', emails: ['o@lys.example'], addresses: [{ ...home, city: undefined }] })).toEqual(['address']);
    expect(lackingOf({ ...nothing, givenName: 'Odile', emails: ['o@lys.example'], addresses: [{ ...home, lines: [] }, home] })).toEqual([]);
  });

  it('is no SIRET of who writes from abroad', () => {
    expect(lackingOf({ ...nothing, kind: 'company', addresses: [{ ...home, country: 'Belgique' }], emails: ['a@b.example'], phones: ['+32 2 000 00 00'] })).toEqual([]);
  });

  it('is counted in percent', () => {
    expect([completenessOf(nothing), completenessOf({ ...nothing, givenName: 'Odile', addresses: [home] }), completenessOf({ ...nothing, kind: 'internal' })]).toEqual([0, 67, 100]);
  });
});
