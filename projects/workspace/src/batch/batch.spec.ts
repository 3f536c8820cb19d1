import { pageRanges } from './page-ranges.js';

describe('A batch as people see it', () => {
  it('has its pages written as ranges', () => {
    expect([[], [3], [2, 3, 4, 7], [1, 3, 5, 6]].map(pageRanges)).toEqual(['', '3', '2–4, 7', '1, 3, 5–6']);
  });
});
