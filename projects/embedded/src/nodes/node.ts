/** A row of `node`, live or in the trashcan. */
export interface NodeRow {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly name: string;
  readonly parent: string | null;
  readonly acl: number;
  readonly aspects: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly owner: string;
  readonly creator: string;
  readonly created: Date;
  readonly modifier: string;
  readonly modified: Date;
  readonly contentKey: string | null;
  readonly mimeType: string | null;
  readonly size: number | null;
  readonly encoding: string | null;
  readonly archived: boolean;
  readonly archivedAt: Date | null;
  readonly archivedBy: string | null;
  readonly archivedFrom: string | null;
  readonly archivedAssoc: string | null;
  /** The owner that was set before the trashcan's took its place. */
  readonly archivedOwner: string | null;
}

const names = ['id', 'seq', 'type', 'name', 'parent', 'acl', 'aspects', 'properties', 'owner', 'creator', 'created', 'modifier', 'modified', 'content_key', 'mime_type', 'size', 'encoding', 'archived', 'archived_at', 'archived_by', 'archived_from', 'archived_assoc', 'archived_owner'];

const camel = (name: string): string => name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());

/** The select list that gives `NodeRow`s, from table alias `alias`. */
export const columns = (alias: string): string => names.map((name) => `${alias}.${name} as "${camel(name)}"`).join(', ');

/** Names are unique without regard to case. */
export const nameKey = (name: string): string => name.toLowerCase();

/** Order by name as ACS's collator does: no case, no accents, hyphens counting for nothing. */
export const sortKey = (name: string): string => name.normalize('NFD').replace(/[\u0300-\u036f-]/g, '').toLowerCase().slice(0, 400);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
export const isUuid = (text: string): boolean => UUID.test(text);
