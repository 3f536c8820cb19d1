import type { Person, Replaced } from '../rights/roles.js';
import { mayWithCampaign } from './rights.js';
import { headedAbove, mayStandIn, signsFor } from './signing.js';

const person = (id: string, groups: string, replaces: readonly Replaced[] = []): Person => ({ id, displayName: id, groups: groups.split(' ').map((group) => `GROUP_GEC_${group}`), replaces });
const marc = person('marc', 'S_ROUTES S_ROUTES__RESPONSABLE');
const delegation = (more: Partial<Replaced> = {}): Replaced => ({ delegation: 'd', powers: ['sign'], types: [], services: [], person: marc, ...more });

describe('Who signs for a producing service', () => {
  it('is its head, whoever else could', () => {
    expect(signsFor(marc, 'ROUTES', { above: 'ROUTES', named: 'marc' })).toEqual({ capacity: 'head' });
    expect(signsFor(person('ines', 'S_ROUTES'), 'ROUTES')).toBeUndefined();
    expect(signsFor(marc, 'ENFANCE')).toBeUndefined();
  });

  it('is a delegate of the head, in whose name they sign, where signing was delegated for that service and for mail of all types', () => {
    const ines = (more?: Partial<Replaced>) => signsFor(person('ines', 'S_ROUTES', [delegation(more)]), 'ROUTES');
    expect(ines()).toEqual({ capacity: 'delegate', onBehalfOf: 'marc' });
    expect(ines({ services: ['ROUTES'] })).toEqual({ capacity: 'delegate', onBehalfOf: 'marc' });
    for (const other of [{ powers: ['treat'] }, { services: ['ENFANCE'] }, { types: ['RECLAMATION'] }, { person: person('x', 'S_ENFANCE__RESPONSABLE') }] as const) expect(ines(other)).withContext(JSON.stringify(other)).toBeUndefined();
  });

  it('for want of a head is the head of the nearest service above that has one', () => {
    const services = [{ code: 'DGS' }, { code: 'POLE', parent: 'DGS' }, { code: 'ROUTES', parent: 'POLE' }, { code: 'SEUL' }, { code: 'A', parent: 'B' }, { code: 'B', parent: 'A' }];
    expect(headedAbove('ROUTES', services, new Set(['DGS']))).toBe('DGS');
    expect(headedAbove('ROUTES', services, new Set(['DGS', 'POLE']))).toBe('POLE');
    expect(headedAbove('ROUTES', services, new Set(['DGS', 'ROUTES']))).withContext('it has one').toBeUndefined();
    expect(headedAbove('SEUL', services, new Set(['DGS']))).toBeUndefined();
    expect(headedAbove('A', services, new Set(['DGS']))).withContext('a circle ends').toBeUndefined();
    expect(signsFor(person('bertrand', 'S_DGS__RESPONSABLE'), 'ROUTES', { above: 'DGS' })).toEqual({ capacity: 'above' });
  });

  it('is whom the records manager named, who sees the campaign as a head does', () => {
    const paul = person('paul', 'S_NORD');
    const campaign = { services: ['ROUTES'], archivists: [], state: 'approved' as const };
    expect(signsFor(paul, 'ROUTES', { named: 'paul' })).toEqual({ capacity: 'named' });
    expect(mayWithCampaign(paul, 'sign', { ...campaign, standIns: { ROUTES: { named: 'paul' } } })).toBeTrue();
    expect(mayWithCampaign(paul, 'read', { ...campaign, standIns: { ROUTES: { named: 'ines' } } })).toBeFalse();
  });

  it('and stands in for a head is nobody who had a part in the list, or who named themselves', () => {
    const list = { createdBy: 'odile', validatedBy: 'omer', approvedBy: 'bertrand', namedBy: 'olga' };
    expect(['odile', 'omer', 'bertrand', 'olga', 'paul'].map((id) => mayStandIn(id, list))).toEqual([false, false, false, false, true]);
  });
});
