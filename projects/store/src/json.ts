import { StoreError } from './errors.js';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/**
 * Canonical JSON of RFC 8785: members sorted by UTF-16 code unit, ECMAScript's number and string forms.
 * Members that are `undefined` are left out, as JSON.stringify does.
 *
 * @throws StoreError `invalidJson` for what has no canonical form or what PostgreSQL cannot keep:
 * numbers that are not finite, lone surrogates, U+0000, objects that are not plain.
 */
export function canonicalJson(value: JsonValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (typeof value === 'string') return canonicalString(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item as JsonValue)).join(',')}]`;
  if (isPlainObject(value)) return canonicalObject(value);
  throw new StoreError('invalidJson', `no canonical JSON for a ${typeof value}`);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new StoreError('invalidJson', 'JSON has no number that is not finite');
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  if (/\0|\p{Surrogate}/u.test(value)) throw new StoreError('invalidJson', 'text with U+0000 or a lone surrogate cannot be kept');
  return JSON.stringify(value);
}

function canonicalObject(value: JsonObject): string {
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${canonicalString(key)}:${canonicalJson(member)}`);
  }
  return `{${members.join(',')}}`;
}

function isPlainObject(value: unknown): value is JsonObject {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
