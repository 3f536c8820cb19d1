import type { Batch } from '../api/types.js';
import { neighbourMail } from './neighbour.js';
import { pageRanges } from './page-ranges.js';

describe('A batch as people see it', () => {
  it('has its pages written as ranges', () => {
    expect([[], [3], [2, 3, 4, 7], [1, 3, 5, 6]].map(pageRanges)).toEqual(['', '3', '2–4, 7', '1, 3, 5–6']);
  });

  it('gives a page back to the letter before it, the first pages to the first letter', () => {
    const page = (number: number, mailId?: string) => ({ number, fate: mailId ? ('document' as const) : ('blank' as const), mailId, says: [] });
    const batch = { pages: [page(1), page(2, 'a'), page(3), page(4, 'a'), page(5), page(6, 'b'), page(7)], mails: [{ id: 'b', state: 'toQualify' as const }, { id: 'a', state: 'toQualify' as const }] } as unknown as Batch;
    expect([1, 3, 5, 7].map((number) => neighbourMail(batch, number)?.id)).toEqual(['a', 'a', 'a', 'b']);
  });
});
