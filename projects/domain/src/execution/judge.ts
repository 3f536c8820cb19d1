import type { Day } from '../calendar/day.js';
import type { EliminationCause } from '../elimination/states.js';

/** A document of the list as Alfresco has it at this moment. */
export interface NodeNow {
  /** False where it is gone without a trace. */
  readonly there: boolean;
  /** Its bytes are destroyed already. */
  readonly ghosted: boolean;
  /** Its destruction was written down here before it was begun. */
  readonly intended: boolean;
  /** The same bytes as in the list; asked only where they are there. */
  readonly same: boolean;
  /** Versions beside the present one, which its destruction would leave. */
  readonly olderVersions: number;
  /** What Governance Services would do next. */
  readonly next?: 'retain' | 'destroy' | 'other';
  /** Its visa stands in Governance Services though nobody here has written that it would be given. */
  readonly visaByOthers: boolean;
}

/** A mail of a frozen and visaed list, all of it read again right before it is destroyed. */
export interface ItemNow {
  /** By the clock of this machine and that of the database, whichever is behind. */
  readonly today: Day;
  /** Its line of the bordereau has the visa. */
  readonly granted: boolean;
  /** What an analysis finds at this moment, of all that was not destroyed yet. */
  readonly found?: EliminationCause;
  readonly listedDue: Day | null;
  /** Reckoned anew. */
  readonly due: Day | null;
  /** The mail is described as it was when the list was frozen. */
  readonly describedAsListed: boolean;
  /** Documents in its folder that are not in the list. */
  readonly strangers: number;
  readonly nodes: readonly NodeNow[];
}

export type ItemVerdict =
  | { readonly do: 'destroy' }
  /** It stays, and the report says why. */
  | { readonly do: 'keep'; readonly cause: EliminationCause }
  /** The whole campaign stops: what was approved is not what is there. */
  | { readonly do: 'stop'; readonly cause: 'contentAltered' | 'destroyedByOthers' | 'partlyDestroyed'; readonly because?: EliminationCause };

/**
 * What is done to an item now. One whose destruction was begun is gone on with as long as nothing speaks against it; where
 * something does, part of it is destroyed already, and a person has to look.
 */
export function judgeItem(item: ItemNow): ItemVerdict {
  const { nodes } = item;
  if (nodes.some(({ ghosted, intended }) => ghosted && !intended)) return { do: 'stop', cause: 'destroyedByOthers' };
  if (nodes.some(({ there, ghosted, same }) => there && !ghosted && !same)) return { do: 'stop', cause: 'contentAltered' };
  const cause = causeToKeep(item);
  if (!cause) return { do: 'destroy' };
  return nodes.some(({ ghosted }) => ghosted) ? { do: 'stop', cause: 'partlyDestroyed', because: cause } : { do: 'keep', cause };
}

/** The first reason why it stays. */
function causeToKeep({ today, granted, found, listedDue, due, describedAsListed, strangers, nodes }: ItemNow): EliminationCause | undefined {
  const left = nodes.filter(({ ghosted }) => !ghosted);
  if (!granted) return 'visaRefused';
  if (found) return found;
  if (!listedDue || !due || listedDue > today || due > today) return 'notDue';
  if (due !== listedDue) return 'datesDiffer';
  if (left.some(({ there }) => !there)) return 'goneFromAlfresco';
  const changed = left.some(({ olderVersions, next, visaByOthers }) => olderVersions > 0 || (next !== 'retain' && next !== 'destroy') || visaByOthers);
  return !describedAsListed || strangers > 0 || changed ? 'recordChanged' : undefined;
}

/** The day that both clocks agree has come: a clock that is ahead shortens no period. */
export const earlierOf = <T extends Date | Day>(a: T, b: T): T => (a < b ? a : b);

/** Whether the days of reflection are over by both clocks. */
export const coolingIsOver = (until: Date, clocks: { readonly house: Date; readonly database: Date }): boolean => earlierOf(clocks.house, clocks.database) >= until;
