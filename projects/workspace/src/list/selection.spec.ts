import { extended, mostChosen, remaining, toggled } from './selection.js';

describe('A choice of mails', () => {
  const ids = Array.from({ length: 600 }, (_, index) => `m${index}`);
  it('takes one in, and leaves it out again', () => {
    const one = toggled(new Set(), 'm3');
    expect([[...one], [...toggled(one, 'm3')]]).toEqual([['m3'], []]);
  });
  it('extends from the last one chosen, both ways, and keeps what was chosen elsewhere', () => {
    expect([...extended(new Set(['m9', 'm2']), ids, 'm2', 'm4')].sort()).toEqual(['m2', 'm3', 'm4', 'm9']);
    expect([...extended(new Set(['m4']), ids, 'm4', 'm2')].sort()).toEqual(['m2', 'm3', 'm4']);
    expect([...extended(new Set(), ids, undefined, 'm2')]).toEqual(['m2']);
  });
  it('holds at most five hundred', () => {
    const all = extended(new Set(['m0']), ids, 'm0', 'm599');
    expect(all.size).toBe(mostChosen);
    expect(toggled(all, 'm599').size).toBe(mostChosen);
  });
  it('forgets what is no longer in the list', () => {
    expect([...remaining(new Set(['m1', 'x']), ids)]).toEqual(['m1']);
  });
});
