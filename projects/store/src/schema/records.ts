import type { CampaignState, DocumentToDestroy, EliminationCause, HoldKind, HoldScopeKind, ItemState, RecordPartState, RecordState, ScheduleRow, Verdict } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';
import type { HoldMailWorkColumns, HoldWorkColumns } from './holds.js';
import type { SortedColumns } from './sortings.js';
import type { VisaSignature } from './visa.js';
import type { CampaignItemReadColumns, CampaignWorkColumns } from './campaigns.js';
import type { CampaignBoxTable, CampaignStepTable, EliminationTable, ExecutionColumns } from './execution.js';
import type { CampaignSignatoryTable, CampaignSignatureCapacityColumns } from './signatories.js';

type Params = { readonly [name: string]: string | number };
/** Something that went wrong or disagrees, in words that the pages have. */
export interface Said {
  readonly code: string;
  readonly params?: Params;
}

export interface RecordColumns {
  /** Since when access is restricted: the mail is an intermediate archive. */
  intermediate_at: Generated<Date | null>;
  /** When what it held was destroyed, and the row scrubbed. */
  eliminated_at: Generated<Date | null>;
  /** Last day of its current use, until its record has begun. */
  current_use_ends: Generated<string | null>;
  /** Row that it is kept under: its affair's, if that has one. */
  retention_row: Generated<string | null>;
  /** Kept by the database: holds that stop it now. */
  holds: Generated<number>;
}

/** A mail whose current use has ended, on its way into Governance Services and there. */
export interface MailRecordTable extends SortedColumns {
  mail_id: string;
  entity_id: string;
  state: RecordState;
  /** The row of the schedule as it was then: what is filed under it keeps it. */
  row: JSONColumnType<ScheduleRow, string, string>;
  /** `gec:id` of the category in the file plan. */
  mark: string;
  category_id: string | null;
  folder_id: string | null;
  began_at: Generated<Date>;
  declared_at: Date | null;
  trigger_day: string | null;
  /** Computed here. */
  due: string | null;
  /** As AGS says. */
  ags_due: string | null;
  compared_at: Date | null;
  /** The two disagree, or the record isn't as it should be: nothing is done to it until that is settled. */
  conflict: JSONColumnType<Said | null, string | null, string | null>;
  /** Why the last try failed. */
  failure: JSONColumnType<Said | null, string | null, string | null>;
  attempts: Generated<number>;
  /** When a job last had it in hand. */
  retried_at: Generated<Date | null>;
}

/** How far the mails have been reckoned anew under the settings that it names. */
export interface RecordReckoningTable {
  entity_id: string;
  settings: string;
  after_mail: string | null;
  finished_at: Date | null;
}

/** One node of a mail that is, or becomes, a record. */
export interface RecordPartTable {
  node_id: string;
  mail_id: string;
  document_id: string | null;
  part: 'original' | 'searchable' | 'other';
  state: RecordPartState;
  ags_due: string | null;
}

export interface HoldTable extends HoldWorkColumns {
  id: string;
  entity_id: string;
  kind: HoldKind;
  title: string;
  reason: string;
  review_on: string;
  scope_kind: HoldScopeKind;
  scope_id: string | null;
  created_by: string;
  created_by_name: string;
  created_at: Generated<Date>;
  /** Its node in Governance Services. */
  node_id: string | null;
  released_at: Date | null;
  released_by: string | null;
  released_by_name: string | null;
  release_reason: string | null;
  revision: Generated<number>;
}
export interface HoldMailTable extends HoldMailWorkColumns {
  hold_id: string;
  mail_id: string;
  added_at: Generated<Date>;
  /** When Alfresco was seen to hold all of the mail's documents. */
  applied_at: Date | null;
  /** When it was let go here; and when Alfresco was seen to have done so. */
  released_at: Date | null;
  lifted_at: Date | null;
  failure: JSONColumnType<Said | null, string | null | undefined, string | null>;
}

