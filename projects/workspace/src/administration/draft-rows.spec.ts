import { computed, signal } from '@angular/core';
import { DraftRows } from './draft-rows.js';

describe('Rows of a draft', () => {
  const published = [{ code: 'A' }, { code: 'B' }];
  const rowsOf = (): { readonly rows: DraftRows<{ code: string }>; readonly codes: () => string[] } => {
    const data = signal<readonly { code: string }[]>(published);
    return { rows: new DraftRows({ data, published: computed(() => published) }), codes: () => data().map(({ code }) => code) };
  };

  it('keeps a code that is in force, and lets a new row change one that it took by mistake', () => {
    const { rows, codes } = rowsOf();
    expect(rows.known()).toBeTrue();
    rows.add({ code: '' });
    expect([rows.at(), rows.known()]).toEqual([2, false]);
    rows.change((row) => ({ ...row, code: 'A' }));
    expect([codes(), rows.known()]).toEqual([['A', 'B', 'A'], false]);
  });

  it('looks at the last one when the last is removed', () => {
    const { rows, codes } = rowsOf();
    rows.at.set(1);
    rows.remove();
    expect([codes(), rows.at(), rows.one()]).toEqual([['A'], 0, { code: 'A' }]);
  });
});
