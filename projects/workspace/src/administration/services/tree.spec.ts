import type { ServiceSetting } from '@bannette/domain';
import { branches, changed, possibleParents } from './tree.js';

const service = (code: string, parent?: string, more: Partial<ServiceSetting> = {}): ServiceSetting => ({ code, label: code, kind: 'service', compartments: [], ...(parent ? { parent } : {}), ...more });
const shown = (services: readonly ServiceSetting[]): string[] => branches(services).map(({ service: { code }, depth }) => `${'.'.repeat(depth)}${code}`);

describe('The tree of services', () => {
  it('has each service below the one that it is part of, in the order of the settings', () => {
    expect(shown([service('A1', 'A'), service('A'), service('B'), service('A2', 'A'), service('A21', 'A2')])).toEqual(['A', '.A1', '.A2', '..A21', 'B']);
  });
  it('shows what is part of nothing that there is, and what is part of itself, so that it can be mended', () => {
    expect(shown([service('A', 'GONE'), service('B', 'C'), service('C', 'B')])).toEqual(['A', 'B', '.C']);
  });
  it('has retired services last among their equals', () => {
    expect(shown([service('A', undefined, { retired: true }), service('B'), service('C')])).toEqual(['B', 'C', 'A']);
  });
  it('lets a service move anywhere but below itself', () => {
    const services = [service('A'), service('A1', 'A'), service('A11', 'A1'), service('B'), service('R', undefined, { retired: true })];
    expect(possibleParents(services, 'A').map(({ code }) => code)).toEqual(['B']);
    expect(possibleParents(services, 'A11').map(({ code }) => code)).toEqual(['A', 'A1', 'B']);
  });
  it('leaves out what was emptied', () => {
    expect(changed(service('A', 'B', { site: 'X', mailboxes: ['a@b.example'] }), { parent: '', site: undefined, mailboxes: [] })).toEqual({ code: 'A', label: 'A', kind: 'service', compartments: [] });
  });
});
