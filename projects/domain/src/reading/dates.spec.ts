import { readDates } from './dates.js';

const today = '2026-07-01';
const letterDate = (text: string): string | undefined => readDates(text, today).documentDate?.value;
const stampDate = (text: string): string | undefined => readDates(text, today).receivedAt?.value;

describe('the date of a letter', () => {
  for (const [text, day] of [
    ['Brévelles, le 3 mars 2026', '2026-03-03'], ['Le 03/03/2026', '2026-03-03'], ['A Tressagne, le 1er avril 2026', '2026-04-01'], ['Fait à La Barre-aux-Oies le 14 fév. 2026', '2026-02-14'],
    ['Valmorin, le l2 ianvier 2O26', '2026-01-12'], ['Brévelles, le 5 rnars 2026', '2026-03-05'], ['le 24\naoût 2025', '2025-08-24'], ['Paris, le 15.06.2026', '2026-06-15'],
    ['Noirvault, le 30 septernbre 2025', '2025-09-30'], ['Port-Lysandre le 9 juil. 2025', '2025-07-09'],
  ] as const) {
    it(`is read from "${text.replace('\n', '⏎')}"`, () => expect(letterDate(text)).toBe(day));
  }

  it('is where letters bear it, not one that the body quotes', () => {
    expect(letterDate('Suite à votre lettre du 5 janvier 2026, notifiée le 8 janvier 2026, je réponds.\nFait à Noirvault, le 20 janvier 2026')).toBe('2026-01-20');
  });
  it('is surer where letters bear it', () => {
    const confidence = (text: string): number => readDates(text, today).documentDate?.confidence ?? 0;
    expect(confidence('Brévelles, le 3 mars 2026')).toBeGreaterThan(confidence('votre lettre du 3 mars 2026'));
  });
  it('is neither in the future, nor a decade old, nor a birthday, nor a day that does not exist', () => {
    expect([letterDate('Brévelles, le 2 juillet 2026'), letterDate('le 3 mars 2012'), letterDate('Mme D., née le 14 août 2018'), letterDate('Date de naissance : 14/08/2018'), letterDate('le 31 février 2026'), letterDate('le 12 brumaire 2026')])
      .toEqual(Array(6).fill(undefined));
  });
  it('is not a telephone number, an amount or a register number', () => {
    expect([letterDate('Tél. 02.03.04.05.06'), letterDate('n° 12/03/2026/118'), letterDate('1.02.26.03')]).toEqual([undefined, undefined, undefined]);
  });
  it('is not after the stamp that it was received under', () => {
    expect(letterDate('REÇU LE 11 MARS 2026\nRendez-vous le 20 mars 2026\nEcrit le 9 mars 2026')).toBe('2026-03-09');
  });
});

describe('the date of arrival', () => {
  for (const [text, day] of [
    ['REÇU LE\n11 MARS 2026', '2026-03-11'], ['COURRIER ARRIVÉ LE 20 JANV. 2026', '2026-01-20'], ['RECU LE 1 6 AVR. 2026', '2026-04-16'], ['REÇU LE\n- 3 FÉV. 2026', '2026-02-03'], ['REÇU LE 1O JUIN 2026', '2026-06-10'],
    ['Reçu le 02/03/2026', '2026-03-02'], ['REÇU LE\nDÉPARTEMENT DE LA LYS-ET-LOIRE\n06/03/26', '2026-03-06'], ['12 MARS 2026 - COURRIER ARRIVÉ', '2026-03-12'],
    ['M. LESTOQUOY         COURRIER ARRIVÉ\n8 impasse du Lavoir      LE 20 JANV. 2026', '2026-01-20'],
  ] as const) {
    it(`is read from the stamp "${text.replace(/\n/g, '⏎')}"`, () => expect(stampDate(text)).toBe(day));
  }

  it('is read from a stamp set askew, which lost its year to another line', () => {
    expect(stampDate('2026 Hôtel du Département\nREÇU LE 12 MAR. 1 place de la Loire-Vive\nBrévelles, le 5 mars 2026')).toBe('2026-03-12');
    expect(stampDate('V. 2025\nREÇU LE 21 NO . 1 place de la Loire-Vive\nBrévelles, le 18 novembre 2025')).toBe('2025-11-21');
    expect(stampDate('REÇU LE 20 N Hôtel du Département\nOv. 2025\nBrévelles, le 17 novembre 2025')).toBe('2025-11-20');
    // Two months begin so.
    expect(stampDate('REÇU LE 12 M 1 place\nAR. 2026\nBrévelles, le 5 mars 2026')).toBeUndefined();
    expect(stampDate('REÇU LE 3 JANV. Hôtel\nBrévelles, le 29 décembre 2025')).toBe('2026-01-03');
    expect(stampDate('REÇU LE 31 FÉV. Hôtel\nBrévelles, le 29 décembre 2025')).toBeUndefined();
  });
  it('is a date all in capitals beside the letter’s own, when the word of the stamp is lost', () => {
    expect(stampDate('1 place de la Loire-Vive\nLE 12 MAR. 2026\nBrévelles, le 5 mars 2026')).toBe('2026-03-12');
    expect(stampDate('BRÉVELLES\nLE 12 MARS 2026\nMONSIEUR')).toBeUndefined();
  });
  it('is not that of a letter which the sender received', () => {
    expect(stampDate('Suite à votre courrier reçu le 7 janvier 2026, je conteste.')).toBeUndefined();
    expect(stampDate('J’ai bien reçu le 3 mars 2026 votre refus.')).toBeUndefined();
  });
  it('is told from the date of the letter', () => {
    expect(readDates('Brévelles, le 9 mars 2026\nREÇU LE 11 MARS 2026', today)).toEqual({ documentDate: jasmine.objectContaining({ value: '2026-03-09' }), receivedAt: jasmine.objectContaining({ value: '2026-03-11' }) });
  });
});
