import type { Day } from '../calendar/working-days.js';
import type { EliminationCause } from '../elimination/states.js';
import type { RecordState } from '../records/words.js';
import type { ScheduleRow } from '../settings/schedule.js';

/** A document of the list as Alfresco has it at this moment. */
export interface NodeNow {
  /** Undefined where it is gone without a trace. */
  readonly there: boolean;
  readonly isRecord: boolean;
  readonly frozen: boolean;
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
  /** When retention may end; absent where it has ended. */
  readonly asOf?: Day;
  /** Its visa stands in Governance Services though nobody here has written that it would be given. */
  readonly visaByOthers: boolean;
}

/** A mail of a frozen and visaed list, all of it read again right before it is destroyed. */
export interface ItemNow {
  /** By the clock of this machine and that of the database, whichever is behind. */
  readonly today: Day;
  readonly granted: boolean;
  readonly eliminated: boolean;
  /** Somebody works on it again. */
  readonly open: boolean;
  readonly held: boolean;
  readonly alerts: number;
  readonly record?: { readonly state: RecordState; readonly row: Pick<ScheduleRow, 'years'>; readonly due: Day | null; readonly conflict: boolean };
  /** The row in force under its code. */
  readonly rowNow?: Pick<ScheduleRow, 'years' | 'finalSort' | 'agreed'>;
  readonly listedDue: Day | null;
  /** Reckoned anew from the mail. */
  readonly reckonedDue: Day | null;
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
function causeToKeep({ today, granted, eliminated, open, held, alerts, record, rowNow, listedDue, reckonedDue, describedAsListed, strangers, nodes }: ItemNow): EliminationCause | undefined {
  const left = nodes.filter(({ ghosted }) => !ghosted);
  const causes: readonly (readonly [holds: boolean, cause: EliminationCause])[] = [
    [eliminated, 'eliminated'],
    [!granted, 'otherCampaign'],
    [held, 'held'],
    [left.some(({ frozen }) => frozen), 'heldInAlfresco'],
    [open, 'open'],
    [!record || record.state !== 'dated', 'notDeclared'],
    [!rowNow, 'noRow'],
    [!rowNow?.agreed, 'notAgreed'],
    [rowNow?.finalSort !== 'D', 'fate'],
    [(rowNow?.years ?? 0) > (record?.row.years ?? 0), 'rowChanged'],
    [!listedDue || listedDue > today || !reckonedDue || reckonedDue > today, 'notDue'],
    [listedDue !== reckonedDue || record?.due !== listedDue || record?.conflict === true, 'datesDiffer'],
    [left.some(({ asOf }) => asOf !== undefined && asOf > today), 'notDue'],
    [left.some(({ there }) => !there), 'goneFromAlfresco'],
    [alerts > 0, 'alertOpen'],
    [!describedAsListed || strangers > 0 || left.some(({ isRecord, olderVersions, next, visaByOthers }) => !isRecord || olderVersions > 0 || (next !== 'retain' && next !== 'destroy') || visaByOthers), 'recordChanged'],
  ];
  return causes.find(([holds]) => holds)?.[1];
}

/** The day that both clocks agree has come: a clock that is ahead shortens no period. */
export const earlierOf = <T extends Date | Day>(a: T, b: T): T => (a < b ? a : b);

/** Whether the days of reflection are over by both clocks. */
export const coolingIsOver = (until: Date, clocks: { readonly house: Date; readonly database: Date }): boolean => earlierOf(clocks.house, clocks.database) >= until;
