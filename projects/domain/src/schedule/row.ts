import type { ScheduleRow } from '../settings/schedule.js';

/** What a row says, in the order in which people read it; its agreement is told apart. */
export const scheduleFields = ['label', 'years', 'currentUseYears', 'trigger', 'finalSort', 'communicability', 'personalData', 'personalDataYears', 'source'] as const satisfies readonly (keyof ScheduleRow)[];
export type ScheduleField = (typeof scheduleFields)[number];

/** One field as a plain text, empty where the row says nothing: for comparing, and for showing both sides of a change. */
export function fieldText(row: ScheduleRow, field: ScheduleField): string {
  if (field === 'communicability') return row.communicability ? `${row.communicability.years} ${row.communicability.article}`.trim() : '';
  return String(row[field] ?? '');
}

/** The row without blanks around its texts, and without what is empty. */
export function tidyRow(row: ScheduleRow): ScheduleRow {
  const { communicability, ...rest } = row;
  const kept = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Omit<ScheduleRow, 'communicability'>;
  return {
    ...kept,
    code: row.code.trim(),
    label: row.label.trim(),
    source: row.source.trim(),
    ...(communicability ? { communicability: { years: communicability.years, article: communicability.article.trim() } } : {}),
  };
}

/** The row without an agreement. */
export function withoutAgreement({ agreed: _, ...row }: ScheduleRow): ScheduleRow {
  return row;
}
