import { asksMore, nothingTyped, queryOf, read, typedOf, written } from './filters.js';

describe('Criteria of a search', () => {
  it('are asked for as they were typed, and left out where nothing was', () => {
    expect(queryOf(nothingTyped)).toEqual({});
    const typed = { ...nothingTyped, text: ' pont ', services: ['ROUTES'], assignee: 'me', received: { ...nothingTyped.received, way: 'last' as const, days: 30 }, due: { ...nothingTyped.due, way: 'between' as const, until: '2026-07-01' }, field: 'commune', value: ' LYS ' };
    expect(queryOf(typed)).toEqual({ text: 'pont', services: ['ROUTES'], assignee: 'me', received: { last: 30 }, due: { until: '2026-07-01' }, fields: { commune: 'LYS' } });
  });
  it('come back from the address as they went into it', () => {
    const query = { text: 'pont', states: ['inProgress' as const], due: { next: 5 }, received: { from: '2026-01-01', until: '2026-02-01' } };
    expect(queryOf(typedOf(read(written(query)) ?? {}))).toEqual(query);
    expect([read('{'), read('[]'), read(null), read('7')]).toEqual([undefined, undefined, undefined, undefined]);
  });
  it('tell words alone from more', () => {
    expect([asksMore({ text: 'pont' }), asksMore({ text: 'pont', services: ['RH'] })]).toEqual([false, true]);
  });
});
