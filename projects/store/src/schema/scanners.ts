import type { ReadingLane, ScanColour, ScanMode } from '@bannette/domain';
import type { Generated, JSONColumnType } from 'kysely';

/** Something to be known of a batch, by a stable code; `check`: somebody has to look before it is released. */
export interface BatchNote {
  readonly code: string;
  readonly params: { readonly [name: string]: string | number };
  readonly check: boolean;
}
/** How it was scanned, as the profile or a sidecar file says; days and hours without a zone are the authority's. */
export interface ScanTold {
  readonly dpi?: number;
  readonly colour?: ScanColour;
  readonly mode?: ScanMode;
  readonly scannedAt?: string;
  readonly type?: string;
  readonly sender?: string;
  readonly endorsementFirst?: string;
  readonly endorsementLast?: string;
  /** Name of the batch in the scanner's software. */
  readonly batch?: string;
}
/** Of a batch that a scanner's folder fills. */
export interface ScannedBatchColumns {
  /** Whether files that its scanner brings go into it; it is not released before that ends. */
  taking: Generated<boolean>;
  last_file_at: Generated<Date | null>;
  ended_at: Generated<Date | null>;
  /** User name, or `system`. */
  ended_by: Generated<string | null>;
  lane: Generated<ReadingLane>;
  told: JSONColumnType<ScanTold, string | undefined, string>;
  notes: JSONColumnType<readonly BatchNote[], string | undefined, string>;
}

/** A sidecar file as it came; its bytes are in the spool. */
export interface BatchSidecarTable {
  id: string;
  batch_id: string;
  name: string;
  size: number;
  sha512: string;
  spool_key: string;
  /** Why it could not be read. */
  flaw: JSONColumnType<{ readonly code: string; readonly params: { readonly [name: string]: string | number } }> | null;
  at: Generated<Date>;
}

/** A document that was declared when it was handed in: pages of the deposit's files in their order, all counted from 1. */
export interface DeclaredDocument {
  /** Position of the file in the deposit; absent: pages are counted over all of them. */
  readonly file?: number;
  readonly firstPage: number;
  readonly lastPage?: number;
  readonly service?: string;
  readonly type?: string;
}
/** How the pages of what a scanner brought belong together. */
export interface DepositScanTable {
  deposit_id: string;
  /** Its files are one run of pages, in their order. */
  run: boolean;
  documents: JSONColumnType<readonly DeclaredDocument[], string | undefined, string>;
}

/** A file that was taken from a scanner's folder: found there again after a crash, it is the same. */
export interface ScannedFileTable {
  entity_id: string;
  scanner: string;
  /** With its sub-folder. */
  name: string;
  mtime_ms: number;
  sha512: string;
  deposit_id: string;
}

export interface ScannerTables {
  scanned_file: ScannedFileTable;
  batch_sidecar: BatchSidecarTable;
  deposit_scan: DepositScanTable;
}
