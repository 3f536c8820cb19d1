import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { JsonObject } from '../json.js';

/** A column written once by us and refused to change by the database. */
type Fixed<T> = ColumnType<T, T, never>;
/** Read as an object, written as JSON text. */
type FixedJson = ColumnType<JsonObject, string, never>;

export interface FoundationTables {
  entity: EntityTable;
  counter: CounterTable;
  setting_version: SettingVersionTable;
  journal: JournalTable;
  journal_private: JournalPrivateTable;
  journal_head: JournalHeadTable;
  consumer_cursor: ConsumerCursorTable;
  consumer_failure: ConsumerFailureTable;
}

export interface EntityTable {
  id: string;
  name: string;
  /** IANA name; the days that the law counts are days of this zone. */
  time_zone: Generated<string>;
}

export interface CounterTable {
  entity_id: string;
  register: string;
  year: number;
  last: number;
}

export interface SettingVersionTable {
  entity_id: Fixed<string>;
  kind: Fixed<string>;
  version: Fixed<number>;
  data: FixedJson;
  published_at: ColumnType<Date, Date | undefined, never>;
  published_by: Fixed<string>;
  comment: Fixed<string | null>;
}

export type SubjectKind = 'delegation' | 'work' | 'deposit' | 'batch' | 'mail' | 'box' | 'affair' | 'beneficiary' | 'clock' | 'correspondent' | 'settings' | 'register' | 'retention' | 'schedule' | 'hold' | 'campaign' | 'sorting' | 'processing' | 'paper' | 'system';

export interface JournalTable {
  seq: Fixed<number>;
  entity_id: Fixed<string>;
  at: Fixed<Date>;
  type: Fixed<string>;
  subject_kind: Fixed<SubjectKind>;
  subject_id: Fixed<string>;
  actor: Fixed<string>;
  on_behalf_of: Fixed<string | null>;
  correlation_id: Fixed<string | null>;
  /** Canonical JSON, the exact bytes that are hashed. */
  body: Fixed<string>;
  data: GeneratedAlways<JsonObject>;
  private_digest: Fixed<Buffer | null>;
  prev_hash: Fixed<Buffer>;
  hash: Fixed<Buffer>;
}

export interface JournalPrivateTable {
  seq: Fixed<number>;
  data: FixedJson;
  salt: Fixed<Buffer>;
}

/** One row: the end of the chain. Its row lock is the chain's lock. */
export interface JournalHeadTable {
  id: Generated<number>;
  seq: number;
  hash: Buffer;
}

export interface ConsumerCursorTable {
  name: string;
  seq: number;
  /** Failed tries of the entry after `seq`. */
  attempts: Generated<number>;
  next_attempt_at: Date | null;
}

export interface ConsumerFailureTable {
  name: string;
  seq: number;
  attempts: number;
  error: string;
  failed_at: Date;
  replay_requested: Generated<boolean>;
}
