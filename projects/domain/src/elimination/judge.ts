import type { Day } from '../calendar/day.js';
import type { MailState } from '../mail/states.js';
import { isOver } from '../records/current-use.js';
import { dueUnder, type FileDays } from '../records/due.js';
import type { RecordState } from '../records/words.js';
import type { KnownDays } from '../retention/due.js';
import type { ScheduleRow } from '../settings/schedule.js';
import type { EliminationCause, Verdict } from './states.js';

/** One node of a mail as Governance Services answered for it just now. */
export interface PartSeen {
  readonly node: string;
  /** `changed`: no complete record that was cut off; `gone`: not there, or eliminated; `unreadable`: nobody answered. */
  readonly seen: 'record' | 'changed' | 'gone' | 'unreadable';
  /** Last day of its retention by AGS, in the authority's time zone. */
  readonly due?: Day;
  /** A hold is on it. */
  readonly frozen?: boolean;
  /** Its size is another than that of any bytes the house knows. */
  readonly altered?: boolean;
  /** Another mail has the same node. */
  readonly shared?: boolean;
}

/** What is known of a mail that may be eliminated: raw facts, never a due day that was computed before. */
export interface Candidate {
  readonly state: MailState;
  readonly eliminated: boolean;
  readonly days: KnownDays;
  readonly file?: FileDays;
  readonly affairOpen: boolean;
  /** Open mails that it answers, follows or is otherwise linked to. */
  readonly openLinks: number;
  readonly holds: number;
  /** Limitation of processing, or an open request of a person about their data. */
  readonly personalRequests: number;
  readonly alerts: number;
  readonly goneFromAlfresco: boolean;
  readonly heldInAlfresco: boolean;
  /** The frozen list that it is in, other than this campaign's. */
  readonly claimedBy?: string;
  /** The row of the schedule as it is in force for this mail. */
  readonly inForce?: ScheduleRow;
  /** What differs between the row and its category in the file plan, as last compared. */
  readonly rowDrift?: string;
  readonly record?: {
    readonly state: RecordState;
    /** As it was when the mail was filed. */
    readonly row: ScheduleRow;
    /** As it was computed when it was dated. */
    readonly due?: Day;
    /** What the nightly comparison found. */
    readonly conflict?: string;
  };
  /** Documents whose node is no part of the record. */
  readonly partsMissing: number;
  readonly parts: readonly PartSeen[];
}

export interface Bounds {
  /** Last due day, itself never in the future. */
  readonly until: Day;
  /** Rows of fewer years are a conflict. */
  readonly minYears: number;
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly cause?: EliminationCause;
  readonly params: { readonly [name: string]: string | number };
  readonly row?: ScheduleRow;
  readonly trigger?: Day;
  /** Recomputed. */
  readonly due?: Day;
  /** The latest that AGS says of any part. */
  readonly agsDue?: Day;
}

/**
 * Keep, destroy or conflict. Eliminated is only what nothing speaks against: an agreed row with fate D, a period that is over
 * by two computations of the same day, a record that is whole, and nothing open around it. Pure.
 */
export function judge(candidate: Candidate, bounds: Bounds): Judgement {
  const row = candidate.record?.row ?? candidate.inForce;
  const { trigger, due } = row ? dueUnder(row, candidate.days, candidate.file) : {};
  const agsDue = candidate.parts.map((part) => part.due).filter((day) => day !== undefined).sort().at(-1);
  const facts: Facts = { ...candidate, row, due, agsDue, bounds };
  const found = causes.find(([, , holds]) => holds(facts) !== undefined);
  const told = { row, trigger, due, agsDue };
  if (!found) return { verdict: 'destroy', params: {}, ...told };
  const [verdict, cause, holds] = found;
  return { verdict, cause, params: holds(facts) ?? {}, ...told };
}

interface Facts extends Candidate {
  readonly row?: ScheduleRow;
  readonly due?: Day;
  readonly agsDue?: Day;
  readonly bounds: Bounds;
}
type Params = { readonly [name: string]: string | number };

const when = (holds: boolean, params: Params = {}): Params | undefined => (holds ? params : undefined);
const parts = (seen: Facts, test: (part: PartSeen) => boolean): Params | undefined => {
  const count = seen.parts.filter(test).length;
  return when(count > 0, { documents: count });
};

