import { retentionDue } from '../retention/due.js';
import { coolingIsOver, judgeItem, type ItemNow, type NodeNow } from './judge.js';

const node = (more: Partial<NodeNow> = {}): NodeNow => ({ there: true, isRecord: true, frozen: false, ghosted: false, intended: false, same: true, olderVersions: 0, next: 'retain', asOf: '2026-11-22', visaByOthers: false, ...more });
const gone = node({ ghosted: true, intended: true, next: undefined, asOf: undefined });
const item = (more: Partial<ItemNow> = {}): ItemNow => ({
  today: '2026-11-22', granted: true, eliminated: false, open: false, held: false, alerts: 0,
  record: { state: 'dated', row: { years: 5 }, due: '2026-11-22', conflict: false },
  rowNow: { years: 5, finalSort: 'D', agreed: { by: 'AD', on: '2026-01-01', reference: 'x' } },
  listedDue: '2026-11-22', reckonedDue: '2026-11-22', describedAsListed: true, strangers: 0, nodes: [node(), node({ next: 'destroy', asOf: undefined })], ...more,
});
const says = (more: Partial<ItemNow>): string => {
  const verdict = judgeItem(item(more));
  return verdict.do === 'destroy' ? 'destroy' : `${verdict.do} ${verdict.cause}`;
};
const record = { state: 'dated', row: { years: 5 }, due: '2026-11-22', conflict: false } as const;
const rowNow = { years: 5, finalSort: 'D', agreed: { by: 'AD', on: '2026-01-01', reference: 'x' } } as const;

describe('An item of a visaed list, right before it is destroyed,', () => {
  it('is destroyed where all is as it was approved, on its due day and after', () => {
    expect(says({})).toBe('destroy');
    expect(says({ today: '2027-03-01' })).toBe('destroy');
    expect(says({ rowNow: { ...rowNow, years: 3 } })).withContext('a shorter period keeps what was filed under the old one').toBe('destroy');
  });

  const kept: readonly (readonly [why: string, change: Partial<ItemNow>, cause: string])[] = [
    ['its line was refused', { granted: false }, 'otherCampaign'],
    ['a hold came meanwhile', { held: true }, 'held'],
    ['somebody holds it in Alfresco', { nodes: [node(), node({ frozen: true })] }, 'heldInAlfresco'],
    ['it was reopened', { open: true }, 'open'],
    ['its record is not dated any more', { record: { ...record, state: 'declared' } }, 'notDeclared'],
    ['it has no record', { record: undefined }, 'notDeclared'],
    ['its row is gone', { rowNow: undefined }, 'noRow'],
    ['its row has lost its agreement', { rowNow: { ...rowNow, agreed: undefined } }, 'notAgreed'],
    ['its row is now to be kept', { rowNow: { ...rowNow, finalSort: 'C' } }, 'fate'],
    ['its row is now to be sorted', { rowNow: { ...rowNow, finalSort: 'T' } }, 'fate'],
    ['its row has a longer period now', { rowNow: { ...rowNow, years: 10 } }, 'rowChanged'],
    ['it falls due tomorrow', { today: '2026-11-21' }, 'notDue'],
    ['it is reckoned due later than listed', { reckonedDue: '2026-11-23' }, 'notDue'],
    ['it is reckoned due earlier than listed', { reckonedDue: '2026-11-01' }, 'datesDiffer'],
    ['its trigger is not known any more', { reckonedDue: null }, 'notDue'],
    ['AGS says another day', { record: { ...record, conflict: true } }, 'datesDiffer'],
    ['AGS lets it be retained longer', { nodes: [node({ asOf: '2026-11-23' })] }, 'notDue'],
    ['a document is gone', { nodes: [node({ there: false })] }, 'goneFromAlfresco'],
    ['an alert is open', { alerts: 1 }, 'alertOpen'],
    ['it is described in another way', { describedAsListed: false }, 'recordChanged'],
    ['somebody put a document beside', { strangers: 1 }, 'recordChanged'],
    ['an older version would survive', { nodes: [node({ olderVersions: 1 })] }, 'recordChanged'],
    ['AGS would do something else', { nodes: [node({ next: 'other' })] }, 'recordChanged'],
    ['it has no lifecycle', { nodes: [node({ next: undefined })] }, 'recordChanged'],
    ['somebody else gave its visa', { nodes: [node({ next: 'destroy', asOf: undefined, visaByOthers: true })] }, 'recordChanged'],
    ['another campaign has it', { eliminated: true }, 'eliminated'],
  ];
  for (const [why, change, cause] of kept) it(`is kept when ${why}`, () => expect(says(change)).toBe(`keep ${cause}`));

  it('is gone on with where its destruction was begun here', () => {
    expect(says({ nodes: [gone, node()] })).toBe('destroy');
    expect(says({ nodes: [gone, gone] })).toBe('destroy');
  });

  it('stops the campaign where bytes differ, where others destroyed it, and where half of it may not go', () => {
    expect(says({ nodes: [node(), node({ same: false })] })).toBe('stop contentAltered');
    expect(says({ held: true, nodes: [node({ same: false })] })).toBe('stop contentAltered');
    expect(says({ nodes: [node({ ghosted: true })] })).toBe('stop destroyedByOthers');
    expect(judgeItem(item({ held: true, nodes: [gone, node()] }))).toEqual({ do: 'stop', cause: 'partlyDestroyed', because: 'held' });
  });

  it('of 29 February falls due on 28 February of a common year, and not a day before', () => {
    const due = retentionDue({ trigger: 'CLOTURE', years: 5 }, { closedOn: '2024-02-29' }) ?? '';
    expect(due).toBe('2029-02-28');
    const listed = { listedDue: due, reckonedDue: due, record: { ...record, due }, nodes: [node({ asOf: due })] };
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
