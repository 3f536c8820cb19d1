import type { Channel, PostalAddress, SameBecause } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';

/** What is known of a correspondent beside name and first address, edited as a whole. */
export interface CorrespondentCard {
  readonly givenName?: string;
  readonly addresses?: readonly PostalAddress[];
  readonly emails?: readonly string[];
  readonly phones?: readonly string[];
  readonly preferredChannel?: Channel;
  /** Agreed to be written to by e-mail: since when, and how that is known (CRPA L112-15 asks for it first). */
  readonly emailConsent?: { readonly on: string; readonly how: string };
  /** Agreed to be reached by these channels; the one for e-mail stands in `emailConsent` too. */
  readonly consents?: readonly { readonly channel: Channel; readonly on: string; readonly how: string }[];
  readonly note?: string;
}

export interface CorrespondentColumns {
  revision: Generated<number>;
  card: JSONColumnType<CorrespondentCard, CorrespondentCard | string | undefined, CorrespondentCard | string>;
  siret: string | null;
  /** Its words and how they sound; none until it was indexed. */
  search_keys: string | null;
  /** The one that it was joined with; its mails stay its own. */
  merged_into: string | null;
  updated_at: Date | null;
}
export interface CorrespondentPositionTable {
  id: string;
  person_id: string;
  organisation_id: string;
  title: string;
  /** Where in the organisation. */
  department: string | null;
  from_day: string | null;
  until_day: string | null;
}
/** How another system calls it; seen by members of `guard` alone, where there is one. */
export interface CorrespondentReferenceTable {
  entity_id: string;
  correspondent_id: string;
  system: string;
  value: string;
  guard: string | null;
}
/** Two that may be the same, the smaller id first. */
export interface CorrespondentPairTable {
  a: string;
  b: string;
  entity_id: string;
  because: SameBecause[];
  score: number;
  dismissed_by: string | null;
}
export interface CorrespondentMergeTable {
  id: string;
  entity_id: string;
  kept: string;
  merged: string;
  /** The kept one's row before, to go back to. */
  before: JSONColumnType<{ readonly [column: string]: unknown }>;
  by: string;
  at: Date;
  undone_by: string | null;
  undone_at: Date | null;
}
/** What was parted from one correspondent for another, to be taken back. */
export interface CorrespondentSplitTable {
  id: string;
  entity_id: string;
  source: string;
  target: string;
  moved: JSONColumnType<CorrespondentSplitMoved>;
  by: string;
  at: Date;
  undone_by: string | null;
  undone_at: Date | null;
}
export interface CorrespondentSplitMoved {
  /** Mails, with whose they were: the source's, or one's that was joined with it. */
  readonly mails: readonly { readonly id: string; readonly of: string }[];
  readonly positions: readonly string[];
  /** The source's card before and its revision after: it comes back where nobody has changed it since. */
  readonly before: { readonly [column: string]: unknown };
  readonly revision: number;
}
export interface CorrespondentTables {
  correspondent_split: CorrespondentSplitTable;
  correspondent_position: CorrespondentPositionTable;
  correspondent_reference: CorrespondentReferenceTable;
  correspondent_pair: CorrespondentPairTable;
  correspondent_merge: CorrespondentMergeTable;
}
