import type { Generated, JSONColumnType } from 'kysely';
import type { Said } from './records.js';

/** How far a hold has come. */
export interface HoldWorkColumns {
  /** Of who placed it: the same one twice places one hold. */
  key: Generated<string | null>;
  /** When all that its scope had was gone through; until then what it takes is looked up in the scope itself. */
  filled_at: Generated<Date | null>;
  fill_after: Generated<string | null>;
  /** When its node was gone from Governance Services, or empty there. */
  lifted_at: Generated<Date | null>;
  /** Why its node could not be made. */
  failure: JSONColumnType<Said | null, string | null | undefined, string | null>;
  /** Review days that were told: as coming, and as passed. */
  announced_on: Generated<string | null>;
  passed_on: Generated<string | null>;
}
export interface HoldMailWorkColumns {
  /** Not tried again before. */
  retry_at: Generated<Date | null>;
  compared_at: Generated<Date | null>;
}
/** Somebody let a mail whose processing is limited be processed all the same, until the end of a day. */
export interface ProcessingExceptionTable {
  id: string;
  mail_id: string;
  until: string;
  reason: string;
  by: string;
  by_name: string;
  at: Generated<Date>;
}

export interface HoldTables {
  processing_exception: ProcessingExceptionTable;
}
