import type { MailState, Person } from '@bannette/domain';
import { Problem } from '@bannette/http';
import { requireRight } from './access.js';
import { requireRevision } from './act.js';
import type { MailRow } from './row.js';

const person = (...groups: string[]): Person => ({ id: 'p', displayName: 'P', groups: groups.map((group) => `GROUP_GEC_${group}`) });
const mail = (state: MailState, more: Partial<MailRow> = {}): MailRow => ({ state, service: 'ENFANCE', copies: [], confidentiality: 3, compartment: 'ASE', revision: 7, ...more }) as MailRow;
const cleared = person('S_ENFANCE', 'S_ENFANCE__C_ASE');

function answer(act: () => void): string {
  try {
    act();
    return 'allowed';
  } catch (error) {
    return error instanceof Problem ? `${error.status} ${error.code}` : String(error);
  }
}

describe('A refusal', () => {
  it('gives away nothing to who may not know of the mail: it is as if there were none', () => {
    const outsider = person('S_ROUTES');
    expect(answer(() => requireRight(outsider, 'read', undefined))).toBe('404 notFound');
    for (const action of ['list', 'read', 'take', 'qualify', 'reopen'] as const) expect(answer(() => requireRight(outsider, action, mail('distributed')))).toBe('404 notFound');
  });

  it('does not tell who sees its line only what its state offers', () => {
    const uncleared = person('S_ENFANCE');
    for (const action of ['read', 'take', 'reopen', 'qualify'] as const) expect(answer(() => requireRight(uncleared, action, mail('distributed')))).toBe('403 forbidden');
  });

  it('tells who may open it that its state has moved on, or that it is another’s duty', () => {
    expect(answer(() => requireRight(cleared, 'take', mail('distributed')))).toBe('allowed');
    expect(answer(() => requireRight(cleared, 'take', mail('closed')))).toBe('409 notInState');
    expect(answer(() => requireRight(cleared, 'assign', mail('distributed')))).toBe('403 forbidden');
  });

  it('tells who saw an older state which one it is in now', () => {
    expect(answer(() => requireRevision(mail('distributed'), 7))).toBe('allowed');
    expect(answer(() => requireRevision(mail('distributed'), undefined))).toBe('allowed');
    expect(answer(() => requireRevision(mail('distributed'), 6))).toBe('409 stale');
  });
});
