import { retentionDue } from '../retention/due.js';
import { coolingIsOver, judgeItem, type ItemNow, type NodeNow } from './judge.js';

const node = (more: Partial<NodeNow> = {}): NodeNow => ({ there: true, ghosted: false, intended: false, same: true, olderVersions: 0, next: 'retain', visaByOthers: false, ...more });
const gone = node({ ghosted: true, intended: true, next: undefined });
const item = (more: Partial<ItemNow> = {}): ItemNow => ({ today: '2026-11-22', granted: true, listedDue: '2026-11-22', due: '2026-11-22', describedAsListed: true, strangers: 0, nodes: [node(), node({ next: 'destroy' })], ...more });
const says = (more: Partial<ItemNow>): string => {
  const verdict = judgeItem(item(more));
  return verdict.do === 'destroy' ? 'destroy' : `${verdict.do} ${verdict.cause}`;
};

describe('An item of a visaed list, right before it is destroyed,', () => {
  it('is destroyed where all is as it was approved, on its due day and after', () => {
    expect(says({})).toBe('destroy');
    expect(says({ today: '2027-03-01' })).toBe('destroy');
  });

  const kept: readonly (readonly [why: string, change: Partial<ItemNow>, cause: string])[] = [
    ['its line was refused', { granted: false }, 'visaRefused'],
    ['an analysis would keep it now', { found: 'held' }, 'held'],
    ['it falls due tomorrow', { today: '2026-11-21' }, 'notDue'],
    ['it is reckoned due later than listed', { due: '2026-11-23' }, 'notDue'],
    ['it is reckoned due earlier than listed', { due: '2026-11-01' }, 'datesDiffer'],
    ['its trigger is not known any more', { due: null }, 'notDue'],
    ['a document is gone', { nodes: [node({ there: false })] }, 'goneFromAlfresco'],
    ['it is described in another way', { describedAsListed: false }, 'recordChanged'],
    ['somebody put a document beside', { strangers: 1 }, 'recordChanged'],
    ['an older version would survive', { nodes: [node({ olderVersions: 1 })] }, 'recordChanged'],
    ['AGS would do something else', { nodes: [node({ next: 'other' })] }, 'recordChanged'],
    ['it has no lifecycle', { nodes: [node({ next: undefined })] }, 'recordChanged'],
    ['somebody else gave its visa', { nodes: [node({ next: 'destroy', visaByOthers: true })] }, 'recordChanged'],
  ];
  for (const [why, change, cause] of kept) it(`is kept when ${why}`, () => expect(says(change)).toBe(`keep ${cause}`));

  it('is gone on with where its destruction was begun here', () => {
    expect(says({ nodes: [gone, node()] })).toBe('destroy');
    expect(says({ nodes: [gone, gone] })).toBe('destroy');
  });

  it('stops the campaign where bytes differ, where others destroyed it, and where half of it may not go', () => {
    expect(says({ nodes: [node(), node({ same: false })] })).toBe('stop contentAltered');
    expect(says({ found: 'held', nodes: [node({ same: false })] })).toBe('stop contentAltered');
    expect(says({ nodes: [node({ ghosted: true })] })).toBe('stop destroyedByOthers');
    expect(judgeItem(item({ found: 'held', nodes: [gone, node()] }))).toEqual({ do: 'stop', cause: 'partlyDestroyed', because: 'held' });
  });

  it('of 29 February falls due on 28 February of a common year, and not a day before', () => {
    const due = retentionDue({ trigger: 'CLOTURE', years: 5 }, { closedOn: '2024-02-29' }) ?? '';
    expect(due).toBe('2029-02-28');
    const listed = { listedDue: due, due };
    expect([says({ ...listed, today: '2029-02-27' }), says({ ...listed, today: '2029-02-28' })]).toEqual(['keep notDue', 'destroy']);
  });
});

describe('Days of reflection', () => {
  const until = new Date('2026-11-29T08:00:00Z');
  const at = (house: string, database: string): boolean => coolingIsOver(until, { house: new Date(house), database: new Date(database) });
  it('are over when both clocks say so, however far they lie apart', () => {
    expect(at('2026-11-29T08:00:00Z', '2026-11-29T08:00:01Z')).toBeTrue();
    expect(at('2026-12-29T08:00:00Z', '2026-11-29T07:59:59Z')).toBeFalse();
    expect(at('2026-11-29T07:59:59Z', '2026-12-29T08:00:00Z')).toBeFalse();
  });
});
