import type { DocumentToDestroy } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';

/** How far a campaign is carried out. */
export interface ExecutionColumns {
  /** Items that went wrong since one went well: at `max_errors` the campaign stops by itself. */
  errors_in_row: Generated<number>;
  resumed_at: Generated<Date | null>;
  /** Merkle root over the lines of the report, hexadecimal. */
  outcome_root: Generated<string | null>;
}

/** What is about to be done to an item, and what came of it; only grows. */
export interface CampaignStepTable {
  id: Generated<number>;
  campaign_id: string;
  subject_kind: 'mail' | 'register';
  subject_id: string;
  node_id: string | null;
  step: string;
  phase: 'intent' | 'done' | 'failed';
  at: Generated<Date>;
  facts: JSONColumnType<{ readonly [name: string]: string | number | boolean }, string | undefined, never>;
}
/** A box with paper of the campaign's mails. */
export interface CampaignBoxTable {
  campaign_id: string;
  box: string;
  /** All that it holds is in the list: it goes as a whole. */
  whole: boolean;
  destroyed_on: string | null;
  contractor: string | null;
  certificate: string | null;
  recorded_by: string | null;
  recorded_at: Date | null;
}
/** What was eliminated; nothing of persons is in it. */
export interface EliminationTable {
  subject_kind: 'mail' | 'register';
  subject_id: string;
  entity_id: string;
  campaign_id: string;
  chrono: string | null;
  row: string;
  year: number | null;
  due: string;
  nodes: JSONColumnType<readonly DocumentToDestroy[], string, never>;
  manifest_sha512: string;
  visa_reference: string;
  campaign_chrono: string;
  destroyed_at: Date;
  backups_until: string;
}
