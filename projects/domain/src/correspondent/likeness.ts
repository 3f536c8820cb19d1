import { wordsOf } from '../beneficiary/alike.js';
import { fold } from '../routing/text.js';
import type { CorrespondentKind } from '../mail/vocabulary.js';

/** What tells one correspondent from another. */
export interface CorrespondentFacts {
  readonly kind: CorrespondentKind;
  readonly name: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly siret?: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly addressLines: readonly string[];
  /** How its words sound, of each of them one key or several. */
  readonly sounds: readonly (readonly string[])[];
}

export type SameBecause = 'siret' | 'email' | 'phone' | 'sameName' | 'wordsInOtherOrder' | 'soundsAlike' | 'sameAddress';

/** Why two correspondents may be the same, surest first, and how surely (0–1); undefined when too little speaks for it. */
export function sameBecause(a: CorrespondentFacts, b: CorrespondentFacts): { readonly because: readonly SameBecause[]; readonly score: number } | undefined {
  if (a.siret && b.siret && a.siret !== b.siret) return undefined;
  const because: SameBecause[] = [];
  if (a.siret && a.siret === b.siret) because.push('siret');
  if (meet(a.emails.map(fold), b.emails.map(fold))) because.push('email');
  if (meet(a.phones.map(digits), b.phones.map(digits))) because.push('phone');
  const [one, other] = [wordsOf(a.name), wordsOf(b.name)];
  const alikeName = one.join(' ') === other.join(' ') ? 'sameName' : [...one].sort().join(' ') === [...other].sort().join(' ') ? 'wordsInOtherOrder' : soundAlike(a.sounds, b.sounds) ? 'soundsAlike' : undefined;
  if (alikeName) because.push(alikeName);
  if (a.postcode && a.postcode === b.postcode && meet(a.addressLines.map(street), b.addressLines.map(street))) because.push('sameAddress');
  const score = 1 - because.reduce((doubt, reason) => doubt * (1 - weight[reason]), 1);
  const elsewhere = alikeName !== undefined && because.length === 1 && a.postcode !== undefined && b.postcode !== undefined && a.postcode !== b.postcode;
  const found = elsewhere ? score / 2 : score;
  return found >= 0.5 ? { because, score: Math.round(found * 100) / 100 } : undefined;
}

const weight: { readonly [reason in SameBecause]: number } = { siret: 0.95, email: 0.6, phone: 0.4, sameName: 0.75, wordsInOtherOrder: 0.65, soundsAlike: 0.5, sameAddress: 0.45 };
const digits = (phone: string): string => phone.replace(/\D/g, '').replace(/^(00)?33/, '0');
const street = (line: string): string => wordsOf(line).join(' ');
const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => one !== '' && b.includes(one));

/** Each word of the shorter name sounds like one of the other, and none is left over that does not. */
function soundAlike(a: CorrespondentFacts['sounds'], b: CorrespondentFacts['sounds']): boolean {
  if (a.length !== b.length || !a.length) return false;
  const free = [...b];
  return a.every((keys) => {
    const at = free.findIndex((others) => keys.some((key) => others.includes(key)));
    if (at >= 0) free.splice(at, 1);
    return at >= 0;
  });
}
