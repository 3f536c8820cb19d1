import type { DocTypeSetting } from '../settings/doc-types.js';
import { holdsWord } from '../routing/text.js';
import { readDates } from './dates.js';
import { readPostcode, readSender, readSubject } from './letter-parts.js';
import { joinCutWords, skeleton } from './ocr-text.js';

/** A value read off the letter, with its confidence (0–1) and the words that speak for it. */
export interface Proposal {
  readonly value: string;
  readonly confidence: number;
  readonly because: string;
}

/** What the reader proposes to the operator, who confirms it. */
export interface Proposals {
  readonly type?: Proposal;
  readonly senderName?: Proposal;
  readonly subject?: Proposal;
  readonly documentDate?: Proposal;
  readonly receivedAt?: Proposal;
  readonly postcode?: Proposal;
  /** Said by a separator sheet; its `because` is `sheet:` and the page of the batch. */
  readonly service?: Proposal;
  /** Chrono of the mail that an identification sheet or a label says it belongs to. */
  readonly belongsTo?: Proposal;
  /** Number that the scanner printed on the first page, or a label carries; `because` is `number:`, the page and the place on it. */
  readonly endorsement?: Proposal;
  /** The same of the last page, when it is another of the same run. */
  readonly endorsementLast?: Proposal;
  /** Signs that two letters were scanned as one. */
  readonly glued?: readonly GluedHint[];
}

/** Why a document may be two letters. `page` is its own, from 1; `because` are the words that say so. */
export interface GluedHint {
  readonly code: 'numbering' | 'letterhead' | 'date';
  readonly page: number;
  readonly because: string;
}

/** Proposals from the text of the letter's pages, in reading order. `today` bounds the dates that are believed. */
export function classify(pages: readonly string[], types: readonly DocTypeSetting[], today: string): Proposals {
  const text = pages.join('\n');
  const first = pages[0] ?? '';
  return { type: classifyType(text, types), senderName: readSender(first), subject: readSubject(first), postcode: readPostcode(first), ...readDates(first, today) };
}

/**
 * The type whose declared keywords weigh most, those in the subject twice; its confidence falls as the runner-up comes
 * near and is full from a weight of 3 on.
 */
export function classifyType(text: string, types: readonly DocTypeSetting[]): Proposal | undefined {
  const whole = skeleton(joinCutWords(text));
  const subject = skeleton(readSubject(text)?.value ?? '');
  const scored = types
    .map((type) => {
      const found = type.keywords.filter((keyword) => holdsWord(whole, skeleton(keyword.text)));
      return { type, found, score: found.reduce((sum, keyword) => sum + keyword.weight * (holdsWord(subject, skeleton(keyword.text)) ? 2 : 1), 0) };
    })
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (!best || best.score === 0) return undefined;
  const lead = best.score / (best.score + (second?.score ?? 0));
  const weight = Math.min(1, best.score / 3);
  return { value: best.type.code, confidence: Math.round(lead * weight * 100) / 100, because: best.found.map((keyword) => keyword.text).join(', ') };
}
