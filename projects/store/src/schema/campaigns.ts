import type { Generated, JSONColumnType } from 'kysely';
import type { Said } from './records.js';

export type CampaignWork = 'analysis' | 'freezing';

/** What a campaign's job is at, and when its manifest was there at the latest. */
export interface CampaignWorkColumns {
  /** Null while no job has to do with it. */
  work: Generated<CampaignWork | null>;
  work_done: Generated<number>;
  work_total: Generated<number>;
  /** Mail after which the analysis goes on. */
  work_after: Generated<string | null>;
  /** When the job was last seen to get on. */
  work_at: Generated<Date | null>;
  work_failure: JSONColumnType<Said | null, string | null | undefined, string | null>;
  /** All mails of the authority when it was analysed: what its share is of. */
  fund: Generated<number | null>;
  /** RFC 3161 token (DER) over the SHA-256 of the manifest. */
  manifest_token: Generated<Buffer | null>;
  manifest_token_at: Generated<Date | null>;
  manifest_token_authority: Generated<string | null>;
  submitted_by_name: Generated<string | null>;
  cancelled_by_name: Generated<string | null>;
}

export interface CampaignItemReadColumns {
  /** When its bytes were read back from Alfresco for the list. */
  read_at: Generated<Date | null>;
  taken_out_by: Generated<string | null>;
  taken_out_because: Generated<string | null>;
}
