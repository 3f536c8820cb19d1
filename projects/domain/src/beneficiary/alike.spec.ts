import { likenessOf, searchNameOf, wordsOf, type Identity } from './alike.js';

const aubert: Identity = { name: 'Aubert', firstName: 'Jeanne', birthDate: '1984-03-02', fileNumber: 'D-0042' };

describe('Beneficiaries that may be one person', () => {
  const pairs: readonly [Identity, ReturnType<typeof likenessOf>][] = [
    [{ name: 'AUBERT', firstName: 'jeanne', birthDate: '1984-03-02' }, 'sameNameAndBirth'],
    [{ name: 'Autre', fileNumber: 'd 0042' }, 'sameNumber'],
    [{ name: 'Aubert', firstName: 'Jeanne' }, 'sameName'],
    [{ name: 'Jeanne', firstName: 'Aubert' }, 'namesSwapped'],
    [{ name: 'Haubert', firstName: 'Jeane', birthDate: '1984-03-02' }, 'nearNameAndBirth'],
    [{ name: 'Haubert', firstName: 'Jeane' }, undefined],
    [{ name: 'Aubert', firstName: 'Jeanne', birthDate: '1990-03-02' }, undefined],
    [{ name: 'Aubert', firstName: 'Paul', birthDate: '1984-03-02' }, undefined],
  ];
  for (const [other, reason] of pairs) {
    it(`${JSON.stringify(other)}: ${reason ?? 'no'}`, () => {
      expect(likenessOf(aubert, other)).toBe(reason);
      expect(likenessOf(other, aubert)).toBe(reason);
    });
  }

  it('are searched by words without accents, dashes and apostrophes', () => {
    expect(searchNameOf({ name: 'D’Alès-Müller', firstName: 'Zoé' })).toBe('d ales muller zoe');
    expect(wordsOf('  ÉLODIE  o’Brien ')).toEqual(['elodie', 'o', 'brien']);
  });
});
