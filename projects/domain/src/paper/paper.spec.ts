import { formatBox, isBoxCode, numberIn } from './numbers.js';
import { keepsPaperOf } from './rights.js';
import { sharesOf } from './share.js';

const person = (...groups: string[]) => ({ id: 'p', displayName: 'p', groups: groups.map((group) => `GROUP_GEC_${group}`) });

describe('Numbers on paper', () => {
  it('are the same however a hand scanner ends its line', () => {
    expect(numberIn(' a-2026-000012\t')).toBe('A-2026-000012');
    expect(numberIn('000451')).toBe('000451');
  });
  it('are read off a label of our own, which holds more than the number', () => {
    expect(numberIn('BNT1L0ABCDEFGH1A-2026-000012')).toBe('A-2026-000012');
  });
  it('of boxes are by year, and told from those of mails', () => {
    expect(formatBox(2026, 12)).toBe('B-2026-00012');
    expect(isBoxCode('B-2026-00012')).toBeTrue();
    expect(isBoxCode('A-2026-000012')).toBeFalse();
  });
});

describe('The paper of a service', () => {
  it('is kept by the mail room for all, and by a secretary for their own service', () => {
    expect(keepsPaperOf(person('COURRIER'), 'RH')).toBeTrue();
    expect(keepsPaperOf(person('COURRIER'), undefined)).toBeTrue();
    expect(keepsPaperOf(person('S_RH', 'S_RH__SECRETARIAT'), 'RH')).toBeTrue();
  });
  it('is not kept by agents, heads, secretaries of others, administrators or archivists', () => {
    for (const other of [person('S_RH'), person('S_RH', 'S_RH__RESPONSABLE'), person('S_ROUTES', 'S_ROUTES__SECRETARIAT'), person('ADMIN'), person('ARCHIVES'), person('DPO'), person()]) expect(keepsPaperOf(other, 'RH')).withContext(other.groups.join()).toBeFalse();
    expect(keepsPaperOf(person('S_RH', 'S_RH__SECRETARIAT'), undefined)).toBeFalse();
  });
});

describe('The share of what is not scanned', () => {
  it('is of all that came in', () => {
    expect(sharesOf([{ kind: 'PLI_MEDICAL', count: 3 }], 12)).toEqual([{ kind: 'PLI_MEDICAL', count: 3, share: 0.25 }]);
  });
  it('is nothing in a month without mail', () => {
    expect(sharesOf([{ kind: 'PLI_MEDICAL', count: 0 }], 0)[0]?.share).toBe(0);
  });
});
