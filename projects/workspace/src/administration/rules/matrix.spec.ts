import { matrixOf } from './matrix.js';

describe('Who would have received what', () => {
  it('has a row for each service that something leaves and a column for each that it reaches, the greatest first', () => {
    const flows = [{ from: 'A', to: 'A', mails: 90 }, { from: 'A', to: 'B', mails: 3 }, { from: 'A', to: null, mails: 5 }, { from: 'C', to: 'B', mails: 4 }, { from: 'D', to: 'D', mails: 7 }];
    expect(matrixOf(flows)).toEqual({ to: ['B', null], rows: [{ from: 'A', cells: [3, 5], stays: 90 }, { from: 'C', cells: [4, 0], stays: 0 }], untouched: 7 });
  });
  it('is empty when nothing moves', () => {
    expect(matrixOf([{ from: 'A', to: 'A', mails: 2 }])).toEqual({ to: [], rows: [], untouched: 2 });
  });
});
