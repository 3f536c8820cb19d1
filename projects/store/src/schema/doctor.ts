import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** One row an authority: the last report of its installation's state. */
export interface HealthReportTable {
  entity_id: string;
  examined_at: Date;
  report: JSONColumnType<object>;
}

/** A run of the journal's verifier. The proof is the anchor, kept elsewhere; this tells only that somebody looks. */
export interface JournalVerificationTable {
  id: Generated<number>;
  verified_at: ColumnType<Date, Date | undefined, never>;
  intact: boolean;
  /** Compared with an anchor, so that a tail that was cut off would have shown. */
  anchored: boolean;
  last_seq: number;
}

/** Work that runs by the clock: when it last did, and should next. */
export interface TimedJobTable {
  entity_id: string;
  name: string;
  /** When it was first expected. */
  began_at: Date;
  /** When it last ran well. */
  ran_at: Date | null;
  /** Since it last ran well. */
  failed_at: Date | null;
  failure: string | null;
  next_at: Date;
}

export interface DoctorTables {
  health_report: HealthReportTable;
  journal_verification: JournalVerificationTable;
  timed_job: TimedJobTable;
}
