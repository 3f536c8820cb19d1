import type { Tray } from '../api/types.js';
import { grouped } from './grouped.js';

describe('The trays of the rail', () => {
  const tray = (id: string, kind: Tray['kind'], more: Partial<Tray> = {}): Tray => ({ id, kind, open: 0, late: 0, ...more });

  it('stand in the order of a working day, whatever order they come in', () => {
    expect(grouped([tray('qualification', 'qualification'), tray('copies', 'copies'), tray('late', 'late'), tray('mine', 'personal')]).own.map(({ id }) => id)).toEqual(['mine', 'late', 'copies', 'qualification']);
  });

  it('of a service stand together under its name', () => {
    const { services } = grouped([tray('z1', 'service', { service: 'Z', serviceLabel: 'Voirie' }), tray('a1', 'service', { service: 'A', serviceLabel: 'Autonomie' }), tray('z2', 'service', { service: 'Z', serviceLabel: 'Voirie' })]);
    expect(services.map(({ label, trays }) => [label, trays.map(({ id }) => id)])).toEqual([['Autonomie', ['a1']], ['Voirie', ['z1', 'z2']]]);
  });
});
