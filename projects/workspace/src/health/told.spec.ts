import type { Finding, HealthCheck } from '../api/types.js';
import { countOf, groupsOf } from './told.js';

const finding = (code: string, severity: Finding['severity']): Finding => ({ code, severity, params: {} });
const check = (area: HealthCheck['area'], ...findings: Finding[]): HealthCheck => ({ check: `${area} check`, area, outcome: 'well', findings });

describe('What the state of the installation tells', () => {
  const checks = [check('database', finding('notDurable', 'error')), check('alfresco', finding('indexNone', 'warning'), finding('repositoryFound', 'info')), check('database', finding('databaseTooOld', 'error'), finding('databaseFound', 'info'))];

  it('is grouped by what it is about, one severity at a time', () => {
    expect(groupsOf(checks, 'error').map(({ area, findings }) => [area, findings.map(({ code }) => code)])).toEqual([['database', ['notDurable', 'databaseTooOld']]]);
    expect(groupsOf(checks, 'info').map(({ area }) => area)).toEqual(['database', 'alfresco']);
  });

  it('is counted', () => {
    expect([countOf(checks, 'error'), countOf(checks, 'warning'), countOf([], 'error')]).toEqual([2, 1, 0]);
  });
});
