import { campaignWaitsFor } from './next.js';

describe('Whose turn it is with a campaign', () => {
  const still = { unsigned: 0, working: false, resting: false, certified: false };
  const turns: readonly [what: string, found: unknown, wanted: unknown][] = [
    ['nobody’s while the house works', campaignWaitsFor('draft', { ...still, working: true }), undefined],
    ['nobody’s in its days of reflection', campaignWaitsFor('cooling', { ...still, resting: true }), undefined],
    ['the archives’ once these are over', campaignWaitsFor('cooling', still), 'archives'],
    ['the heads’ until all have signed', campaignWaitsFor('approved', { ...still, unsigned: 1 }), 'head'],
    ['the archives’ once all have signed', campaignWaitsFor('approved', still), 'archives'],
    ['the archives’ until it is certified', campaignWaitsFor('executed', still), 'archives'],
    ['nobody’s once it is certified', campaignWaitsFor('executed', { ...still, certified: true }), undefined],
  ];
  for (const [what, found, wanted] of turns) it(`is ${what}`, () => expect(found).toBe(wanted));
});
