import type { DoubtCode, ReadingLane } from '@bannette/domain';
import type { ColumnType, Generated } from 'kysely';

/** How a page was read. */
export interface PageFacts {
  /** 0–100; see `legibilityOf`. */
  readonly confidence: number;
  readonly doubts: readonly DoubtCode[];
  /** Language that its words speak for, and the one that it was read in, as Tesseract codes them. */
  readonly language?: string;
  readonly readIn?: string;
  /** Clockwise quarter turns given to it, in degrees, and the small turn beyond them that levelled its lines. */
  readonly rotation: number;
  readonly skew: number;
  readonly words: number;
  readonly source: 'textLayer' | 'ocr';
}

/** How the archive copy came about: the file as received, or a PDF/A-2b made of it, some pages of which (from 1) were drawn. */
export interface ArchiveFacts {
  readonly form: 'kept' | 'made';
  readonly drawn: readonly number[];
}

type Json<T> = ColumnType<T | null, string | null | undefined, string | null>;

/** Absent for what was read before these were kept. */
export interface PageReadingColumns {
  reading: Json<PageFacts>;
}
export interface ArchiveColumns {
  archive: Json<ArchiveFacts>;
}
export interface QueuedFileColumns extends ArchiveColumns {
  lane: Generated<ReadingLane>;
  /** Since when it has been waiting to be read. */
  queued_at: Generated<Date>;
}

/** A document that somebody asked to be read again. */
export interface RereadTable {
  id: string;
  entity_id: string;
  mail_id: string;
  document_id: string;
  state: 'waiting' | 'done' | 'failed';
  /** Language to read in; none: by its words. */
  language: string | null;
  uneven: boolean;
  /** Why it failed. */
  reason: string | null;
  asked_by: string;
  asked_at: Date;
  ended_at: Date | null;
}

export interface ReadingTables {
  reread: RereadTable;
}
