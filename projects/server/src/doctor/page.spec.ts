import { readFileSync } from 'node:fs';
import { allChecks } from './checks/index.js';
import { writePage } from './page.js';
import { areas, errorKeys, exitCodeOf, finding, outcomeOf, type CheckResult, type Finding, type Report } from './report.js';
import { values, words } from './words/index.js';

const result = (check: string, area: CheckResult['area'], ...findings: Finding[]): CheckResult => ({ check, area, outcome: outcomeOf(findings), findings });
const report = (...checks: CheckResult[]): Report => ({ at: '2026-11-22T07:00:00.000Z', checks });

describe('The doctor’s page', () => {
  it('tells errors before warnings, warnings before notes, each with what to do, and then what was left out', () => {
    const page = writePage(report(
      result('version', 'alfresco', finding('repositoryFound', { edition: 'Community', version: '25.3.0' })),
      result('searchIndex', 'alfresco', finding('indexNone')),
      result('recordsEvents', 'records', finding('eventMissing', { subject: 'gec_visa_elimination' })),
      result('jobs', 'work'),
      { check: 'recordsRoles', area: 'records', outcome: 'leftOut', findings: [], leftOut: 'administrator' },
    ));
    expect(page.split('\n').filter((line) => /^\S/.test(line)).map((line) => line.slice(0, 50))).toEqual([
      'Bannette, looked at on 2026-11-22 07:00 UTC',
      'ERROR   Records: The retention event gec_visa_elim',
      'WARNING Alfresco: There is no search index: people',
      'note    Alfresco: Alfresco Community 25.3.0.',
      'All well:',
      'Left out:',
      '1 error, 1 warning.',
    ]);
    expect(page).toContain('recordsRoles: needs an administrator');
    expect(page).toContain('→ Run `bannette install`, then find out who removed it');
  });

  it('says so when all is well, and words values that are words', () => {
    expect(writePage(report(result('jobs', 'work')))).toContain('All is well.');
    expect(writePage(report(result('clocks', 'network', finding('clockApart', { subject: 'Alfresco', seconds: 5, direction: 'ahead' }))))).toContain('The clock of Alfresco is 5 s ahead of this machine’s.');
  });

  it('speaks of one as of one', () => {
    const told = (count: number) => writePage(report(result('jobs', 'work', finding('jobsFailed', { count, names: 'mail.mirror' }))));
    expect([told(1), told(2)]).toEqual([jasmine.stringContaining('A job has failed for good: mail.mirror.'), jasmine.stringContaining('2 jobs have failed for good: mail.mirror.')] as never);
  });

  it('ends with 0, 1 or 2', () => {
    expect([report(result('jobs', 'work')), report(result('a', 'mail', finding('mailNotConfigured'))), report(result('a', 'alfresco', finding('indexNone'))), report(result('a', 'alfresco', finding('indexNone')), result('b', 'records', finding('recordsMissing')))].map(exitCodeOf)).toEqual([0, 0, 1, 2]);
  });

  it('knows an error again whatever its figures are', () => {
    const full = (free: string) => errorKeys(report(result('disk', 'machine', finding('diskFull', { subject: '/var', path: '/var', free }))));
    expect(full('5 MiB')).toEqual(full('3 MiB'));
  });

  it('is in English what the workspace’s is', () => {
    const { HEALTH } = JSON.parse(readFileSync(new URL('../../../workspace/i18n/en.json', import.meta.url), 'utf8')) as { HEALTH: { FINDINGS: { [code: string]: { WHAT: string | { ONE: string; OTHER: string }; DO?: string } }; CHECK: object; AREA: object; VALUE: object } };
    const spelt = (text: string): string => text.replace(/\{(\w+)\}/g, '{{$1}}');
    expect(HEALTH.FINDINGS).toEqual(Object.fromEntries(Object.entries(words).map(([code, { what, todo }]) => [code, { WHAT: typeof what === 'string' ? spelt(what) : { ONE: spelt(what.one), OTHER: spelt(what.other) }, ...(todo ? { DO: spelt(todo) } : {}) }])));
    expect(Object.keys(HEALTH.CHECK).sort()).toEqual(allChecks.map(({ name }) => name).sort());
    expect([Object.keys(HEALTH.AREA), HEALTH.VALUE]).toEqual([[...areas], { ...values }]);
  });
});
