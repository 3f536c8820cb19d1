import type { EndorsementSetting } from '../settings/endorsement.js';
import { endorsementSetting } from '../settings/endorsement.js';
import { numberPatternFlaw, partsOf } from './pattern.js';
import { numberInCode, numberInMargin, wordsIn, type WordOnPage } from './read.js';
import { gapsIn, spanOf } from './run.js';

const imprint = '20\\d{6}-?\\d-?(?<sequence>\\d{5})';
const setting = (more: Partial<EndorsementSetting> = {}): EndorsementSetting => endorsementSetting.parse({ code: 'CHAINE_1', label: 'Chaîne 1', pattern: imprint, places: ['top', 'code'], ...more });
const word = (text: string, left = 0.1, top = 0.02, confidence = 90): WordOnPage => ({ text, confidence, box: { left, top, width: 0.1, height: 0.01 } });

describe('The pattern of a number on paper', () => {
  it('is taken when it can only fit quickly', () => {
    for (const source of [imprint, '\\d{14}', 'N[A-Z]{2}(?:\\d{3}){2}', '(?<sequence>\\d{1,8})/(?:A|B)']) expect(numberPatternFlaw(source)).withContext(source).toBeUndefined();
  });
  it('is refused when strangers’ text could keep it busy', () => {
    for (const source of ['(a+)+$', '(a|aa)+', '(\\d+)*x', 'a?b?c?d?e?f?', '(?=x)\\d', '(?<!x)\\d', '(a)\\1', '\\d{1,400}', '(?:a|b){9}', '^\\d+$', '((a|b)|c){2}']) expect(numberPatternFlaw(source)).withContext(source).toBe('patternTooFree');
  });
  it('is refused when it is none', () => {
    expect(numberPatternFlaw('(\\d')).toBe('patternSyntax');
    expect(endorsementSetting.safeParse({ code: 'A', label: 'A', pattern: '[', places: ['top'] }).success).toBeFalse();
  });
  it('ends soon on the worst text that it is tried on', () => {
    const source = '\\d+\\d+\\d+\\d+\\d+x';
    expect(numberPatternFlaw(source)).toBeUndefined();
    expect(partsOf('1'.repeat(40), source)).toBeUndefined();
  });
  it('fits the whole number, with its running part apart', () => {
    expect(partsOf('20261122-1-00042', imprint)).toEqual({ number: '20261122-1-00042', run: '20261122-1-#', sequence: 42 });
    expect(partsOf('20261122100042', imprint)).toEqual({ number: '20261122100042', run: '202611221#', sequence: 42 });
    expect(partsOf('Réf. 20261122100042', imprint)).toBeUndefined();
    expect(partsOf('n 451', 'n\\d+')).toEqual({ number: 'N451' });
  });
});

describe('The number on a page', () => {
  it('is found in the declared margin only', () => {
    const words = [word('Valmorin'), word('20261122100042'), word('20261122100099', 0.1, 0.5)];
    expect(numberInMargin('top', wordsIn('top', words), [setting()])).toEqual({ number: '20261122100042', run: '202611221#', sequence: 42, confidence: 0.9, place: 'top', pattern: 'CHAINE_1' });
    expect(numberInMargin('bottom', wordsIn('bottom', words), [setting()])).toBeUndefined();
    expect(wordsIn('left', [word('x', 0), word('y', 0.5)]).map(({ text }) => text)).toEqual(['x']);
    expect(wordsIn('right', [word('x', 0.9), word('y', 0.5)]).map(({ text }) => text)).toEqual(['x']);
  });
  it('is put together when it was torn into words', () => {
    expect(numberInMargin('top', [word('20261122'), word('-1-'), word('00042')], [setting()])?.number).toBe('20261122-1-00042');
  });
  it('is mended where a letter was read for a figure, and less believed then', () => {
    expect(numberInMargin('top', [word('2O2611221OOO42')], [setting()])).toEqual(jasmine.objectContaining({ number: '20261122100042', confidence: 0.72 }));
  });
  it('is read from a code where codes are declared', () => {
    expect(numberInCode('20261122100042', [setting()])?.place).toBe('code');
    expect(numberInCode('20261122100042', [setting({ places: ['top'] })])).toBeUndefined();
    expect(numberInCode('20261122100042', [setting({ enabled: false })])).toBeUndefined();
  });
});

describe('The run of numbers in a batch', () => {
  const pages = (...numbers: [page: number, sequence: number][]) => numbers.map(([page, sequence]) => ({ page, ...(partsOf(`202611221${String(sequence).padStart(5, '0')}`, imprint) ?? { number: '' }) }));

  it('has a gap where a sheet was swallowed', () => {
    expect(gapsIn(pages([1, 41], [2, 42], [3, 45], [4, 46]))).toEqual([{ after: 2, before: 3, first: '20261122100043', last: '20261122100044', count: 2 }]);
  });
  it('has none where a page is there whose number could not be read', () => {
    expect(gapsIn(pages([1, 41], [2, 42], [4, 44]))).toEqual([]);
  });
  it('knows of sheets that were scanned on both sides', () => {
    expect(gapsIn(pages([1, 41], [3, 42], [5, 44], [7, 45]))).toEqual([jasmine.objectContaining({ first: '20261122100043', count: 1 })]);
    expect(gapsIn(pages([1, 41], [3, 42], [7, 44], [9, 45]))).toEqual([]);
  });
  it('takes a figure misread for no gap', () => {
    expect(gapsIn(pages([1, 41], [2, 90042], [3, 43]))).toEqual([]);
  });
  it('gives a letter its first and last number', () => {
    const span = spanOf(pages([1, 42], [2, 43], [3, 44]));
    expect([span?.first.number, span?.last?.number]).toEqual(['20261122100042', '20261122100044']);
    expect(spanOf(pages([1, 42]))?.last).toBeUndefined();
    expect(spanOf([])).toBeUndefined();
  });
});
