import { defaultSettings } from '../settings/default-settings.spec-support.js';
import { classify, classifyType, type Proposals } from './classify.js';
import { misread, sampleLetters, textOf } from './sample-letters.spec-support.js';

const { types } = defaultSettings();
const read = (text: string): Proposals => classify([text], types, '2026-07-01');
const share = (right: readonly boolean[]): number => right.filter(Boolean).length / right.length;

describe('reading letters', () => {
  for (const letter of sampleLetters) {
    it(`finds who wrote, when, from where and about what (${letter.file})`, () => {
      const { senderName, documentDate, receivedAt, postcode, subject } = read(textOf(letter));
      expect({ sender: senderName?.value, date: documentDate?.value, received: receivedAt?.value, postcode: postcode?.value, subject: subject?.value })
        .toEqual({ sender: letter.sender, date: letter.date, received: letter.received, postcode: letter.postcode, subject: letter.subject });
    });
  }

  it('knows the type of nine letters in ten at least, with a sample of each type', () => {
    expect(new Set(sampleLetters.map(({ type }) => type))).toEqual(new Set(types.map(({ code }) => code)));
    const wrong = sampleLetters.filter((letter) => read(textOf(letter)).type?.value !== letter.type);
    expect(share(sampleLetters.map((letter) => !wrong.includes(letter)))).withContext(wrong.map(({ file }) => file).join()).toBeGreaterThanOrEqual(0.9);
  });

  it('still knows it for nine letters in ten when one letter in thirty of those easily confused is misread', () => {
    const readings = [1, 2, 3, 4, 5].flatMap((seed) => sampleLetters.map((letter) => ({ letter, type: read(misread(textOf(letter), 30, seed)).type?.value })));
    expect(share(readings.map(({ letter, type }) => type === letter.type))).toBeGreaterThanOrEqual(0.9);
  });

  it('knows it without accents or small letters', () => {
    const bare = sampleLetters.map((letter) => read(textOf(letter).normalize('NFD').replace(/\p{M}/gu, '').toUpperCase()).type?.value === letter.type);
    expect(share(bare)).toBeGreaterThanOrEqual(0.9);
  });

  it('is sure enough of a clear invitation to let it through, and never of another letter as one', () => {
    for (const letter of sampleLetters) {
      const type = read(textOf(letter)).type;
      const through = type?.value === 'INVITATION' && type.confidence >= 0.9;
      expect(through).withContext(letter.file).toBe(letter.type === 'INVITATION');
    }
  });

  it('says which words spoke for the type', () => {
    expect(classifyType('Objet : état de la chaussée\nUn nid-de-poule sur la route départementale', types)?.because.split(', ')).toContain('nid-de-poule');
  });

  it('proposes nothing on an empty or foreign page', () => {
    expect(read('')).toEqual({ type: undefined, senderName: undefined, subject: undefined, postcode: undefined, documentDate: undefined, receivedAt: undefined });
    expect(classifyType('Lorem ipsum dolor sit amet', types)).toBeUndefined();
  });

  it('reads the type from all pages but the sender from the first', () => {
    const { type, senderName } = classify(['M. Jean Petit\n1 rue Basse\n98100 Brévelles', 'M. Paul Grand\nattestation RSA : contrat d’engagement, revenu de solidarité active'], types, '2026-07-01');
    expect([type?.value, senderName?.value]).toEqual(['RSA', 'M. Jean Petit']);
  });

  it('is less sure when two types are near', () => {
    const clear = classifyType('Le préavis de grève de la section syndicale', types)?.confidence ?? 0;
    const mixed = classifyType('Le préavis de grève de la section syndicale des transports scolaires, car scolaire', types)?.confidence ?? 0;
    expect(mixed).toBeLessThan(clear);
  });

  it('takes a long hostile text without losing time on it', () => {
    const hostile = `${'Objet '.repeat(20_000)}\n${'a-\n'.repeat(20_000)}\na-${' \n'.repeat(50_000)}\n${'REÇU LE '.repeat(5_000)}\n${'1 '.repeat(20_000)}\n${' '.repeat(50_000)}x`;
    expect(() => read(hostile)).not.toThrow();
  });
});