/** In the order in which they are told. */
const causes: readonly (readonly [Exclude<Verdict, 'destroy'>, EliminationCause, (facts: Facts) => Params | undefined])[] = [
  ['keep', 'eliminated', ({ eliminated }) => when(eliminated)],
  ['keep', 'noRow', ({ row }) => when(!row)],
  ['keep', 'notAgreed', ({ row }) => when(!row?.agreed, { row: row?.code ?? '' })],
  ['keep', 'fate', ({ row }) => when(row?.finalSort !== 'D', { row: row?.code ?? '', fate: row?.finalSort ?? '' })],
  ['keep', 'open', ({ state }) => when(!isOver(state), { state })],
  ['keep', 'affairOpen', ({ affairOpen }) => when(affairOpen)],
  ['keep', 'noTrigger', ({ due }) => when(!due)],
  ['keep', 'notDue', ({ due, bounds }) => when(due !== undefined && due > bounds.until, { due: due ?? '' })],
  ['keep', 'held', ({ holds }) => when(holds > 0, { holds })],
  ['keep', 'personalRequest', ({ personalRequests }) => when(personalRequests > 0, { requests: personalRequests })],
  ['keep', 'linkedOpen', ({ openLinks }) => when(openLinks > 0, { mails: openLinks })],
  ['keep', 'notDeclared', ({ record }) => when(record?.state !== 'dated', { state: record?.state ?? 'none' })],
  ['keep', 'otherCampaign', ({ claimedBy }) => when(claimedBy !== undefined, { campaign: claimedBy ?? '' })],
  ['conflict', 'belowMinimum', ({ row, bounds }) => when(!row || row.years < bounds.minYears, { years: row?.years ?? 0, least: bounds.minYears })],
  ['conflict', 'rowChanged', ({ row, inForce }) => rowChange(row, inForce)],
  ['conflict', 'rowDrift', ({ row, rowDrift }) => when(rowDrift !== undefined, { row: row?.code ?? '', drift: rowDrift ?? '' })],
  ['conflict', 'heldInAlfresco', (facts) => when(facts.heldInAlfresco) ?? parts(facts, ({ frozen }) => frozen === true)],
  ['conflict', 'alertOpen', ({ alerts }) => when(alerts > 0, { alerts })],
  ['conflict', 'goneFromAlfresco', (facts) => when(facts.goneFromAlfresco) ?? parts(facts, ({ seen }) => seen === 'gone')],
  ['conflict', 'unreadable', (facts) => parts(facts, ({ seen }) => seen === 'unreadable')],
  ['conflict', 'recordChanged', (facts) => when(facts.partsMissing > 0, { documents: facts.partsMissing }) ?? parts(facts, ({ seen }) => seen === 'changed') ?? when(!!facts.record?.conflict && facts.record.conflict !== 'datesDiffer', { conflict: facts.record?.conflict ?? '' })],
  ['conflict', 'datesDiffer', (facts) => datesDiffer(facts)],
  ['conflict', 'contentAltered', (facts) => parts(facts, ({ altered }) => altered === true)],
  ['conflict', 'contentShared', (facts) => parts(facts, ({ shared }) => shared === true)],
];

/** What was filed keeps its row; where today's is stricter, or gone, people decide first. */
function rowChange(kept: ScheduleRow | undefined, inForce: ScheduleRow | undefined): Params | undefined {
  if (!kept) return undefined;
  if (!inForce) return { row: kept.code, change: 'gone' };
  if (!inForce.agreed) return { row: kept.code, change: 'notAgreed' };
  if (inForce.finalSort !== kept.finalSort) return { row: kept.code, change: 'fate', now: inForce.finalSort };
  return inForce.years > kept.years ? { row: kept.code, change: 'longer', now: inForce.years } : undefined;
}

/** Three days must be the same: recomputed now, computed when it was dated, and AGS's of each part. */
function datesDiffer({ due, record, parts: seen }: Facts): Params | undefined {
  const stranger = seen.find((part) => part.due !== due);
  if (record?.due === due && !stranger && record?.conflict === undefined) return undefined;
  return { here: due ?? '', stored: record?.due ?? '', ags: stranger ? (stranger.due ?? '') : (due ?? '') };
}
