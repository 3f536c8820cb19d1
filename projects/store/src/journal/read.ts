import type { Kysely } from 'kysely';
import type { JsonObject } from '../json.js';
import type { Database } from '../schema/database.js';
import type { SubjectKind } from '../schema/foundation.js';

export interface JournalEntry {
  readonly seq: number;
  readonly entityId: string;
  readonly at: Date;
  readonly type: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly correlationId?: string;
  readonly data: JsonObject;
  /** Absent when the entry never had one or when it was erased. */
  readonly personal?: JsonObject;
  readonly personalErased: boolean;
  /** Hexadecimal SHA-256 of the chain up to this entry. */
  readonly hash: string;
}

export interface JournalFilter {
  readonly entityId?: string;
  readonly subjectKind?: SubjectKind;
  readonly subjectId?: string;
  readonly subjectIds?: readonly string[];
  readonly types?: readonly string[];
  readonly afterSeq?: number;
  /** 1,000 by default. */
  readonly limit?: number;
}

/** Entries in the order in which they were committed. */
export async function readJournal(db: Kysely<Database>, filter: JournalFilter): Promise<JournalEntry[]> {
  let query = selectEntries(db).orderBy('journal.seq').limit(filter.limit ?? 1000);
  if (filter.entityId !== undefined) query = query.where('entity_id', '=', filter.entityId);
  if (filter.subjectKind !== undefined) query = query.where('subject_kind', '=', filter.subjectKind);
  if (filter.subjectId !== undefined) query = query.where('subject_id', '=', filter.subjectId);
  if (filter.subjectIds !== undefined) query = query.where((eb) => eb('subject_id', '=', eb.fn.any(eb.val(filter.subjectIds))));
  if (filter.types !== undefined) query = query.where((eb) => eb('type', '=', eb.fn.any(eb.val(filter.types))));
  if (filter.afterSeq !== undefined) query = query.where('journal.seq', '>', filter.afterSeq);
  return (await query.execute()).map(toEntry);
}

export async function findEntry(db: Kysely<Database>, seq: number): Promise<JournalEntry | undefined> {
  const row = await selectEntries(db).where('journal.seq', '=', seq).executeTakeFirst();
  return row && toEntry(row);
}

function selectEntries(db: Kysely<Database>) {
  return db
    .selectFrom('journal')
    .leftJoin('journal_private', 'journal_private.seq', 'journal.seq')
    .select(['journal.seq', 'entity_id', 'at', 'type', 'subject_kind', 'subject_id', 'actor', 'on_behalf_of', 'correlation_id'])
    .select(['journal.data', 'journal.hash', 'private_digest', 'journal_private.data as personal']);
}

type EntryRow = Awaited<ReturnType<ReturnType<typeof selectEntries>['execute']>>[number];

function toEntry(row: EntryRow): JournalEntry {
  return {
    seq: row.seq,
    entityId: row.entity_id,
    at: row.at,
    type: row.type,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    actor: row.actor,
    onBehalfOf: row.on_behalf_of ?? undefined,
    correlationId: row.correlation_id ?? undefined,
    data: row.data,
    personal: row.personal ?? undefined,
    personalErased: row.private_digest !== null && row.personal === null,
    hash: row.hash.toString('hex'),
  };
}
