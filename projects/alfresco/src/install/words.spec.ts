import { serviceRole } from './duties.js';
import { describePlan } from './words.js';
import type { InstallStep } from './steps.js';

const nothing = { steps: [], problems: [], warnings: [] };

describe('a plan in words', () => {
  it('is told by kind, with counts', () => {
    const steps: InstallStep[] = [
      { action: 'createGroup', subject: 'GROUP_A', group: { id: 'GROUP_A', label: 'A', parents: [] } },
      { action: 'createRole', subject: 'BannetteService', role: serviceRole },
      { action: 'createGroup', subject: 'GROUP_B', group: { id: 'GROUP_B', label: 'B', parents: [] } },
    ];
    expect(describePlan({ ...nothing, steps })).toEqual(['3 changes:', '  Groups (2)', '    make GROUP_A (A)', '    make GROUP_B (B)', '  Records management (1)', '    make the role BannetteService with 18 capabilities']);
  });

  it('says of a schedule that it is a sample, and of a category that it has none', () => {
    const row = { row: { code: 'X', label: 'X', years: 1, trigger: 'CLOTURE', finalSort: 'D', source: '' }, mark: '', version: 1, name: 'X v1 – X', sample: true } as const;
    const words = describePlan({ ...nothing, steps: [{ action: 'writeSchedule', subject: row.name, row }, { action: 'createCategory', subject: row.name, row: { ...row, sample: false } }] });
    expect(words).toContain('    write the schedule of “X v1 – X”: cut off at closing, kept 1 year, destroyed after the visa only (SAMPLE, agreed by nobody)');
    expect(words).toContain('    make the category “X v1 – X”, without schedule: the archives’ agreement is not recorded');
  });

  it('says that there is nothing to do', () => expect(describePlan(nothing)).toEqual(['Nothing to change: all is in place.']));

  it('says why nothing is changed, and no step then', () => {
    const words = describePlan({ steps: [{ action: 'createSite', subject: 'rm' }], problems: [{ code: 'roleForeign', subject: 'BannettePurge' }], warnings: [{ code: 'agsMissing', subject: '' }] }).join('\n');
    expect(words).toMatch(/^Nothing is changed, because:\n {2}- the role BannettePurge/);
    expect(words).not.toContain('site');
    expect(words).toContain('no Governance Services');
  });
});
