import type { Generated } from 'kysely';

/** Whom the records manager named to sign for a producing service without a head. */
export interface CampaignSignatoryTable {
  campaign_id: string;
  service: string;
  person: string;
  person_name: string;
  reason: string;
  named_by: string;
  named_by_name: string;
  named_at: Date;
}

/** As what a signature was given. */
export interface CampaignSignatureCapacityColumns {
  capacity: Generated<'head' | 'delegate' | 'above' | 'named'>;
  /** Who was replaced by delegation. */
  replaces: string | null;
  replaces_name: string | null;
  /** The service above, whose head signed for want of one. */
  above: string | null;
}
