import type { Person } from '../rights/roles.js';
import { mayWithRules, ruleActions } from './rights.js';

const person = (...groups: string[]): Person => ({ id: 'p', displayName: 'P', groups: groups.map((group) => `GROUP_GEC_${group}`) });
const may = (who: Person): string => ruleActions.filter((action) => mayWithRules(who, action)).join(' ');

describe('Rules of distribution', () => {
  it('are tried, simulated, corrected and published by administrators; the mail room sees what came back, and tries', () => {
    expect([may(person('ADMIN')), may(person('COURRIER')), may(person('COURRIER', 'ADMIN'))]).toEqual(['seeReturns try simulate publish correct', 'seeReturns try', 'seeReturns try simulate publish correct']);
    for (const other of [person('COURRIER__NORD'), person('S_FINANCES', 'S_FINANCES__RESPONSABLE'), person('DPO'), person('ARCHIVES'), person()]) expect(may(other)).toBe('');
  });
});
