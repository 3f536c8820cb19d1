import type { Generated } from 'kysely';

/** What an archivist has decided of a line so far, until the visa is given as a whole. */
export interface VisaDraftTable {
  campaign_id: string;
  line: number;
  visa: 'granted' | 'refused';
  reason: string | null;
  saved_by: string;
  saved_at: Generated<Date>;
}

/** The paper of a mail of a campaign, as it lay in a box when the list was frozen. */
export interface CampaignSheetTable {
  campaign_id: string;
  box: string;
  mail_id: string;
  chrono: string | null;
  endorsement: string | null;
}

/** What was decided of a year of the register, where its row asks for sorting. */
export interface RegisterSortingTable {
  entity_id: string;
  year: number;
  decision: 'keep' | 'eliminate';
  reason: string;
  decided_by: string;
  decided_by_name: string;
  decided_at: Generated<Date>;
}

/** A signature found in the file of a visa, as `projects/seal` judged it. */
export interface VisaSignature {
  readonly valid: boolean;
  readonly problem?: string;
  readonly coversAll: boolean;
  readonly subject: string;
  readonly fingerprint: string;
  readonly timestamped: boolean;
}

export interface VisaTables {
  visa_draft: VisaDraftTable;
  campaign_sheet: CampaignSheetTable;
  register_sorting: RegisterSortingTable;
}
