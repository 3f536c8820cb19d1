import { countPlan, pagesOfPlan, type BatchPlan } from '@bannette/domain';
import { noCodes } from '../codes/page-codes.js';
import { addToPlan, openHints, planPages, type FoundPage } from './plan-pages.js';

let minted = 0;
const mint = (): string => `id-${++minted}`;

/** Pages of a file: `L` of a letter, `-` blank, `N` a separator, `S` one of the service ROUTES. */
function run(file: string, kinds: string): FoundPage[] {
  return [...kinds].map((kind, index) => ({
    file,
    number: index + 1,
    facts: { blank: kind === '-', codes: kind === 'N' ? { sheets: [{ kind: 'newLetter' as const, value: '' }], foreign: false } : kind === 'S' ? { sheets: [{ kind: 'service' as const, value: 'ROUTES' }], foreign: false } : noCodes },
  }));
}
const plan = (pages: readonly FoundPage[], options: Partial<Parameters<typeof planPages>[1]> = {}): BatchPlan => planPages(pages, { keepBlankPages: false, ...options }, mint);
const told = ({ envelopes, aside }: BatchPlan): string =>
  [envelopes.map(({ documents, sheet }) => documents.map(({ pages }) => pages.map(({ file, number }) => `${file}${number}`).join(',')).join('+') + (sheet?.service ? `@${sheet.service}` : '')).join(' | '), aside.map(({ file, number, why }) => `${file}${number}${why[0]}`).join(' ')].filter(Boolean).join(' ; ');

describe('The plan of what was scanned', () => {
  it('parts at sheets, keeps blank pages and sheets aside, and says what sheets say', () => {
    expect(told(plan(run('a', 'SL-LNL')))).toBe('a2,a4@ROUTES | a6 ; a1s a3b a5s');
    expect(told(plan(run('a', 'LL')))).toBe('a1,a2');
    expect(told(plan(run('a', 'SL-LNL'), { whole: true }))).withContext('what can’t be taken apart').toBe('a1,a2,a3,a4,a5,a6');
    expect(told(plan([]))).toBe('');
  });

  it('goes over several files where they are one run of pages', () => {
    expect(told(plan([...run('a', 'NL'), ...run('b', 'L'), ...run('c', 'NL')]))).toBe('a2,b1 | c2 ; a1s c1s');
  });

  it('begins documents where the scanner’s software says so, and at sheets within them', () => {
    const declared = [{ first: 2, last: 3, service: 'ROUTES' }, { first: 5 }];
    expect(told(plan(run('a', 'NLLNLLNL'), { declared }))).toBe('a2,a3@ROUTES | a5,a6 | a8 ; a1s a4s a7s');
    expect(told(plan(run('a', 'LLLL'), { declared: [{ first: 2, last: 2 }] }))).withContext('what was not declared is a letter too').toBe('a1 | a2 | a3,a4');
    expect(told(plan(run('a', 'LL'), { declared: [{ first: 7 }] }))).withContext('beyond its end').toBe('a1,a2');
  });

  it('takes files in the order in which they came, whenever each was read', () => {
    const [a, b, c] = [plan(run('a', 'L')), plan(run('b', 'NLNL')), plan(run('c', 'L'))];
    const order = ['a', 'b', 'c'];
    const grown = [c, a, b].reduce((all, found) => addToPlan(all, found, order), plan([]));
    expect(told(grown)).toBe('a1 | b2 | b4 | c1 ; b1s b3s');
    expect([countPlan(grown).pages, pagesOfPlan(grown).length]).toEqual([4, 6]);
  });

  it('puts what was handed in as one mail into one envelope, but for what a sheet begins', () => {
    const together = ['a', 'b', 'c'];
    const grown = [plan(run('b', 'SLNL')), plan(run('c', 'L')), plan(run('a', 'LL'))].reduce((all, found) => addToPlan(all, found, together, together), plan([]));
    expect(told(grown)).toBe('a1,a2+c1 | b2@ROUTES | b4 ; b1s b3s');
  });

  it('counts a page that speaks against it until a document begins there, or it is put aside', () => {
    const whole = plan(run('a', 'LLL'));
    const hinted = [{ file: 'a', number: 2 }, { file: 'a', number: 1 }];
    expect(openHints(whole, hinted)).toBe(1);
    const [envelope] = whole.envelopes;
    const [document] = envelope?.documents ?? [];
    if (!envelope || !document) throw new Error('no document');
    const split: BatchPlan = { ...whole, envelopes: [{ ...envelope, documents: [{ ...document, pages: document.pages.slice(0, 1) }, { ...document, id: 'other', pages: document.pages.slice(1) }] }] };
    expect(openHints(split, hinted)).toBe(0);
  });
});
