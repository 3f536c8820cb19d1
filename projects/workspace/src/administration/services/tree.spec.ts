import type { ServiceSetting } from '@bannette/domain';
import { branches, changed, movedInTree, placedUnder, possibleParents, withParts } from './tree.js';

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
  const tree = [service('A'), service('A1', 'A'), service('A2', 'A'), service('A21', 'A2'), service('B')];
  it('is moved among its equals, into the one before it, and out of the one that it is part of', () => {
    expect(shown(movedInTree(tree, 'A2', 'up') ?? [])).toEqual(['A', '.A2', '..A21', '.A1', 'B']);
    expect(shown(movedInTree(tree, 'A2', 'deeper') ?? [])).toEqual(['A', '.A1', '..A2', '...A21', 'B']);
    expect(shown(movedInTree(tree, 'A21', 'higher') ?? [])).toEqual(['A', '.A1', '.A2', '.A21', 'B']);
    expect(shown(movedInTree(tree, 'A2', 'higher') ?? [])).toEqual(['A', '.A1', 'A2', '.A21', 'B']);
  });
  it('stays where there is nowhere to move', () => {
    expect([movedInTree(tree, 'A', 'up'), movedInTree(tree, 'B', 'down'), movedInTree(tree, 'A1', 'deeper'), movedInTree(tree, 'B', 'higher')]).toEqual([undefined, undefined, undefined, undefined]);
  });
  it('never puts a service below itself', () => {
    expect([placedUnder(tree, 'A', 'A21'), placedUnder(tree, 'A', 'A'), placedUnder(tree, 'A1', 'A')]).toEqual([undefined, undefined, undefined]);
    expect(shown(placedUnder(tree, 'B', 'A2') ?? [])).toEqual(['A', '.A1', '.A2', '..A21', '..B']);
  });
  it('adds up what its parts have', () => {
    const own = new Map([['A', 1], ['A1', 2], ['A21', 4], ['B', 8]]);
    expect(['A', 'A2', 'B'].map((code) => withParts(tree, own, code))).toEqual([7, 4, 8]);
    expect(withParts([service('X', 'Y'), service('Y', 'X')], new Map([['X', 1], ['Y', 1]]), 'X')).toBe(2);
  });
});
