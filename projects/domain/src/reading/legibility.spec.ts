import { languageOf } from './language.js';
import { legibilityOf, looksLikeWord } from './legibility.js';

const words = (text: string, confidence = 90) => text.split(/\s+/).map((word) => ({ text: word, confidence }));

const letter = 'Madame, Monsieur, je vous adresse par la présente une demande de carte de stationnement pour mon père, âgé de quatre-vingts ans, dont la mobilité est très réduite. Vous trouverez ci-joint la copie de sa pièce d’identité n° 12AB34567, délivrée le 12/03/2019. Tél. : 03 20 12 34 56.';

describe('What a page’s reading is worth', () => {
  it('is what the recogniser says of a letter', () => {
    expect(legibilityOf(words(letter))).toEqual({ confidence: 90, language: 'fra', doubts: [] });
  });

  it('is little when a recogniser that is sure of itself has read speckles', () => {
    const speckles = '.: ‘~ |; rn_ ii ¢ .\' ,, ~- Hl1| ;:. vwx ||| \'.` ’\' -_ zrtp I|I ..: ~~ gj°° ;; lll, bcdf'.repeat(4);
    const { confidence, doubts } = legibilityOf(words(speckles, 87));
    expect(confidence).toBeLessThan(60);
    expect(doubts).toContain('noWords');
  });

  it('is doubtful where the recogniser doubts, though it gave words', () => {
    expect(legibilityOf(words(letter, 40)).doubts).toEqual(['uncertain']);
  });

  it('is doubtful when many words make no sentence of any language', () => {
    const rows = Array.from({ length: 30 }, (_, index) => `Marolin Tepasu Vogade${index % 3 ? '' : ' Rituba'}`).join(' ');
    expect(legibilityOf(words(rows)).doubts).toEqual(['noSentences']);
  });

  it('doubts no list, no form and no number, for want of sentences alone', () => {
    expect(legibilityOf(words('NOM Lefebvre PRÉNOM Jeanne DATE 12/03/2026 MONTANT 1 250,00 € RÉFÉRENCE A-2026-000123')).doubts).toEqual([]);
  });

  it('is nothing, and no doubt either, of a page that says nothing', () => {
    expect(legibilityOf([])).toEqual({ confidence: 0, doubts: [] });
  });
});

describe('What looks like a word', () => {
  for (const token of ['Dunkerque,', 'l’attention', "d'identité.", 'quatre-vingts', '59140', '12/03/2026', 'A-2026-000123', 'SNCF', 'à', '«', 'M.', 'mairie@valmorin.fr', '1er', 'Mme', 'Saint-Omer', 'œuvre', '20°']) {
    it(`does: ${token}`, () => expect(looksLikeWord(token)).toBeTrue());
  }
  for (const token of ['|||', 'rn_|', 'xzrtp', 'aBcDe', '~~', 'iiiii', 'q|e']) {
    it(`doesn’t: ${token}`, () => expect(looksLikeWord(token)).toBeFalse());
  }
});

describe('The language of a page', () => {
  const pages: readonly (readonly [string, string])[] = [
    ['fra', letter],
    ['eng', 'Dear Sir or Madam, I am writing to you about the decision that was made by your office on the second of March, and I would be grateful for a copy of it.'],
    ['deu', 'Sehr geehrte Damen und Herren, ich bitte Sie um eine Kopie der Akte, die bei Ihnen über mich geführt wird, und danke Ihnen für die Mühe.'],
    ['spa', 'Estimada señora, le escribo para pedir una copia del expediente que está en su oficina desde el mes de marzo, con los documentos que usted tiene.'],
  ];
  for (const [language, text] of pages) it(`is told by its small words: ${language}`, () => expect(languageOf(text)).toBe(language as never));

  it('is not guessed from a few words, nor from names and numbers', () => {
    expect(languageOf('le 12 mars')).toBeUndefined();
    expect(languageOf('Dupont 12345 Lefebvre 67890 Martin')).toBeUndefined();
  });
});
