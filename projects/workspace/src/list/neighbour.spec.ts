import { neighbour } from './neighbour.js';

describe('After an action', () => {
  const lines = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

  it('the next mail takes the place of the one that goes', () => {
    expect(neighbour(lines, 'b')).toEqual({ id: 'c' });
  });

  it('the one before does when it was the last', () => {
    expect(neighbour(lines, 'c')).toEqual({ id: 'b' });
  });

  it('nothing does in a list of one, or for a mail that is not in it', () => {
    expect([neighbour([{ id: 'a' }], 'a'), neighbour(lines, 'x')]).toEqual([undefined, undefined]);
  });
});
