import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** What a mail is to one person: read, followed. */
export interface MailPersonTable {
  mail_id: string;
  person_id: string;
  read_at: Date | null;
  followed_at: Date | null;
}

/** Who works on a mail right now; over when `until` has passed. */
export interface MailLockTable {
  mail_id: string;
  person_id: string;
  person_name: string;
  since: Date;
  until: Date;
}

/** A search that somebody keeps as a tray, for themselves or for a group. */
export interface SavedTrayTable {
  id: string;
  entity_id: string;
  owner: string;
  name: string;
  query: JSONColumnType<object>;
  sort: string;
  /** Group that it is shared with; none: its owner's alone. */
  shared_with: string | null;
  revision: Generated<number>;
  /** When its count was last looked at. */
  asked_at: Date | null;
  /** When, and in which day, it was counted, and how long that took; null milliseconds: it is too broad to be counted. */
  counted_at: Date | null;
  counted_on: string | null;
  counting_ms: number | null;
  created_at: Generated<Date>;
}

/** Trays that a person put first, in their order. */
export interface TrayPinTable {
  entity_id: string;
  person_id: string;
  tray: string;
  position: number;
}

export type BulkState = 'running' | 'done' | 'undoing' | 'undone';
/** `moved`: it changed after it was chosen; `kept`: it could not be undone. */
export type BulkOutcome = 'done' | 'refused' | 'moved' | 'undone' | 'kept';

/** One action on many mails. */
export interface BulkTable {
  id: string;
  entity_id: string;
  person_id: string;
  action: string;
  body: JSONColumnType<{ [name: string]: unknown }>;
  state: BulkState;
  created_at: Date;
  finished_at: Date | null;
  undo_until: Date | null;
}

export interface BulkItemTable {
  bulk_id: string;
  position: number;
  mail_id: string;
  /** The revision that was seen when it was chosen. */
  revision: number | null;
  outcome: BulkOutcome | null;
  code: string | null;
  params: JSONColumnType<{ [name: string]: string | number }> | null;
  undo_token: string | null;
}

/** Kept by the database: open mails by the services in copy, in the order of their due days. */
export interface MailCopyTable {
  entity_id: string;
  service: string;
  due: string;
  mail_id: string;
}

/** Kept by the database: how many mails `who` (`tray:…`, `assignee:…`, …) has that fall due on a day, seen by the groups in `guard`; nobody named: by all. */
export interface TrayBucketTable {
  entity_id: string;
  who: string[];
  guard: string[];
  day: string;
  open: number;
}

/** All days of a bucket together. */
export interface TrayTotalTable {
  entity_id: string;
  who: string[];
  guard: string[];
  open: number;
  /** Of these, what falls due before `as_of`. */
  late: number;
  as_of: string;
}

/** Kept by the database: changes of buckets that are not added up yet. */
export interface TrayDeltaTable {
  id: ColumnType<number, never, never>;
  entity_id: string;
  who: string[];
  guard: string[];
  day: string;
  change: number;
}

export interface TrayTables {
  mail_person: MailPersonTable;
  mail_lock: MailLockTable;
  saved_tray: SavedTrayTable;
  tray_pin: TrayPinTable;
  bulk: BulkTable;
  bulk_item: BulkItemTable;
  mail_copy: MailCopyTable;
  tray_bucket: TrayBucketTable;
  tray_total: TrayTotalTable;
  tray_delta: TrayDeltaTable;
  tray_kept: TrayBucketTable;
  tray_recount: TrayBucketTable;
}
