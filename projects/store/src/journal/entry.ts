import { createHash } from 'node:crypto';
import { type JsonObject, canonicalJson } from '../json.js';
import type { SubjectKind } from '../schema/foundation.js';

/** What the chain covers of an entry; absent members are left out of the canonical form. */
export type JournalBody = {
  readonly seq: number;
  /** UTC, ISO 8601 with milliseconds. */
  readonly at: string;
  readonly type: string;
  readonly entity: string;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly actor: string;
  readonly onBehalfOf?: string;
  readonly correlationId?: string;
  readonly data: JsonObject;
  /** Hexadecimal. */
  readonly privateDigest?: string;
};

export function hashBody(previous: Buffer, body: string): Buffer {
  return createHash('sha256').update(previous).update(body, 'utf8').digest();
}

export function digestPersonal(salt: Buffer, personal: JsonObject): Buffer {
  return createHash('sha256').update(salt).update(canonicalJson(personal), 'utf8').digest();
}
