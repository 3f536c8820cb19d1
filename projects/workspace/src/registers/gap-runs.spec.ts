import { runsOf } from './gap-runs.js';
import type { Gap } from './registers-api.js';

describe('Findings of the numbering', () => {
  const gap = (first: number, more: Partial<Gap> = {}): Gap => ({ kind: 'reserved', register: 'incoming', label: 'Arrivée', year: 2026, first, last: first, chrono: `A-${first}`, at: '2026-11-23T04:00:00Z', ...more }) as Gap;

  it('that follow one another and say the same are one line', () => {
    expect(runsOf([gap(1), gap(2), gap(3)])).toEqual([{ ...gap(1), last: 3, lastChrono: 'A-3' }]);
  });

  it('stay apart where a number lies between, or the reason, the day or the year is another', () => {
    const apart = [gap(1), gap(3), gap(4, { reason: 'Feuille perdue' }), gap(5, { at: '2026-11-24T04:00:00Z' }), gap(6, { year: 2027, at: '2026-11-24T04:00:00Z' }), gap(7, { kind: 'voided', year: 2027, at: '2026-11-24T04:00:00Z' })];
    expect(runsOf(apart)).toEqual(apart);
  });
});
