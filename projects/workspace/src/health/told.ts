import type { Finding, HealthCheck } from '../api/types.js';

type Severity = Finding['severity'];
export type Area = HealthCheck['area'];

/** Findings of one severity, by what they are about. */
export interface Group {
  readonly area: Area;
  readonly findings: readonly Finding[];
}

/** Keeps the order in which the API tells: the worst first. */
export function groupsOf(checks: readonly HealthCheck[], severity: Severity): readonly Group[] {
  const areas = [...new Set(checks.map(({ area }) => area))];
  return areas
    .map((area) => ({ area, findings: checks.filter((check) => check.area === area).flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity) }))
    .filter(({ findings }) => findings.length > 0);
}

export const countOf = (checks: readonly HealthCheck[], severity: Severity): number => checks.flatMap(({ findings }) => findings).filter((finding) => finding.severity === severity).length;
