import type { HoldKind } from '../records/words.js';
import { nextState, type MailAction } from '../mail/actions.js';
import type { MailState } from '../mail/states.js';

/** What a hold refuses. */
export type HoldStop = 'held' | 'processingRestricted';

/** New processing of personal data: to be answered with, given to others, sent on. To close, to note, to shelve is storing. */
const processing: readonly MailAction[] = ['answer', 'copy', 'reroute', 'passOn', 'transmit', 'askOpinion', 'askPieces'];

/**
 * Whether holds of these kinds stop an action on a mail. All of them stop what does away with it; a limitation (RGPD art. 18)
 * also stops new processing, but for the time for which somebody has allowed it with a reason.
 */
export function stoppedByHold(action: MailAction, state: MailState, held: { readonly kinds: readonly HoldKind[]; readonly excepted: boolean }): HoldStop | undefined {
  if (!held.kinds.length) return undefined;
  if (nextState(state, action) === 'voided' && state !== 'voided') return 'held';
  return held.kinds.includes('restriction') && !held.excepted && processing.includes(action) ? 'processingRestricted' : undefined;
}
