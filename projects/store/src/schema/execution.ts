import type { Generated } from 'kysely';

/** How far a campaign is carried out. */
export interface ExecutionColumns {
  /** Items that went wrong since one went well: at `max_errors` the campaign stops by itself. */
  errors_in_row: Generated<number>;
  resumed_at: Generated<Date | null>;
  /** Merkle root over the lines of the report, hexadecimal. */
  outcome_root: Generated<string | null>;
}
