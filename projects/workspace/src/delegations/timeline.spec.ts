import { barOf, firstMonday } from './timeline.js';

describe('The weeks beside delegations', () => {
  it('begin on the Monday before this week’s', () => {
    expect([firstMonday('2026-11-22'), firstMonday('2026-11-23'), firstMonday('2026-11-24')]).toEqual(['2026-11-09', '2026-11-16', '2026-11-16']);
  });

  it('show a period with both its days, cut at their edges, and one without an end to the last', () => {
    const day = 100 / 84;
    expect(barOf({ startsOn: '2026-11-09', endsOn: '2026-11-09' }, '2026-11-09')).toEqual({ left: 0, width: day, open: false });
    expect(barOf({ startsOn: '2026-01-01' }, '2026-11-09')).toEqual({ left: 0, width: 100, open: true });
    expect(barOf({ startsOn: '2026-10-01', endsOn: '2026-11-08' }, '2026-11-09')).toBeUndefined();
    expect(barOf({ startsOn: '2027-02-01' }, '2026-11-09')).toBeUndefined();
  });
});
