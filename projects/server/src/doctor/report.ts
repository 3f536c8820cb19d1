import { severityOf, type FindingCode } from './words/index.js';

/** What a check is about; reports are grouped by it. */
export const areas = ['alfresco', 'rights', 'records', 'database', 'work', 'machine', 'mail', 'network'] as const;
export type Area = (typeof areas)[number];

export type Severity = 'info' | 'warning' | 'error';
export type Params = { readonly [name: string]: string | number };

/** Something to be told, with what it concerns; its sentences are in `words`, its severity too. */
export interface Finding {
  readonly code: FindingCode;
  readonly params: Params;
}

/** Why a check was not run. */
export type LeftOut = 'administrator' | 'alfresco' | 'service' | 'records' | 'database';
export type Outcome = 'well' | 'warning' | 'error' | 'leftOut';

export interface CheckResult {
  readonly check: string;
  readonly area: Area;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly leftOut?: LeftOut;
}

export interface Report {
  /** UTC instant, ISO 8601. */
  readonly at: string;
  readonly checks: readonly CheckResult[];
}

export const finding = (code: FindingCode, params: Params = {}): Finding => ({ code, params });

const rank: readonly Outcome[] = ['well', 'leftOut', 'warning', 'error'];

export function outcomeOf(findings: readonly Finding[]): Outcome {
  const severities = findings.map(({ code }) => severityOf(code));
  return severities.includes('error') ? 'error' : severities.includes('warning') ? 'warning' : 'well';
}

/** The worst first; within one outcome in the order in which they were checked. */
export function worstFirst(checks: readonly CheckResult[]): readonly CheckResult[] {
  return [...checks].sort((one, other) => rank.indexOf(other.outcome) - rank.indexOf(one.outcome));
}

export function count(report: Report, severity: Severity): number {
  return report.checks.flatMap(({ findings }) => findings).filter(({ code }) => severityOf(code) === severity).length;
}

/** 0 all well, 1 warnings, 2 errors. What was left out is neither. */
export function exitCodeOf(report: Report): 0 | 1 | 2 {
  return count(report, 'error') ? 2 : count(report, 'warning') ? 1 : 0;
}

/** Which errors a report holds, so that two can be compared whatever the figures in them are: `check code subject`. */
export function errorKeys(report: Report): readonly string[] {
  return report.checks.flatMap(({ check, findings }) => findings.filter(({ code }) => severityOf(code) === 'error').map(({ code, params }) => [check, code, params.subject].filter(Boolean).join(' '))).sort();
}
