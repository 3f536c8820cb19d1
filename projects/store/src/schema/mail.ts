import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { MessageColumns, TogetherColumns } from './affairs.js';
import type { BatchedDepositColumns, BatchedFileColumns } from './batch.js';
import type { DescribedDocumentColumns, DescribedFileColumns } from './beneficiary.js';
import type { FormColumns, FormDepositColumns } from './forms.js';
import type { ImportedFacts } from './imported.js';
import type { IntakeColumns } from './intake.js';
import type { CorrespondentColumns } from './correspondents.js';
import type { ClockColumns } from './clocks.js';
import type { NoteColumns } from './delegation.js';
import type { PaperColumns } from './paper.js';
import type { ArchiveColumns, PageReadingColumns, QueuedFileColumns } from './reading.js';
import type { PersonalDataColumns } from './personal-data.js';
import type { RecordColumns } from './records.js';
import type { RuledColumns } from './rules.js';
import type { SiteColumns } from './sites.js';
import type { Channel, ClockStep, Confidentiality, CorrespondentKind, DocumentRole, Gave, MailAction, MailCategory, MailState, Matched, NumberOnPage, Proposals } from '@bannette/domain';

type Params = { [name: string]: string | number };

export type DepositSource = 'page' | 'api' | 'folder' | 'import';

/** What was handed in at once, through one door. */
export interface DepositTable extends MessageColumns, SiteColumns, BatchedDepositColumns, FormDepositColumns {
  id: string;
  entity_id: string;
  idempotency_key: string | null;
  /** Digest of what came with the key: the same key with other content is refused. */
  idempotency_digest: string | null;
  source: DepositSource;
  channel: Channel;
  grouping: 'perFile' | 'oneMail';
  sender_name: string | null;
  sender_address: string | null;
  sender_email: string | null;
  subject: string | null;
  received_at: string | null;
  created_at: Generated<Date>;
  created_by: string;
  correlation_id: string;
  /** Of a mail taken over from an older register: what is known of it, instead of an operator's word. */
  imported: JSONColumnType<ImportedFacts> | null;
}

/** One received file; its bytes are in the spool until Alfresco has read them back. */
export interface DepositFileTable extends BatchedFileColumns, DescribedFileColumns, IntakeColumns, QueuedFileColumns {
  id: string;
  deposit_id: string;
  position: number;
  /** As the sender named it: never shown in Alfresco. */
  original_name: string;
  size: number;
  sha512: string;
  spool_key: string;
  /** `separated`: its documents were cut out of it, and have rows of their own. `merged`: joined to the document before it. */
  state: 'waiting' | 'reading' | 'read' | 'quarantined' | 'discarded' | 'separated' | 'merged';
  media_type: string | null;
  reason: string | null;
  reason_params: JSONColumnType<Params> | null;
  warnings: JSONColumnType<readonly string[]>;
  pages: number | null;
  confidence: number | null;
  engine: string | null;
  searchable_key: string | null;
  searchable_size: number | null;
  searchable_sha512: string | null;
  mail_id: string | null;
  read_at: Date | null;
  /** What the sheets before it said. */
  sheet: JSONColumnType<SheetSaid> | null;
}

/** What sheets say of the letter that follows them: codes of a service and a type, the chrono of a mail; the page that said so. */
export interface SheetSaid {
  readonly service?: string;
  readonly type?: string;
  readonly mail?: string;
  readonly page: number;
}

/** What was read off each page; the mail's own text is made of it. */
export interface PageTextTable extends PageReadingColumns {
  file_id: string;
  number: number;
  text: string;
  /** Number that the scanner printed on it or a label carries, as it was read. */
  endorsement: ColumnType<NumberOnPage | null, string | null | undefined, string | null>;
}

