import { fold, holdsWord } from './text.js';

const holds = (text: string, keyword: string): boolean => holdsWord(fold(text), keyword);

describe('a keyword in a letter', () => {
  it('is found whatever its accents, capitals, ligatures and apostrophes', () => {
    expect(holds('DEPLACEMENT DU PREFET', 'préfet')).toBeTrue();
    expect(holds('Mes meilleurs vœux', 'VOEUX')).toBeTrue();
    expect(holds('l’allocation personnalisée d’autonomie', "allocation personnalisee d'autonomie")).toBeTrue();
    expect(holds('e\u0301tat civil', 'état civil')).toBeTrue();
  });
  it('is found over the end of a line', () => {
    expect(holds('fonds de solidarité\n   pour le logement', 'fonds de solidarité pour le logement')).toBeTrue();
  });
  it('is found at both ends of the text and beside punctuation', () => {
    expect([holds('RSA', 'RSA'), holds('(RSA)', 'RSA'), holds('le RSA, puis', 'rsa'), holds('Facture n° 12', 'facture n°')]).toEqual([true, true, true, true]);
  });
  it('is not found inside another word', () => {
    expect([holds('une averse', 'RSA'), holds('VERSAILLES', 'rsa'), holds('RSA2', 'RSA'), holds('étapa', 'APA')]).toEqual([false, false, false, false]);
  });
  it('is plain text, not a pattern', () => {
    expect([holds('abc', 'a.c'), holds('C++ (a.c)', 'a.c')]).toEqual([false, true]);
  });
});
