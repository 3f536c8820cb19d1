import { createHash } from 'node:crypto';
import type { MailRow } from '@bannette/house';
import { canonicalJson, type JsonValue } from '@bannette/store';

/**
 * What is told of a mail beside its files, as its digest in the manifest covers it. What moves by itself (revision, readers,
 * mirror, current use) is not in it; what people say of the mail is.
 */
const described = [
  'id', 'category', 'kind', 'state', 'chrono', 'register', 'year', 'number', 'channel', 'type', 'subject', 'summary', 'correspondent', 'parties', 'service', 'copies', 'confidentiality', 'compartment', 'document_date', 'postmark_date', 'received_at',
  'departure_date', 'registered_at', 'closed_at', 'closing_reason', 'answer_of', 'affair_id', 'schedule_row', 'declared_trigger', 'fields', 'endorsement', 'endorsement_last',
] as const satisfies readonly (keyof MailRow)[];

/** SHA-512 of the canonical description (RFC 8785), hexadecimal. */
export function metadataDigest(mail: MailRow): string {
  const values = Object.fromEntries(described.map((column) => [column, plain(mail[column])]));
  return createHash('sha512').update(canonicalJson(values), 'utf8').digest('hex');
}

/** As JSON has it: instants as text, nothing undefined. */
const plain = (value: unknown): JsonValue => (value === undefined || value === null ? null : (JSON.parse(JSON.stringify(value)) as JsonValue));
