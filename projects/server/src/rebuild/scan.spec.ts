import { Gec } from '@bannette/alfresco';
import { kindOf, mailKinds } from '@bannette/domain';
import { nodeTypeOf, type MailRow } from '@bannette/house';
import { isOurs } from './scan.js';

describe('A node of the mail library that no row tells of', () => {
  const properties = { 'gec:id': '01a20240-c8c5-747f-854e-2d5e6f290e66', 'gec:entity': 'ville' };

  it('is a mail that was lost, of whatever kind: else its number would be given again', () => {
    const rows = [{ category: 'incoming', kind: null }, { category: 'outgoing', kind: null }, { category: 'internal', kind: null }, { category: 'internal', kind: 'signature' }, { category: 'internal', kind: 'call' }] as const;
    expect(rows.map(kindOf).sort()).toEqual([...mailKinds].sort());
    const types = rows.map((row) => nodeTypeOf(row as unknown as MailRow));
    expect(types.filter((type) => !isOurs({ entityId: 'ville' }, { type, properties }))).toEqual([]);
  });

  it('is none of ours where it is of another authority, or no mail', () => {
    expect([isOurs({ entityId: 'agglo' }, { type: Gec.types.incoming, properties }), isOurs({ entityId: 'ville' }, { type: 'cm:folder', properties }), isOurs({ entityId: 'ville' }, { type: Gec.types.incoming, properties: {} })]).toEqual([false, false, false]);
  });
});
