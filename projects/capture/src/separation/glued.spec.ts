import { LETTER } from '../reading/spec-support/letters.js';
import { gluedHints } from './glued.js';

const today = '2026-11-22';
const codesOn = (...pages: string[]): string[] => gluedHints(pages, today).map(({ code, page }) => `${code}@${page}`);
const second = LETTER.replaceAll('Lefebvre', 'Vasseur').replace('12 mars 2026', '3 avril 2026').replace('carte de stationnement', 'aide à domicile');
const goesOn = 'également que mon père ne peut plus monter l’escalier depuis le 3 janvier 2026, et que le certificat du 12 février 2026 le confirme.\n\nJe vous prie d’agréer, Monsieur le Président, mes salutations distinguées.\n\nJeanne Lefebvre';

describe('Two letters scanned as one', () => {
  it('show a second head with its subject, and a second date', () => {
    expect(codesOn(LETTER, second)).toEqual(['letterhead@2', 'date@2']);
    expect(gluedHints([LETTER, second], today).map(({ because }) => because)).toEqual(['Objet : demande de aide à domicile', jasmine.stringContaining('3 avril 2026') as never]);
  });

  it('show a numbering that begins again', () => {
    expect(codesOn(`${LETTER}\n\n1/2`, `${goesOn}\n\n2/2`, 'Je soussigné certifie…\n\nPage 1 sur 3')).toEqual(['numbering@3']);
  });

  it('are not suspected of a letter that goes on, whatever days it speaks of', () => {
    expect(codesOn(LETTER)).toEqual([]);
    expect(codesOn(LETTER, goesOn)).toEqual([]);
    expect(codesOn(`${LETTER}\n\n1/2`, `${goesOn}\n\n2/2`)).toEqual([]);
    expect(codesOn(LETTER, `${goesOn}\nJ’habite au 1/3 de la rue, porte 11/30.`)).toEqual([]);
  });

  it('are not suspected of the same head and date on each page', () => {
    expect(codesOn(LETTER, `Dunkerque, le 12 mars 2026\n\n${goesOn}`)).toEqual([]);
  });
});
