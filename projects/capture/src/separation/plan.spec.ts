import { noCodes } from '../codes/page-codes.js';
import type { SheetCode } from '@bannette/print';
import { separate, type PageFacts } from './plan.js';

/** `L` a letter's page, `-` a blank one, `P` a declared code of others, `N` a new letter; `S:X` `T:X` `I:X` sheets, `E:X` a label on a page. */
function pages(text: string): PageFacts[] {
  const kinds = { N: 'newLetter', S: 'service', T: 'type', I: 'identification', E: 'label' } as const;
  return text.split(' ').map((word) => {
    const sheets = word.split('+').flatMap((part): SheetCode[] => {
      const [letter = '', value = ''] = part.split(':');
      return letter in kinds ? [{ kind: kinds[letter as keyof typeof kinds], value }] : [];
    });
    return { blank: word === '-', codes: word === 'P' ? { sheets: [], foreign: true } : sheets.length ? { sheets, foreign: false } : noCodes };
  });
}

/** Documents as their pages and what a sheet said; then the fates. */
function told(text: string, options?: { keepBlankPages: boolean }): string {
  const separation = separate(pages(text), options);
  if (!separation) return 'whole';
  const documents = separation.documents.map(({ pages: own, sheet }) => `${own.join(',')}${sheet ? ` (${[sheet.service, sheet.type, sheet.mail].filter(Boolean).join(' ')}@${sheet.page})` : ''}`);
  return `${documents.join(' | ')} ; ${separation.fates.map((fate) => fate[0]).join('')}`;
}

const cases: readonly [what: string, text: string, parted: string][] = [
  ['a letter without sheets is whole', 'L L L', 'whole'],
  ['a sheet before each letter', 'N L L N L', '2,3 (@1) | 5 (@4) ; sddsd'],
  ['a sheet only between letters', 'L L N L', '1,2 | 4 (@3) ; ddsd'],
  ['sheets of services', 'S:MDPH L S:ROUTES L L', '2 (MDPH@1) | 4,5 (ROUTES@3) ; sdsdd'],
  ['a service’s sheet and a type’s speak for the same letter', 'S:MDPH T:APA L', '3 (MDPH APA@2) ; ssd'],
  ['a service holds for one letter only', 'S:MDPH L N L', '2 (MDPH@1) | 4 (@3) ; sdsd'],
  ['the later of two services that follow one another counts', 'S:MDPH S:ROUTES L', '3 (ROUTES@2) ; ssd'],
  ['two services on one page contradict each other, and only begin a letter', 'S:MDPH+S:ROUTES L', '2 (@1) ; sd'],
  ['the same code twice on its page is one', 'S:MDPH+S:MDPH L', '2 (MDPH@1) ; sd'],
  ['backs of sheets and of letters are left out when blank', 'N - L - L L N - L -', '3,5,6 (@1) | 9 (@7) ; sbdbddsbdb'],
  ['blank backs of one letter are left out too', 'L - L -', '1,3 ; dbdb'],
  ['sheets at the end, and one after the other, make no letter of nothing', 'N N L N N', '3 (@2) ; ssdss'],
  ['nothing but sheets stays whole, for somebody to see', 'N S:MDPH N', 'whole'],
  ['nothing but blank pages stays whole', '- -', 'whole'],
  ['nothing but a sheet and its back stays whole', 'N -', 'whole'],
  ['an identification sheet says to which mail what follows belongs', 'L I:A-2026-000123 L', '1 | 3 (A-2026-000123@2) ; dsd'],
  ['a label begins a letter and stays on its page', 'L E:A-1 L E:A-2', '1 | 2,3 (A-1@2) | 4 (A-2@4) ; dddd'],
  ['the same label on further pages of a letter does not part it', 'E:A-1 E:A-1 L', '1,2,3 (A-1@1) ; ddd'],
  ['a label after a sheet speaks for the same letter', 'S:MDPH E:A-1 L', '2,3 (MDPH A-1@1) ; sdd'],
  ['a label on an otherwise blank page keeps that page', 'L N E:A-1', '1 | 3 (A-1@2) ; dsd'],
  ['declared codes of others part letters', 'L P L', '1 | 3 (@2) ; dsd'],
  ['one page', 'L', 'whole'],
];

describe('A scanned file falls apart', () => {
  for (const [what, text, parted] of cases) it(what, () => expect(told(text)).toBe(parted));

  it('without leaving out blank pages where the authority keeps them', () => {
    expect(told('N - L - N L', { keepBlankPages: true })).toBe('2,3,4 (@1) | 6 (@5) ; sdddsd');
    expect(told('L - L', { keepBlankPages: true })).toBe('whole');
  });

  it('and each of its pages is in exactly one document, or left out', () => {
    for (const [, text] of cases) {
      const separation = separate(pages(text));
      if (!separation) continue;
      const kept = separation.documents.flatMap((document) => document.pages);
      expect(kept).withContext(text).toEqual([...new Set(kept)].sort((a, b) => a - b));
      expect(separation.fates.flatMap((fate, index) => (fate === 'document' ? [index + 1] : []))).withContext(text).toEqual(kept);
      expect(separation.fates.length).toBe(pages(text).length);
    }
  });
});
