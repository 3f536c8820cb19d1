import type { ProcessingRegister, PurgeWarning } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';

/** The register of processings as it was on a day; never changed. */
export interface ProcessingExportTable {
  id: string;
  entity_id: string;
  number: number;
  made_at: Date;
  made_by: string;
  made_by_name: string;
  /** Of the setting `processings`. */
  setting_version: number;
  register: JSONColumnType<ProcessingRegister, string, never>;
  csv: Buffer;
  csv_sha256: Buffer;
  pdf: Buffer;
  pdf_sha256: Buffer;
}

/** What heads of a service, or the DPO, were told before a purge, and who took note of it for them. */
export interface PurgeWarningTable {
  id: string;
  entity_id: string;
  campaign_id: string;
  warning: PurgeWarning;
  /** The group that was told; a person, who was named to sign for a service without a head. */
  audience: string;
  /** Whose mails; none: the DPO, of all. */
  service: string | null;
  told_at: Date;
  acknowledge_by: string;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  acknowledged_by_name: string | null;
  /** When the general direction was told that nobody took note. */
  escalated_at: Date | null;
}

/** A mail whose personal data came to their term: proposed for elimination, never eliminated because of it. */
export interface PersonalTermTable {
  mail_id: string;
  entity_id: string;
  /** The campaign of its year that proposes it. */
  campaign_id: string;
  term: string;
  reached_at: Date;
}

export interface PersonalDataColumns {
  /** Day on which its personal data come to their term, from the row of the schedule. */
  personal_term: Generated<string | null>;
}

export interface PersonalDataTables {
  processing_export: ProcessingExportTable;
  purge_warning: PurgeWarningTable;
  personal_term: PersonalTermTable;
}
