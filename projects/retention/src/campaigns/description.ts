import { createHash } from 'node:crypto';
import { substance, type MailRow } from '@bannette/house';
import { canonicalJson, type JsonValue } from '@bannette/store';

/** SHA-512 of what is told of a mail beside its files, as canonical JSON (RFC 8785); hexadecimal. */
export function metadataDigest(mail: MailRow): string {
  const values = Object.fromEntries(substance.map((column) => [column, plain(mail[column])]));
  return createHash('sha512').update(canonicalJson(values), 'utf8').digest('hex');
}

/** As JSON has it: instants as text, nothing undefined. */
const plain = (value: unknown): JsonValue => (value === undefined || value === null ? null : (JSON.parse(JSON.stringify(value)) as JsonValue));
