import { inTurn } from './run.js';

describe('Lanes of a list that hands work through', () => {
  const all = Array.from({ length: 32 }, (_, lane) => lane);

  it('are each in the turn of every hand, once, so that none is forgotten where there is one hand', () => {
    for (const hands of [1, 3, 4, 40]) for (let hand = 0; hand < hands; hand++) expect([...inTurn(all, hand, hands)].sort((a, b) => a - b)).withContext(`hand ${hand} of ${hands}`).toEqual(all);
  });

  it('are begun by each hand at its own, which are no other hand’s', () => {
    const first = [0, 1, 2, 3].map((hand) => inTurn(all, hand, 4).slice(0, 8));
    expect(first[1]).toEqual([1, 5, 9, 13, 17, 21, 25, 29]);
    expect(new Set(first.flat()).size).toBe(32);
  });

  it('are taken from others once a hand’s own are done', () => {
    expect(inTurn([2, 3, 7], 0, 4)).toEqual([2, 3, 7]);
    expect(inTurn([2, 3, 7], 3, 4)).toEqual([3, 7, 2]);
  });
});
