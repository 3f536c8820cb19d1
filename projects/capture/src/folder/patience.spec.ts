import { patience } from './patience.js';

describe('A file of the watched folder that can’t be taken', () => {
  const file = { size: 10, mtimeMs: 1000 };

  it('is tried again after pauses that grow, to five minutes', () => {
    const known = patience();
    const pauses: number[] = [];
    let now = 0;
    for (let tries = 1; tries <= 10; tries++) {
      expect(known.mayTry('a.pdf', file, now)).withContext(`try ${tries}`).toBeTrue();
      const { pauseMs } = known.failed('a.pdf', file, now);
      expect(known.mayTry('a.pdf', file, now + pauseMs - 1)).toBeFalse();
      pauses.push(pauseMs);
      now += pauseMs;
    }
    expect(pauses.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(pauses.at(-1)).toBe(300_000);
  });

  it('holds up no other, and is tried at once when it has changed or was put there anew', () => {
    const known = patience();
    known.failed('a.pdf', file, 0);
    expect(known.mayTry('b.pdf', file, 1)).toBeTrue();
    expect(known.mayTry('a.pdf', { ...file, size: 11 }, 1)).toBeTrue();
    known.keep(new Set(['b.pdf']));
    expect(known.mayTry('a.pdf', file, 1)).toBeTrue();
  });
});
