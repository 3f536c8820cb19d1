import { OutcomeTally, type Placed } from './outcome.js';

const at = (service: string | undefined, rule?: string, ...copies: string[]): Placed => ({ ...(service ? { service, tray: service.toLowerCase() } : {}), ...(rule ? { rule } : {}), copies });

describe('What rules would have done', () => {
  it('is added up: who would have received what, each service’s load, each rule’s share', () => {
    const tally = new OutcomeTally();
    tally.add({ before: at('A', 'r1'), after: at('A', 'r1') });
    tally.add({ before: at('A', 'r1'), after: at('B', 'r2', 'A') });
    tally.add({ before: at(undefined), after: at('B', 'r2') });
    const { mails, changed, flows, loads, rules } = tally.outcome();
    expect([mails, changed]).toEqual([3, 2]);
    expect(flows).toEqual(jasmine.arrayWithExactContents([{ from: 'A', to: 'A', mails: 1 }, { from: 'A', to: 'B', mails: 1 }, { from: null, to: 'B', mails: 1 }]));
    expect(loads).toEqual([{ service: 'B', before: 0, after: 2, copiesBefore: 0, copiesAfter: 0 }, { service: 'A', before: 2, after: 1, copiesBefore: 0, copiesAfter: 1 }, { service: null, before: 1, after: 0, copiesBefore: 0, copiesAfter: 0 }]);
    expect(rules).toEqual([{ rule: 'r2', before: 0, after: 2 }, { rule: 'r1', before: 2, after: 1 }, { rule: null, before: 1, after: 0 }]);
  });
  it('is judged by who treated the mail in the end', () => {
    const tally = new OutcomeTally();
    tally.add({ before: at('A'), after: at('B'), treatedBy: 'B' });
    tally.add({ before: at('A'), after: at('B'), treatedBy: 'A' });
    tally.add({ before: at('A'), after: at('B') });
    expect(tally.outcome()).toEqual(jasmine.objectContaining({ judged: 2, rightBefore: 1, rightAfter: 1 }));
  });
  it('counts a mail as changed whose copies go to others', () => {
    const tally = new OutcomeTally();
    tally.add({ before: at('A', 'r', 'B', 'C'), after: at('A', 'r', 'C', 'B') });
    tally.add({ before: at('A', 'r', 'B'), after: at('A', 'r') });
    expect(tally.outcome().changed).toBe(1);
  });
});
