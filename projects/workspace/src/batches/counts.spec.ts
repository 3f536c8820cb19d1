import type { ScanBatch } from '../api/types.js';
import { ageOf } from './age.js';
import { countLines } from './counts.js';

describe('A batch in the list', () => {
  it('shows where what was announced and what came disagree', () => {
    const batch = { announcedEnvelopes: 12, announcedPages: 40, counts: { files: 1, pages: 38, envelopes: 12, documents: 12, aside: 2, quarantined: 0, released: 0 }, gaps: [{ counter: 'pages', announced: 40, scanned: 38 }] } as unknown as ScanBatch;
    expect(countLines(batch)).toEqual([{ counter: 'envelopes', announced: 12, scanned: 12, released: 0, gap: false }, { counter: 'pages', announced: 40, scanned: 38, gap: true }]);
  });

  it('tells its age as people would', () => {
    const now = Date.parse('2026-11-22T10:00:00Z');
    const ages = ['2026-11-22T10:00:30Z', '2026-11-22T09:59:30Z', '2026-11-22T09:01:00Z', '2026-11-21T10:00:00Z', '2026-11-20T09:00:00Z'];
    expect(ages.map((instant) => ageOf(instant, now)).map(({ unit, count }) => `${count} ${unit}`)).toEqual(['0 now', '0 now', '59 minutes', '24 hours', '2 days']);
  });
});
