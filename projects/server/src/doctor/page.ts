import { areas, count, worstFirst, type CheckResult, type Finding, type LeftOut, type Report } from './report.js';
import { fill, severityOf, words } from './words/index.js';

const headings: { readonly [area in CheckResult['area']]: string } = {
  alfresco: 'Alfresco',
  rights: 'Accounts and rights',
  records: 'Records',
  database: 'Database',
  work: 'Work that waits',
  machine: 'This machine',
  mail: 'Mail',
  network: 'Clocks and encryption',
};

const missing: { readonly [reason in LeftOut]: string } = {
  administrator: 'needs an administrator: --user NAME --password-file FILE',
  alfresco: 'needs Alfresco',
  service: 'needs the service account',
  records: 'needs Alfresco Governance Services, spoken to at Alfresco’s own address',
  database: 'needs the database',
};

const marks = { error: 'ERROR  ', warning: 'WARNING', info: 'note   ' } as const;

/** The report as a page of text: what is wrong, the worst first, and what to do; then what is known, and what was left out. */
export function writePage(report: Report): string {
  const told = (severity: 'error' | 'warning' | 'info'): string[] => worstFirst(report.checks).flatMap((check) => check.findings.filter(({ code }) => severityOf(code) === severity).map((found) => paragraph(check, found)));
  const well = areas.map((area) => ({ area, checks: report.checks.filter((one) => one.area === area && !one.findings.length && !one.leftOut) })).filter(({ checks }) => checks.length);
  return [
    `Bannette, looked at on ${report.at.slice(0, 16).replace('T', ' ')} UTC`,
    ...told('error'),
    ...told('warning'),
    ...told('info'),
    section('All well:', well.map(({ area, checks }) => `${headings[area]}: ${checks.map(({ check }) => check).join(', ')}`)),
    section('Left out:', leftOut(report)),
    summary(report),
  ].filter(Boolean).join('\n\n');
}

function paragraph({ area }: CheckResult, { code, params }: Finding): string {
  const { severity, what, todo } = words[code];
  return [`${marks[severity]} ${headings[area]}: ${fill(what, params)}`, ...(todo ? [`        → ${fill(todo, params)}`] : [])].join('\n');
}

function leftOut(report: Report): string[] {
  const reasons = [...new Set(report.checks.flatMap(({ leftOut }) => leftOut ?? []))];
  return reasons.map((reason) => `${report.checks.filter((one) => one.leftOut === reason).map(({ check }) => check).join(', ')}: ${missing[reason]}`);
}

const section = (title: string, lines: readonly string[]): string => (lines.length ? [title, ...lines.map((line) => `  ${line}`)].join('\n') : '');

function summary(report: Report): string {
  const [errors, warnings] = [count(report, 'error'), count(report, 'warning')];
  if (!errors && !warnings) return 'All is well.';
  return `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`;
}
