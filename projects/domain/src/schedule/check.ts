import type { ScheduleRow } from '../settings/schedule.js';

/**
 * What is wrong with the rows of a schedule. `empty` there is none · `duplicate` a code twice, also in other letters' case, which
 * Alfresco doesn't tell apart · `codeForm` a code that isn't letters, digits and `. _ - /` · `inUse` a type of mail, or a kind
 * registered without a scan, has a row that isn't there · `hasMails` a row with mail would vanish · `currentUseLonger` current
 * use (DUC) would outlast the whole period · `personalDataLonger` personal data would be kept after the whole period ·
 * `personalDataNone` a term for personal data that there is none of · `articleMissing` a period of secrecy without its article
 */
export const scheduleFlawCodes = ['empty', 'duplicate', 'codeForm', 'inUse', 'hasMails', 'currentUseLonger', 'personalDataLonger', 'personalDataNone', 'articleMissing'] as const;
export interface ScheduleFlaw {
  readonly code: (typeof scheduleFlawCodes)[number];
  /** Code of the row that it is about; empty when it is about all. */
  readonly row: string;
  /** Of `inUse` and `hasMails`: what needs it. */
  readonly by?: string;
}

export interface ScheduleUse {
  readonly row: string;
  /** Label of the type or kind of mail; `hasMails` where mail is filed under it. */
  readonly by: string;
  readonly mails?: boolean;
}

/** Why these rows can't be agreed or come into force; `uses` tells what refers to rows by their code. */
export function scheduleFlaws(rows: readonly ScheduleRow[], uses: readonly ScheduleUse[] = []): readonly ScheduleFlaw[] {
  const codes = new Set(rows.map(({ code }) => code));
  const folded = rows.map(({ code }) => code.toLowerCase());
  return [
    ...(rows.length ? [] : [{ code: 'empty' as const, row: '' }]),
    ...rows.filter((_, index) => folded.indexOf(folded[index] ?? '') !== index).map(({ code }) => ({ code: 'duplicate' as const, row: code })),
    ...rows.flatMap(rowFlaws),
    ...uses.filter(({ row }) => !codes.has(row)).map(({ row, by, mails }) => ({ code: mails ? ('hasMails' as const) : ('inUse' as const), row, by })),
  ];
}

/** What is wrong with a row by itself. */
export function rowFlaws(row: ScheduleRow): readonly ScheduleFlaw[] {
  const flaw = (code: ScheduleFlaw['code'], wrong: boolean): ScheduleFlaw[] => (wrong ? [{ code, row: row.code }] : []);
  return [
    ...flaw('codeForm', !/^[\p{L}\d][\p{L}\d._/-]{0,39}$/u.test(row.code)),
    ...flaw('currentUseLonger', (row.currentUseYears ?? 0) > row.years),
    ...flaw('personalDataLonger', (row.personalDataYears ?? 0) > row.years),
    ...flaw('personalDataNone', row.personalData === 'none' && row.personalDataYears !== undefined),
    ...flaw('articleMissing', (row.communicability?.years ?? 0) > 0 && !row.communicability?.article.trim()),
  ];
}
