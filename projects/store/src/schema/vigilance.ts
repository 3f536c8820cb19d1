import type { Generated, JSONColumnType } from 'kysely';

/** An event of Alfresco that concerns a mail; its id is kept after it was handled, so that nothing acts twice. */
export interface AlfrescoEventTable {
  id: string;
  entity_id: string;
  mail_id: string;
  node_id: string;
  /** When it happened, by Alfresco's clock. */
  at: Date;
  received_at: Generated<Date>;
  position: Generated<number>;
  /** As it was parsed; forgotten once it is handled, for it quotes the mail. */
  event: JSONColumnType<object> | null;
  handled_at: Date | null;
}

/** How the hearing of Alfresco's events goes: one row an authority. */
export interface AlfrescoStreamTable {
  entity_id: string;
  connected_at: Date | null;
  /** Since when the broker is away; null while it is there. */
  lost_at: Date | null;
  /** When an event was last received, and when it had happened. */
  heard_at: Date | null;
  event_at: Date | null;
  heard: Generated<number>;
  malformed: Generated<number>;
}

/** A version that a person made of a document: Alfresco has the bytes, this is what they were. */
export interface DocumentVersionTable {
  node_id: string;
  label: string;
  document_id: string;
  sha512: string;
  size: number;
  media_type: string;
  author: string | null;
  made_at: Date | null;
  noticed_at: Date;
}

export const alertKinds = ['documentReplaced', 'documentAdded', 'documentDeleted', 'mailDeleted', 'moved', 'readersWidened', 'permissionsChanged', 'factsChanged', 'renamed', 'holdReleased'] as const;
export type AlertKind = (typeof alertKinds)[number];
export type AlertState = 'open' | 'seen' | 'settled';

/** What was done to a mail in Alfresco that breaks the law or the circuit, until somebody settles it with a reason. */
export interface AlertTable {
  id: string;
  entity_id: string;
  mail_id: string;
  document_id: string | null;
  kind: AlertKind;
  node_id: string;
  /** Tells this finding from another of its kind on the same node: a version, a place, a set of permissions. */
  mark: string;
  /** Who did it, where Alfresco tells. */
  author: string | null;
  data: JSONColumnType<{ [name: string]: unknown }>;
  state: Generated<AlertState>;
  times: Generated<number>;
  raised_at: Date;
  last_at: Date;
  seen_by: string | null;
  seen_at: Date | null;
  settled_by: string | null;
  settled_at: Date | null;
  reason: string | null;
}

/** How far the going through of the whole library has come. */
export interface ReconciliationTable {
  entity_id: string;
  /** Mail after which it goes on; null between two rounds. */
  after_mail: string | null;
  /** Until when changes by others were looked for. */
  changes_until: Date | null;
  begun_at: Date | null;
  finished_at: Date | null;
  checked: Generated<number>;
  found: Generated<number>;
  last_checked: Generated<number>;
  last_found: Generated<number>;
}

export interface VigilanceTables {
  alfresco_event: AlfrescoEventTable;
  alfresco_stream: AlfrescoStreamTable;
  document_version: DocumentVersionTable;
  alert: AlertTable;
  reconciliation: ReconciliationTable;
}
