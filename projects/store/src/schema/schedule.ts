import type { Agreement, DriftCode, ScheduleRow, ScheduleState } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';

/** A version of the retention schedule; the one in force is the published setting `schedule`. */
export interface ScheduleVersionTable {
  id: string;
  entity_id: string;
  number: number;
  state: ScheduleState;
  revision: Generated<number>;
  title: string;
  rows: JSONColumnType<readonly ScheduleRow[], string, string>;
  based_on: string | null;
  created_by: string;
  created_at: Generated<Date>;
  changed_by: string | null;
  changed_at: Date | null;
  /** Of the archives, for the rows that got one with this version. */
  agreement: JSONColumnType<Agreement | null, string | null | undefined, string | null>;
  /** Who recorded it. */
  agreed_by: string | null;
  agreed_at: Date | null;
  in_force_by: string | null;
  in_force_at: Date | null;
  superseded_at: Date | null;
  /** Version of the setting `schedule` that it was published as. */
  setting_version: number | null;
}

/** What a version would change for the mail there is, counted for its revision. */
export interface ScheduleSimulationTable {
  version_id: string;
  revision: number;
  state: 'waiting' | 'done';
  asked_by: string;
  asked_at: Generated<Date>;
  done_at: Date | null;
  result: JSONColumnType<ScheduleEffect | null, string | null | undefined, string | null>;
}

export interface ScheduleEffect {
  /** Closed mails under rows that this version changes. */
  readonly mails: number;
  /** Those that are records already, and keep what they were filed under. */
  readonly kept: number;
  readonly earlier: number;
  readonly later: number;
  /** Whose due day becomes known, or no longer is. */
  readonly known: number;
  readonly unknown: number;
  /** Not due yet, and would be at once. */
  readonly dueAtOnce: number;
  /** By row, service and years, the most mails first; as many as are kept. */
  readonly parts: readonly EffectPart[];
  readonly fates: readonly { readonly row: string; readonly before: string; readonly after: string; readonly mails: number }[];
}
export interface EffectPart {
  readonly row: string;
  readonly service: string | null;
  readonly how: 'earlier' | 'later' | 'known' | 'unknown';
  /** Years between the two due days, rounded; 0 when it is less than half a year, or one isn't known. */
  readonly years: number;
  readonly mails: number;
}

/** How the category of a row in force differs, as the service account last saw it. */
export interface ScheduleDriftTable {
  entity_id: string;
  row_code: string;
  /** `gec:id` of the category that was looked for. */
  mark: string;
  category_id: string | null;
  category_name: string | null;
  drift: JSONColumnType<readonly Drift[], string, string>;
  authority: string | null;
  steps: JSONColumnType<readonly string[], string, string>;
  checked_at: Date;
}
export interface Drift {
  readonly code: DriftCode;
  readonly params?: { readonly [name: string]: string | number };
}
export interface ScheduleComparisonTable {
  entity_id: string;
  setting_version: number;
  checked_at: Date;
  /** Why nothing could be compared. */
  problem: string | null;
  /** Categories among ours that no row of ours stands for. */
  foreign_categories: JSONColumnType<readonly { readonly id: string; readonly name: string; readonly former: boolean }[], string, string>;
}

export interface ScheduleTables {
  schedule_version: ScheduleVersionTable;
  schedule_simulation: ScheduleSimulationTable;
  schedule_drift: ScheduleDriftTable;
  schedule_comparison: ScheduleComparisonTable;
}