export interface MailTable extends TogetherColumns, ClockColumns, FormColumns, PaperColumns, PersonalDataColumns, RecordColumns, RuledColumns, SiteColumns {
  id: string;
  entity_id: string;
  category: MailCategory;
  state: MailState;
  revision: Generated<number>;
  deposit_id: string | null;
  channel: Channel;
  register: string | null;
  year: number | null;
  number: number | null;
  chrono: string | null;
  subject: string | null;
  summary: string | null;
  type: string | null;
  proposals: JSONColumnType<Proposals>;
  /** Text that was read, for rules and search; full text for people's searches is Alfresco's. */
  read_text: string;
  correspondent_id: string | null;
  correspondent: JSONColumnType<CorrespondentSnapshot> | null;
  service: string | null;
  /** The service that the operator or the last re-routing asked for. */
  wanted_service: string | null;
  tray: string | null;
  copies: string[];
  assignee: string | null;
  assignee_name: string | null;
  confidentiality: Confidentiality;
  compartment: string | null;
  /** Alfresco groups that may open it; what the node's permissions are made equal to. */
  readers: string[];
  /** Groups that see that it is there. */
  listers: string[];
  route_because: JSONColumnType<Because> | null;
  due_because: JSONColumnType<Because> | null;
  due_date: string | null;
  document_date: string | null;
  postmark_date: string | null;
  received_at: string | null;
  departure_date: string | null;
  registered_at: Date | null;
  closed_at: Date | null;
  closing_reason: string | null;
  answer_of: string | null;
  let_through: Generated<boolean>;
  schedule_row: string | null;
  declared_trigger: string | null;
  retention_trigger: string | null;
  retention_due: string | null;
  /** Name of the mail's folder node and the day folder it lies in, fixed when it is registered. */
  node_name: string | null;
  node_path: string | null;
  node_id: string | null;
  desired_version: Generated<number>;
  applied_version: Generated<number>;
  /** When its folder was seen to be gone from Alfresco (trashcan or worse); nothing is sent there until it is back. */
  gone_at: Generated<Date | null>;
  /** Kept by the database: its alerts that nobody has settled. */
  open_alerts: Generated<number>;
  created_at: Generated<Date>;
}
export interface CorrespondentSnapshot {
  readonly id?: string;
  readonly kind: CorrespondentKind;
  readonly name: string;
  readonly address?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly country?: string;
  readonly email?: string;
}
export interface Because {
  readonly code: string;
  readonly params: Params;
  /** Of a rule of distribution: criteria that held, and what it gave beside the tray. */
  readonly matched?: readonly Matched[];
  readonly gave?: readonly Gave[];
  /** Of a due day: one step after the other. */
  readonly steps?: readonly ClockStep[];
}

export interface DocumentTable extends DescribedDocumentColumns, ArchiveColumns {
  id: string;
  mail_id: string;
  position: number;
  role: DocumentRole;
  /** Neutral: it can't be changed once the document is a record. */
  name: string;
  media_type: string;
  size: number;
  sha512: string;
  pages: number;
  confidence: number | null;
  engine: string | null;
  warnings: JSONColumnType<readonly string[]>;
  spool_key: string | null;
  node_id: string | null;
  searchable_size: number | null;
  searchable_sha512: string | null;
  searchable_key: string | null;
  searchable_node_id: string | null;
  /** When Alfresco's own copy was read back and found equal; the spool's may then go. */
  stored_at: Date | null;
  /** When the original was seen to be gone from Alfresco. */
  gone_at: Generated<Date | null>;
  /** Since when Governance Services were seen to hold it. */
  held_at: Generated<Date | null>;
}

export interface CorrespondentTable extends CorrespondentColumns {
  id: string;
  entity_id: string;
  kind: CorrespondentKind;
  name: string;
  /** Lower case without accents: what searches begin with. */
  search_name: string;
  address: string | null;
  postcode: string | null;
  city: string | null;
  email: string | null;
  created_at: Generated<Date>;
}

export interface NoteTable extends NoteColumns {
  id: string;
  mail_id: string;
  author: string;
  author_name: string;
  text: string;
  created_at: Generated<Date>;
}

/** What can still be undone: the values that the last action changed, for its author, until a moment. */
export interface UndoTable {
  token: string;
  mail_id: string;
  action: MailAction;
  actor: string;
  revision: number;
  /** Whom its author replaced in it. */
  on_behalf_of: Generated<string | null>;
  before: JSONColumnType<{ [column: string]: unknown }>;
  until: Date;
}

/** What a person was told in the workspace and by e-mail. */
export interface NoticeTable {
  id: string;
  entity_id: string;
  /** The group that is told. */
  audience: string;
  kind: string;
  /** One notice per audience, kind and key. */
  key: string;
  params: JSONColumnType<Params>;
  link: string | null;
  created_at: Generated<Date>;
  mailed_at: Date | null;
}
export interface NoticeReadTable {
  notice_id: string;
  person: string;
  read_at: Generated<Date>;
}

/** Which due day of a mail was announced. */
export interface RetentionNoticeTable {
  mail_id: string;
  due: string;
  noticed_at: Generated<Date>;
}

/** Display names of people as Alfresco last told them. */
export interface PersonTable {
  id: string;
  display_name: string;
  email: string | null;
  /** Alfresco groups at the last sign-in: whom a mail can be assigned to. */
  groups: string[];
  seen_at: Generated<Date>;
}

/** What a mail is found by, as PostgreSQL keeps it; written by triggers only. */
export interface MailWordTable {
  mail_id: string;
  words: string;
}

export interface MailTables {
  mail_word: MailWordTable;
  deposit: DepositTable;
  deposit_file: DepositFileTable;
  page_text: PageTextTable;
  mail: MailTable;
  document: DocumentTable;
  correspondent: CorrespondentTable;
  note: NoteTable;
  undo: UndoTable;
  notice: NoticeTable;
  notice_read: NoticeReadTable;
  person: PersonTable;
  retention_notice: RetentionNoticeTable;
}
