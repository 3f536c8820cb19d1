import type { Selectable } from 'kysely';
import { type JsonObject, canonicalJson } from '../json.js';
import type { JournalTable } from '../schema/foundation.js';
import { type JournalBody, digestPersonal, hashBody } from './entry.js';

export type ChainRow = Selectable<JournalTable> & { readonly personal: JsonObject | null; readonly salt: Buffer | null };
export type BreakReason = 'gap' | 'link' | 'hash' | 'columns' | 'personal';

/** What is wrong with an entry that should follow `previous`, if anything. */
export function checkLink(previous: { readonly seq: number; readonly hash: Buffer }, row: ChainRow): BreakReason | undefined {
  if (row.seq !== previous.seq + 1) return 'gap';
  if (!row.prev_hash.equals(previous.hash)) return 'link';
  if (!row.hash.equals(hashBody(row.prev_hash, row.body))) return 'hash';
  if (!columnsEqualBody(row)) return 'columns';
  return personalAsWritten(row) ? undefined : 'personal';
}

function columnsEqualBody(row: ChainRow): boolean {
  const told: JournalBody = {
    seq: row.seq,
    at: row.at.toISOString(),
    type: row.type,
    entity: row.entity_id,
    subject: { kind: row.subject_kind, id: row.subject_id },
    actor: row.actor,
    onBehalfOf: row.on_behalf_of ?? undefined,
    correlationId: row.correlation_id ?? undefined,
    data: row.data,
    privateDigest: row.private_digest?.toString('hex'),
  };
  return canonicalJson(told) === row.body;
}

function personalAsWritten({ personal, salt, private_digest: digest }: ChainRow): boolean {
  if (!personal || !salt) return true;
  return digest !== null && digest.equals(digestPersonal(salt, personal));
}
