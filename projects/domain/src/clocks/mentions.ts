import type { ClockKind } from '../settings/clocks.js';

/** What a receipt must tell: day of arrival, who treats it and how they are reached, on which day silence is an answer, and what can be done then. */
export const receiptMentions = ['receivedOn', 'service', 'address', 'phone', 'silenceDay', 'remedies', 'certificate'] as const;
export type ReceiptMention = (typeof receiptMentions)[number];

/** Clocks at whose end silence is an answer. */
export const silenceKinds = ['silenceAccepts', 'silenceRefuses', 'documentAccess', 'appeal'] as const satisfies readonly ClockKind[];
export type SilenceKind = (typeof silenceKinds)[number];

export interface Receipt {
  readonly kind: 'registrationReceipt' | 'receipt';
  readonly electronic: boolean;
  /** What silence will mean; absent: no answer at all. */
  readonly silence?: SilenceKind;
}

/** How each is found in a letter: by what its template names, or in words. */
const signs: { readonly [mention in ReceiptMention]: RegExp } = {
  receivedOn: /\{\{\s*receivedAt\s*\}\}|\b\d{1,2}(er)? \p{L}{3,} \d{4}/u,
  service: /\{\{\s*service\s*\}\}|\bservice\b/iu,
  address: /\{\{\s*serviceAddress\s*\}\}|\b\d{5} \p{Lu}/u,
  phone: /\{\{\s*servicePhone\s*\}\}|\b0\d(?:[ .]?\d\d){4}\b/u,
  silenceDay: /\{\{\s*silenceDay\s*\}\}|(?:réputée?|vaudra|vaut)[^.]*\b\d{1,2}(er)? \p{L}{3,} \d{4}/iu,
  remedies: /\brecours\b|\btribunal\b|\bCADA\b|commission d’accès/iu,
  certificate: /attestation|L\.? ?232-3/iu,
};
const email = /\{\{\s*serviceEmail\s*\}\}|\S@\S+\.\S/u;

/**
 * What the text of a receipt lacks of what it must tell (CRPA R112-5; of what came by electronic means, R112-11-1, where an
 * e-mail address does for a postal one). Without it the terms of appeal don't run against its author (L112-6, L112-12). A reading of
 * words: it may be wrong about a letter that says it otherwise, so it warns and refuses nothing.
 */
export function mentionsMissing(text: string, { kind, electronic, silence }: Receipt): readonly ReceiptMention[] {
  const asked: readonly ReceiptMention[] = [
    'receivedOn',
    ...(kind === 'receipt' ? (['service', 'address', 'phone'] as const) : []),
    ...(kind === 'receipt' && silence ? (['silenceDay', silence === 'silenceAccepts' ? 'certificate' : 'remedies'] as const) : []),
  ];
  return asked.filter((mention) => !signs[mention].test(text) && !(mention === 'address' && electronic && email.test(text)));
}
