import { createHash } from 'node:crypto';

/** What a sheet or label printed by Bannette says. `value` is a code of the settings, or a mail's chrono. */
export interface SheetCode {
  readonly kind: SheetKind;
  /** Empty for `newLetter`. */
  readonly value: string;
}

/** Separators of a new letter, of a service, of a type; the sheet that identifies a mail; a label stuck on a mail's page. */
export type SheetKind = 'newLetter' | 'service' | 'type' | 'identification' | 'label';

const letters: { readonly [kind in SheetKind]: string } = { newLetter: 'N', service: 'S', type: 'T', identification: 'I', label: 'L' };
/** Name and version of the pattern. */
const head = 'BNT1';
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const tagLength = 4;
const checkLength = 6;
const pattern = /^BNT1([NSTIL])([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{6})([\x20-\x7e]{0,60})$/;

/**
 * The text that a sheet's code holds: `BNT1`, a letter for its kind, four characters that stand for the authority, six
 * check characters over all of it, and the value. What another authority printed, or was misread, doesn't fit its check.
 */
export function encodeSheet({ kind, value }: SheetCode, entityId: string): string {
  const text = `${head}${letters[kind]}${tagOf(entityId)}${checkOf(kind, value, entityId)}${value}`;
  if (!pattern.test(text)) throw new RangeError('a sheet’s value is plain text of 60 characters at most');
  return text;
}

/** What a code says that was found on a page; undefined unless it is one of ours, whole, and this authority's. */
export function decodeSheet(text: string, entityId: string): SheetCode | undefined {
  const [, letter, tag, check, value] = pattern.exec(text) ?? [];
  const kind = (Object.keys(letters) as SheetKind[]).find((each) => letters[each] === letter);
  if (!kind || value === undefined || (kind === 'newLetter') !== (value === '')) return undefined;
  return tag === tagOf(entityId) && check === checkOf(kind, value, entityId) ? { kind, value } : undefined;
}

const tagOf = (entityId: string): string => digest(['entity', entityId], tagLength);
const checkOf = (kind: SheetKind, value: string, entityId: string): string => digest([head, kind, entityId, value], checkLength);

function digest(parts: readonly string[], length: number): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest();
  return Array.from({ length }, (_, index) => digits[(bytes[index] ?? 0) & 31]).join('');
}
