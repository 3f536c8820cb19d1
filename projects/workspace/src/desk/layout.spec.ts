import type { BatchPlan } from '@bannette/domain';
import { layOut, type Row } from './layout.js';
import { documentOf, envelopeOf, file, pageKey, planOf } from '../testing/desk-samples.js';
import { between, staying, stepFrom } from './walk.js';

const choice = { columns: 3, rowHeight: 200, inPlace: false };
const numbers = ({ blocks }: Row) => blocks.map(({ segments, begins }) => `${begins ? '[' : '…'}${segments.map((segment) => `${segment.begins ? '|' : ''}${segment.cells.map(({ page, why }) => `${page.number}${why ? 'x' : ''}`).join(' ')}`).join(' ')}]`).join(' ');
const plan: BatchPlan = {
  envelopes: [envelopeOf(1, documentOf(1, 2, 3, 5), documentOf(2, 6)), envelopeOf(2, documentOf(3, 8))],
  aside: [{ file, number: 1, turn: 0, why: 'separator' }, { file, number: 4, turn: 0, why: 'blank' }, { file, number: 7, turn: 0, why: 'separator' }],
};

describe('The flow of pages', () => {
  it('has envelopes beside each other and their documents one after another, and what is aside at the end', () => {
    expect(layOut(plan, choice).rows.map(numbers)).toEqual(['[|2 3 5]', '…|6] [|8]', '[1x 4x 7x]']);
    expect(layOut(plan, { ...choice, columns: 4 }).rows.map(numbers)).toEqual(['[|2 3 5 |6]', '[|8]', '[1x 4x 7x]']);
    expect(layOut(planOf(9), { ...choice, columns: 6 }).rows.map(numbers)).withContext('one that fits in a row is not broken').toEqual(['[|1 2 |3 4]', '[|5 6 |7 8] [|9]']);
  });

  it('shows what is aside in its place: a separator before what it announces, a blank page after what it is the back of', () => {
    expect(layOut(plan, { ...choice, columns: 9, inPlace: true }).rows.map(numbers)).toEqual(['[1x |2 3 4x 5 |6] [7x |8]']);
  });

  it('counts envelopes, documents and pages as people do', () => {
    expect(layOut(plan, choice).cells.map(({ envelopeNumber, documentNumber, place }) => [envelopeNumber, documentNumber, place].join('.'))).toEqual(['1.1.1', '1.1.2', '1.1.3', '1.2.1', '2.1.1', '0.0.0', '0.0.0', '0.0.0']);
  });

  it('is walked through by arrows, across bands, in the same column', () => {
    const layout = layOut(planOf(12), { ...choice, columns: 3 });
    const go = (from: number, stroke: string): string | undefined => stepFrom(layout, pageKey(from), stroke, 2)?.split(':')[1];
    expect(layout.rows.map(numbers)).toEqual(['[|1 2 |3]', '…4] [|5 6]', '…|7 8] [|9]', '…10 |11 12]']);
    expect([go(1, 'ArrowRight'), go(4, 'ArrowRight'), go(1, 'ArrowLeft'), go(3, 'ArrowDown'), go(4, 'ArrowDown'), go(8, 'ArrowUp'), go(1, 'PageDown'), go(5, 'Home'), go(5, 'End'), go(5, 'q')]).toEqual(['2', '5', undefined, '6', '7', '5', '7', '1', '12', undefined]);
  });

  it('selects from one page to another, and finds what takes the place of pages that leave', () => {
    const layout = layOut(planOf(6), choice);
    expect(between(layout, pageKey(4), pageKey(2))).toEqual([2, 3, 4].map(pageKey));
    expect(staying(layout, pageKey(2), new Set([2, 3].map(pageKey)))).toBe(pageKey(4));
    expect(staying(layout, pageKey(6), new Set([pageKey(6)]))).toBe(pageKey(5));
  });

  it('of two thousand pages with aside ones in place holds each of them once', () => {
    const large = planOf(2000);
    const laid = layOut({ ...large, aside: Array.from({ length: 300 }, (_, index) => ({ file, number: 2001 + index, turn: 0 as const, why: 'blank' as const })) }, { ...choice, inPlace: true });
    expect(laid.cells.length).toBe(2300);
    expect(laid.at.size).toBe(2300);
  });
});
