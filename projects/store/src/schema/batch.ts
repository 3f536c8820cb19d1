import type { AsideReason, BatchPlan, BatchState, Channel, DeskChange, PlanCounts } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';
import type { ScannedBatchColumns } from './scanners.js';
import type { SiteColumns } from './sites.js';

/**
 * When mails are made of a batch without a person's word: as soon as all is read (counters must agree where something was
 * announced); then, too, but not when a page speaks against how it was parted; never.
 */
export type ReleaseRule = 'always' | 'unlessDoubtful' | 'byHand';

/** Kept beside the plan, so that a list needn't read it. */
export interface BatchCounts extends PlanCounts {
  /** Pages that speak against how it was parted. */
  readonly hints: number;
}

/** What was put through a scanner together; its files are those of its deposits. */
export interface BatchTable extends ScannedBatchColumns, SiteColumns {
  id: string;
  entity_id: string;
  /** What a door knows it by: the same key is the same batch. */
  key: string | null;
  name: string;
  state: Generated<BatchState>;
  revision: Generated<number>;
  channel: Channel;
  /** User name, or `system` for a scanner of which nobody said who used it. */
  operator: string;
  operator_name: string | null;
  /** Code of the scanner's profile. */
  scanner: string | null;
  service: string | null;
  release_rule: ReleaseRule;
  announced_envelopes: number | null;
  announced_pages: number | null;
  /** Without mails: what they are and whether they are fixed is asked of `batch_envelope`. */
  plan: JSONColumnType<BatchPlan, string | undefined, string>;
  counts: JSONColumnType<BatchCounts, string | undefined, string>;
  /** The plan that its mails are equal to. */
  released_plan: JSONColumnType<BatchPlan> | null;
  /** Why it was rejected. */
  reason: string | null;
  /** Since when mails are being made equal to the plan, and for whom. */
  releasing_since: Date | null;
  releasing_for: string | null;
  releasing_for_name: string | null;
  /** Why the last release came to nothing: a stable code, and what it is about. */
  release_failure: JSONColumnType<{ readonly code: string; readonly params: { [name: string]: string | number } }> | null;
  created_at: Generated<Date>;
  released_at: Date | null;
  released_by: string | null;
}

/** The mail that an envelope of a plan has become. */
export interface BatchEnvelopeTable {
  batch_id: string;
  id: string;
  mail_id: string;
}

/** Gestures at the page desk, done at once, and the plan before them. */
export interface BatchStepTable {
  batch_id: string;
  number: number;
  changes: JSONColumnType<readonly DeskChange[]>;
  before: JSONColumnType<BatchPlan>;
  actor: string;
  at: Generated<Date>;
  undone: Generated<boolean>;
}

/** A document cut for a release that is under way; its bytes are in the spool. */
export interface BatchCutTable {
  batch_id: string;
  document_id: string;
  /** Digest of the pages, their turns and their order. */
  made_of: string;
  media_type: string;
  spool_key: string;
  size: number;
  sha512: string;
  searchable_key: string | null;
  searchable_size: number | null;
  searchable_sha512: string | null;
}

/** What was found on a page. */
export interface PageFound {
  blank: Generated<boolean>;
  /** A code of another house's that is declared to part. */
  foreign_code: Generated<boolean>;
  /** 0–100. */
  confidence: number | null;
  /** In pixels of the page as it was read. */
  width: number | null;
  height: number | null;
  /** Why a letter may begin here. */
  hint: JSONColumnType<{ readonly code: string; readonly because: string }> | null;
}

/** A page of a batch's file, what was found on it, and the document that it is in. Nothing of a batch is ever dropped. */
export interface BatchPageTable extends PageFound {
  file_id: string;
  /** From 1. */
  number: number;
  /** What it was found to be. */
  fate: 'document' | Exclude<AsideReason, 'bin'>;
  /** The file whose bytes hold it now: one that was cut, or its own. */
  part_id: string | null;
  /** Which page of that file it is, from 1. */
  place: number | null;
  /** How it was turned there, clockwise. */
  turn: Generated<number>;
  /** What its codes said, as kinds and values. */
  codes: JSONColumnType<readonly { readonly kind: string; readonly value: string }[]>;
  restored_by: string | null;
  restored_at: Date | null;
}

/** Of what is handed in: the batch that it belongs to. */
export interface BatchedDepositColumns {
  batch_id: string | null;
  /** Its files are two: fronts, then backs, as they were scanned apart; `reversed`: the pile was turned over between. */
  backs: 'inOrder' | 'reversed' | null;
}

/** Of a file in a batch. */
export interface BatchedFileColumns {
  /** The file that it was cut out of; the one of its first page, where there are several. */
  cut_from: string | null;
  /** The document of its batch's plan that its bytes are. */
  planned: string | null;
  /** Whether its pages can be taken apart without loss: not when it is signed or protected. */
  cuttable: Generated<boolean>;
}

export interface BatchTables {
  batch: BatchTable;
  batch_envelope: BatchEnvelopeTable;
  batch_step: BatchStepTable;
  batch_cut: BatchCutTable;
  batch_page: BatchPageTable;
}
