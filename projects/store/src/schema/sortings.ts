import type { ScheduleRow, SortingCause, SortingDecision, SortingRule, SortingState } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';
import type { Said } from './records.js';
import type { VisaSignature } from './visa.js';

/** A sorting of mails under one row; nothing of it changes once the archivist has agreed. */
export interface SortingTable {
  id: string;
  entity_id: string;
  year: number;
  number: number;
  chrono: string;
  title: string;
  state: SortingState;
  revision: Generated<number>;
  row_code: string;
  /** As it was when it was proposed. */
  row: JSONColumnType<ScheduleRow, string, string>;
  /** Years in which periods began; null: from the first, to the last. */
  from_year: number | null;
  to_year: number | null;
  /** None: all. */
  services: string[];
  rule: JSONColumnType<SortingRule, string, string>;
  /** The same in words, and why. */
  criterion: string;
  /** Mails of the row and the years that can't be sorted now, by cause. */
  left_out: JSONColumnType<{ readonly [cause in SortingCause]?: number }, string | undefined, string>;
  archivists: Generated<string[]>;
  created_by: string;
  created_by_name: string;
  created_at: Generated<Date>;
  proposed_by: Generated<string | null>;
  proposed_by_name: Generated<string | null>;
  proposed_at: Generated<Date | null>;
  proposed_sha512: Generated<string | null>;
  agreed_sha512: Generated<string | null>;
  agreed_by: Generated<string | null>;
  agreed_by_name: Generated<string | null>;
  agreed_on: Generated<string | null>;
  reference: Generated<string | null>;
  agreed_at: Generated<Date | null>;
  /** On paper it is somebody's who needs no account here: `agreed_by` is null, and who copied it stands beside. */
  agreed_how: Generated<'online' | 'paper' | null>;
  recorded_by: Generated<string | null>;
  recorded_by_name: Generated<string | null>;
  agreement_file: Generated<string | null>;
  agreement_signatures: JSONColumnType<readonly VisaSignature[], string | undefined, string>;
  given_back_by_name: Generated<string | null>;
  given_back_because: Generated<string | null>;
  cancelled_by_name: Generated<string | null>;
  cancelled_because: Generated<string | null>;
  cancelled_at: Generated<Date | null>;
  finished_at: Generated<Date | null>;
}

/** A mail of a sorting. */
export interface SortingItemTable {
  sorting_id: string;
  position: number;
  mail_id: string;
  /** The affair that it follows, or itself: what is decided as one. */
  unit: string;
  affair_id: string | null;
  rank: number;
  year: number;
  due: string;
  documents: number;
  bytes: number;
  /** By the rule alone. */
  picked: SortingDecision;
  proposed: SortingDecision;
  proposed_because: string | null;
  /** By the archivist, until they agree. */
  noted: Generated<SortingDecision | null>;
  noted_because: Generated<string | null>;
  decided: Generated<SortingDecision | null>;
  decided_because: Generated<string | null>;
  claims: Generated<boolean>;
  /** Since when its record is where it belongs. */
  carried_at: Generated<Date | null>;
  failure: JSONColumnType<Said | null, string | null | undefined, string | null>;
}

/** An agreement that came on paper, scanned or signed; kept for ever. */
export interface SortingFileTable {
  id: string;
  sorting_id: string;
  name: string;
  media_type: string;
  sha256: Buffer;
  bytes: Buffer;
  added_by: string;
  added_at: Generated<Date>;
}

export interface SortedColumns {
  /** The sorting that decided what becomes of it, and what. */
  sorting_id: Generated<string | null>;
  sorted: Generated<SortingDecision | null>;
}

export interface SortingTables {
  sorting: SortingTable;
  sorting_item: SortingItemTable;
  sorting_file: SortingFileTable;
}
