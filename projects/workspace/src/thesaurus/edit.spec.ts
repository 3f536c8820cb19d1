import type { ThesaurusTerm } from '@bannette/domain';
import { codeFor, linesOf, movedBy, placesFor, withChange, withLabelOfNew, withNew, withoutNew, type Terms } from './edit.js';

const term = (code: string, more: Partial<ThesaurusTerm> = {}): ThesaurusTerm => ({ code, label: code.toLowerCase(), scheme: 'nature', altLabels: [], hiddenLabels: [], retired: false, ...more });
const terms: Terms = [term('A'), term('B'), term('B1', { broader: 'B' }), term('B11', { broader: 'B1', hiddenLabels: ['cerfa'] }), term('T', { scheme: 'subject' })];
const codes = (of: ReturnType<typeof linesOf>): string => of.map((line) => `${line.depth}${line.term.code}`).join(' ');

describe('Editing the thesaurus', () => {
  it('gives a new term a code like its label, that no other has', () => {
    expect(codeFor('Avis d’imposition', [])).toBe('AVIS_D_IMPOSITION');
    expect(codeFor('Été 2026', ['ETE_2026'])).toBe('ETE_2026_2');
    expect(codeFor('123', [])).toBe('TERME');
    const made = withNew(terms, 'nature', 'Bail', 'B');
    expect(made.terms.find(({ code }) => code === made.code)).toEqual(term('BAIL', { label: 'Bail', broader: 'B' }));
  });

  it('lets the code of a new term follow its label, and what names it follow too', () => {
    const { terms: renamed, code } = withLabelOfNew(terms, 'B1', 'Quittance');
    expect(code).toBe('QUITTANCE');
    expect(renamed.find((each) => each.code === 'B11')?.broader).toBe('QUITTANCE');
  });

  it('moves a term deeper under the one before it, and higher again', () => {
    const deeper = movedBy(terms, 'B', 'deeper') ?? [];
    expect(codes(linesOf(deeper, 'nature'))).toBe('0A 1B 2B1 3B11');
    expect(codes(linesOf(movedBy(deeper, 'B', 'higher') ?? [], 'nature'))).toBe(codes(linesOf(terms, 'nature')));
    expect(movedBy(terms, 'A', 'deeper')).withContext('nothing before it').toBeUndefined();
    expect(movedBy(terms, 'A', 'higher')).withContext('at the top already').toBeUndefined();
  });

  it('offers as places neither the term itself, nor what is under it, nor what is retired', () => {
    expect(codes(placesFor(withChange(terms, 'A', { retired: true }), 'B1'))).toBe('0B');
  });

  it('takes out what was never published, unless something is under it', () => {
    expect(withoutNew(terms, 'B1')).toBe(terms);
    expect(withoutNew(terms, 'B11').length).toBe(4);
  });

  it('finds by any word, with what it is under', () => {
    expect(codes(linesOf(terms, 'nature', 'CERFA'))).toBe('0B 1B1 2B11');
    expect(codes(linesOf(terms, 'subject'))).toBe('0T');
  });

  it('leaves out what is emptied', () => {
    expect(withChange(terms, 'B1', { broader: undefined }).find(({ code }) => code === 'B1')).toEqual(term('B1'));
  });
});
