import type { ScheduleRow } from '../settings/schedule.js';
import { fieldText, scheduleFields, type ScheduleField } from './row.js';

export interface FieldChange {
  readonly field: ScheduleField | 'agreed';
  /** As text, see `fieldText`; empty where nothing was, or is, said. */
  readonly before: string;
  readonly after: string;
}

export interface ScheduleDifference {
  readonly added: readonly ScheduleRow[];
  readonly removed: readonly ScheduleRow[];
  readonly changed: readonly { readonly code: string; readonly label: string; readonly fields: readonly FieldChange[] }[];
  /** Rows that are the same in both. */
  readonly same: number;
}

/** Two versions of a schedule, row by row of the same code, in the order of the later one. */
export function compareSchedules(before: readonly ScheduleRow[], after: readonly ScheduleRow[]): ScheduleDifference {
  const was = new Map(before.map((row) => [row.code, row]));
  const is = new Set(after.map(({ code }) => code));
  const pairs = after.flatMap((row) => {
    const old = was.get(row.code);
    return old ? [{ code: row.code, label: row.label, fields: fieldChanges(old, row) }] : [];
  });
  const changed = pairs.filter(({ fields }) => fields.length);
  return { added: after.filter(({ code }) => !was.has(code)), removed: before.filter(({ code }) => !is.has(code)), changed, same: pairs.length - changed.length };
}

export function fieldChanges(before: ScheduleRow, after: ScheduleRow): readonly FieldChange[] {
  const all: FieldChange[] = scheduleFields.map((field) => ({ field, before: fieldText(before, field), after: fieldText(after, field) }));
  all.push({ field: 'agreed', before: agreementText(before), after: agreementText(after) });
  return all.filter((change) => change.before !== change.after);
}

const agreementText = ({ agreed }: ScheduleRow): string => (agreed ? [agreed.by, agreed.on, agreed.reference].join(', ') : '');
