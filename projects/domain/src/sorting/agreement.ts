import { isDigestOf } from '../visa/visa.js';
import type { SortingDecision } from './states.js';

/** What of a list that came back on paper is written otherwise than it was proposed: by the unit's rank, and why. */
export interface StruckUnit {
  readonly rank: number;
  readonly reason: string;
}

/** An agreement as it is given here, or as it is copied from paper. */
export interface GivenAgreement {
  /** Digest of the list that was agreed to: whole, or its beginning as it was printed. */
  readonly digest: string;
  readonly on: string;
  readonly struck?: readonly StruckUnit[];
}

export interface ProposedList {
  /** SHA-512 of the list, hexadecimal. */
  readonly sha512: string;
  readonly ranks: ReadonlySet<number>;
  readonly proposedOn: string;
  readonly today: string;
}

export type AgreementFault = 'sortingOtherList' | 'dayInFuture' | 'visaBeforeSubmission' | 'sortingUnknownRank' | 'sortingRankTwice' | 'sortingNoReason';

/** The first thing that makes an agreement worth nothing; undefined for one that counts. */
export function agreementFlaw({ digest, on, struck = [] }: GivenAgreement, { sha512, ranks, proposedOn, today }: ProposedList): { readonly code: AgreementFault; readonly params: { readonly rank?: number; readonly day?: string } } | undefined {
  if (!isDigestOf(digest, sha512)) return { code: 'sortingOtherList', params: {} };
  if (on > today) return { code: 'dayInFuture', params: { day: on } };
  if (on < proposedOn) return { code: 'visaBeforeSubmission', params: { day: on } };
  for (const [at, { rank, reason }] of struck.entries()) {
    if (!ranks.has(rank)) return { code: 'sortingUnknownRank', params: { rank } };
    if (struck.findIndex((one) => one.rank === rank) !== at) return { code: 'sortingRankTwice', params: { rank } };
    if (!reason.trim()) return { code: 'sortingNoReason', params: { rank } };
  }
  return undefined;
}

/** A unit whose decision was struck out has the other one. */
export const otherDecision = (decision: SortingDecision): SortingDecision => (decision === 'kept' ? 'notKept' : 'kept');
