import type { SameMailBecause } from './because.js';
import { tellingDifferences } from './differences.js';
import { commonShare } from './print.js';

/** Share of common runs below which two texts are not worth a word. */
export const leastShare = 0.45;
const shownDifferences = 5;

export interface ReadText {
  readonly text: string;
  readonly print: readonly number[];
}

/** What two texts that were read say of whether their mails are one; undefined: nothing. */
export function sameTextBecause(one: ReadText, other: ReadText): SameMailBecause | undefined {
  const share = commonShare(one.print, other.print);
  if (share < leastShare) return undefined;
  const differences = tellingDifferences(one.text, other.text);
  return { code: differences.length ? 'sameForm' : 'sameText', share: Math.round(share * 100), differences: differences.slice(0, shownDifferences).map(({ one: left, other: right }) => ({ one: left.slice(0, 80), other: right.slice(0, 80) })), more: Math.max(0, differences.length - shownDifferences) };
}
