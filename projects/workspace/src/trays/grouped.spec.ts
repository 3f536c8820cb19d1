import type { Tray } from '../api/types.js';
import { grouped } from './grouped.js';

describe('The trays of the rail', () => {
  const tray = (id: string, kind: Tray['kind'], more: Partial<Tray> = {}): Tray => ({ id, kind, open: 0, late: 0, ...more });

  it('stand in the order of a working day, whatever order they come in', () => {
    expect(grouped([tray('qualification', 'qualification'), tray('copies', 'copies'), tray('late', 'late'), tray('mine', 'personal')]).own.map(({ id }) => id)).toEqual(['mine', 'late', 'copies', 'qualification']);
  });

  it('that I put first come first, in my order; kept searches stand by themselves; rare ones show only while something is in them', () => {
    const { pinned, own, saved } = grouped([tray('routes', 'service', { pinned: true }), tray('saved:1', 'saved', { pinned: true }), tray('mine', 'personal'), tray('signals', 'signals'), tray('followed', 'followed', { open: 2 }), tray('saved:2', 'saved')]);
    expect([pinned, own, saved].map((trays) => trays.map(({ id }) => id))).toEqual([['routes', 'saved:1'], ['mine', 'followed'], ['saved:2']]);
  });

  it('of a service stand together under its name', () => {
    const { services } = grouped([tray('z1', 'service', { service: 'Z', serviceLabel: 'Voirie' }), tray('a1', 'service', { service: 'A', serviceLabel: 'Autonomie' }), tray('z2', 'service', { service: 'Z', serviceLabel: 'Voirie' })]);
    expect(services.map(({ label, trays }) => [label, trays.map(({ id }) => id)])).toEqual([['Autonomie', ['a1']], ['Voirie', ['z1', 'z2']]]);
  });
});
