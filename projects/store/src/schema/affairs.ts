import type { AffairState, Confidentiality, LinkKind, MailState, SameMailBecause } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';

/** Mails that belong together under a number of their own. */
export interface AffairTable {
  id: string;
  entity_id: string;
  register: string;
  year: number;
  number: number;
  chrono: string;
  title: string;
  service: string;
  responsible: string | null;
  responsible_name: string | null;
  confidentiality: Generated<Confidentiality>;
  compartment: string | null;
  state: Generated<AffairState>;
  opened_on: string;
  closed_on: string | null;
  /** Groups that see what it is about; those that see that it is there. */
  readers: string[];
  listers: string[];
  /** Number and title in lower case without accents: what searches look at. */
  search_name: string;
  /** Of the file as a whole: its pieces follow it. */
  schedule_row: string | null;
  /** Day that people declared its pieces to be kept from. */
  declared_trigger: Generated<string | null>;
  retention_trigger: string | null;
  retention_due: string | null;
  revision: Generated<number>;
  created_at: Generated<Date>;
  created_by: string;
}
export interface AffairBeneficiaryTable {
  affair_id: string;
  beneficiary_id: string;
}
export interface AffairCorrespondentTable {
  affair_id: string;
  correspondent_id: string;
}
export interface AffairNoteTable {
  id: string;
  affair_id: string;
  author: string;
  author_name: string;
  text: string;
  created_at: Generated<Date>;
}

/** What an e-mail's head says (RFC 5322 §3.6.4), without angle brackets. */
export interface MessageColumns {
  message_id: string | null;
  in_reply_to: string | null;
  /** Its ancestors, the oldest first. */
  message_references: Generated<string[]>;
}
export interface TogetherColumns extends MessageColumns {
  affair_id: string | null;
}

/** `from` answers, follows, replaces… `to`. */
export interface MailLinkTable {
  id: string;
  entity_id: string;
  from_id: string;
  to_id: string;
  kind: LinkKind;
  added_by: string;
  added_by_name: string;
  added_at: Generated<Date>;
}

/** MinHash signature of the text that was read of a mail. */
export interface TextPrintTable {
  mail_id: string;
  entity_id: string;
  signature: number[];
}
/** Mails whose signatures agree in a whole band share its key; ids grow with time, so the latest come first. */
export interface TextBandTable {
  key: string;
  mail_id: string;
}
/** What a duplicate was before it ended. */
export interface DuplicateBefore {
  readonly state: MailState;
  readonly tray: string | null;
  readonly service: string | null;
  readonly copies: readonly string[];
  readonly closing_reason: string | null;
}
/** Two mails that may be one, the earlier first, and what somebody decided of them. */
export interface DuplicatePairTable {
  a: string;
  b: string;
  entity_id: string;
  because: JSONColumnType<readonly SameMailBecause[], string, string>;
  found_at: Date;
  decided: 'same' | 'other' | null;
  decided_by: string | null;
  decided_by_name: string | null;
  decided_at: Date | null;
  /** Of a decision that one is the other: what it was before. Null where it ended nothing. */
  before: Generated<DuplicateBefore | null>;
}

export interface BeneficiaryMergeTable {
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

export interface AffairTables {
  affair: AffairTable;
  affair_beneficiary: AffairBeneficiaryTable;
  affair_correspondent: AffairCorrespondentTable;
  affair_note: AffairNoteTable;
  mail_link: MailLinkTable;
  text_print: TextPrintTable;
  text_band: TextBandTable;
  duplicate_pair: DuplicatePairTable;
  beneficiary_merge: BeneficiaryMergeTable;
}