/** A campaign of elimination, see `domain/elimination/states.ts`. */
export interface CampaignTable extends ExecutionColumns, CampaignWorkColumns {
  id: string;
  entity_id: string;
  year: number;
  number: number;
  chrono: string;
  title: string;
  state: CampaignState;
  revision: Generated<number>;
  /** What fell due until this day, never later than today. */
  until: string;
  /** Services and rows of the schedule; none: all. */
  services: Generated<string[]>;
  rows: Generated<string[]>;
  max_items: number;
  /** Of all mails of the authority, 0–1. */
  max_share: number;
  max_errors: number;
  cooling_days: number;
  created_by: string;
  created_by_name: string;
  created_at: Generated<Date>;
  analysed_at: Date | null;
  frozen_at: Date | null;
  frozen_by: string | null;
  manifest_sha512: string | null;
  validated_by: string | null;
  validated_by_name: string | null;
  validated_at: Date | null;
  approved_by: string | null;
  approved_by_name: string | null;
  approved_at: Date | null;
  submitted_by: string | null;
  submitted_at: Date | null;
  /** People of the archivists' group to whom it was sent. */
  archivists: Generated<string[]>;
  visa_by: string | null;
  visa_on: string | null;
  visa_reference: string | null;
  visa_manifest_sha512: string | null;
  visa_recorded_by: string | null;
  /** Given here by the archivist, or recorded from paper with its file. */
  visa_how: 'online' | 'paper' | null;
  visa_file: string | null;
  visa_signatures: JSONColumnType<readonly VisaSignature[], string | undefined, string>;
  visa_recorded_at: Date | null;
  cooling_until: Date | null;
  started_by: string | null;
  started_at: Date | null;
  stopped_because: JSONColumnType<Said | null, string | null, string | null>;
  executed_at: Date | null;
  /** Last day on which a backup may still hold what was destroyed. */
  backups_until: string | null;
  certified_at: Date | null;
  cancelled_by: string | null;
  cancelled_at: Date | null;
  cancelled_because: string | null;
}

/** A mail, or a day's register, in a campaign. */
export interface CampaignItemTable extends CampaignItemReadColumns {
  campaign_id: string;
  subject_kind: 'mail' | 'register';
  /** Id of the mail, or day of the register. */
  subject_id: string;
  /** In the frozen list, from 1. */
  position: number | null;
  mail_id: string | null;
  service: string | null;
  row: string | null;
  /** Of the mails' trigger. */
  year: number | null;
  due: string | null;
  ags_due: string | null;
  verdict: Verdict;
  cause: EliminationCause | null;
  params: JSONColumnType<Params, string | undefined, string>;
  /** Of the bordereau. */
  line: number | null;
  documents: JSONColumnType<readonly DocumentToDestroy[], string | undefined, string>;
  /** SHA-512 of the canonical description of the mail when the list was frozen, hexadecimal. */
  metadata_sha512: string | null;
  bytes: Generated<number>;
  state: Generated<ItemState>;
  failure: JSONColumnType<Said | null, string | null | undefined, string | null>;
  attempts: Generated<number>;
  destroyed_at: Date | null;
}
export interface CampaignClaimTable {
  subject_kind: string;
  subject_id: string;
  campaign_id: string;
}

/** A line of the bordereau d'élimination: what a service made, under a row, in a year. */
export interface CampaignLineTable {
  campaign_id: string;
  line: number;
  service: string;
  service_label: string;
  row: string;
  row_label: string;
  /** DUA, years. */
  years: number;
  reference: string;
  year: number;
  first_day: string;
  last_day: string;
  items: number;
  documents: number;
  bytes: number;
  boxes: Generated<string[]>;
  visa: 'granted' | 'refused' | null;
  visa_reason: string | null;
}
export interface CampaignSignatureTable extends CampaignSignatureCapacityColumns {
  campaign_id: string;
  service: string;
  person: string;
  person_name: string;
  signed_at: Date;
  /** What was signed. */
  manifest_sha512: string;
}
export interface CampaignFileTable {
  id: string;
  campaign_id: string;
  kind: 'manifest' | 'bordereauPdf' | 'bordereauCsv' | 'visa' | 'report' | 'certificate' | 'boxCertificate';
  name: string;
  media_type: string;
  sha256: Buffer;
  bytes: Buffer;
  added_by: string;
  added_at: Generated<Date>;
}
export interface RecordsTables {
  mail_record: MailRecordTable;
  record_part: RecordPartTable;
  record_reckoning: RecordReckoningTable;
  hold: HoldTable;
  hold_mail: HoldMailTable;
  campaign: CampaignTable;
  campaign_item: CampaignItemTable;
  campaign_claim: CampaignClaimTable;
  campaign_line: CampaignLineTable;
  campaign_signature: CampaignSignatureTable;
  campaign_signatory: CampaignSignatoryTable;
  campaign_file: CampaignFileTable;
  campaign_step: CampaignStepTable;
  campaign_box: CampaignBoxTable;
  elimination: EliminationTable;
}
