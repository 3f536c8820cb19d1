import type { NodeRow } from '../nodes/node.js';
import { changeNode } from '../records/change.js';
import type { Session } from '../repository.js';
import { findEvent, isAutomatic } from '../rm-security/events.js';
import { keep, keptBelow, write } from './inner-node.js';
import { endOfPeriod } from './period.js';
import type { Step } from './steps.js';

export interface EventExecution {
  readonly id: string;
  readonly name: string;
  readonly complete: boolean;
  readonly completedAt: string | undefined;
  readonly completedBy: string | undefined;
  readonly automatic: boolean;
}

/** What is to be done next with a record or record folder. */
export interface NextAction {
  readonly id: string;
  readonly name: string;
  readonly step: string;
  readonly asOf: string | undefined;
  /** Enough events have come, as it was written down with the last of them. */
  readonly eventsEligible: boolean;
  readonly startedAt: string | undefined;
  readonly startedBy: string | undefined;
  readonly events: readonly EventExecution[];
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const eventOf = ({ id, properties: kept }: NodeRow): EventExecution => ({
  id,
  name: String(kept['rma:eventExecutionName']),
  complete: kept['rma:eventExecutionComplete'] === true,
  completedAt: text(kept['rma:eventExecutionCompletedAt']),
  completedBy: text(kept['rma:eventExecutionCompletedBy']),
  automatic: kept['rma:eventExecutionAutomatic'] === true,
});

export async function nextActionOf(session: Session, item: string): Promise<NextAction | undefined> {
  const [node] = await keptBelow(session, item, 'rma:nextDispositionAction');
  if (node === undefined) return undefined;
  const kept = node.properties;
  return {
    id: node.id,
    name: String(kept['rma:dispositionAction']),
    step: String(kept['rma:dispositionActionId']),
    asOf: text(kept['rma:dispositionAsOf']),
    eventsEligible: kept['rma:dispositionEventsEligible'] === true,
    startedAt: text(kept['rma:dispositionActionStartedAt']),
    startedBy: text(kept['rma:dispositionActionStartedBy']),
    events: (await keptBelow(session, node.id, 'rma:eventExecutions')).map(eventOf),
  };
}

/** Whether the events that have come are enough for a step. */
export const enoughEvents = (events: readonly Pick<EventExecution, 'complete'>[], firstEvent: boolean): boolean =>
  events.length > 0 && (firstEvent ? events.some((one) => one.complete) : events.every((one) => one.complete));

/** Whether the action may be done: its day has come or its events have; both, where the step says so. */
export function isEligible(action: Pick<NextAction, 'asOf' | 'events'>, step: Pick<Step, 'firstEvent' | 'combine'>, now: Date): boolean {
  const due = action.asOf !== undefined && new Date(action.asOf).getTime() <= now.getTime();
  const come = enoughEvents(action.events, step.firstEvent);
  return step.combine === true ? due && come : due || come;
}

/** When the last action before was completed. */
async function lastCompleted(session: Session, item: string): Promise<Date | undefined> {
  const done = (await keptBelow(session, item, 'rma:dispositionActionHistory')).map((node) => text(node.properties['rma:dispositionActionCompletedAt'])).filter((one) => one !== undefined);
  const last = done.sort().at(-1);
  return last === undefined ? undefined : new Date(last);
}

async function beginning(session: Session, item: NodeRow, property: string | undefined): Promise<Date | undefined> {
  if (property === undefined) return new Date();
  if (property === 'cm:created') return item.created;
  if (property === 'rma:dispositionAsOf') return (await lastCompleted(session, item.id)) ?? item.created;
  const value = text(item.properties[property]);
  return value === undefined ? undefined : new Date(value);
}

/** The day of a step for an item; none when its period has no end or nothing to count from. */
export async function asOfDate(session: Session, item: NodeRow, step: Step): Promise<string | undefined> {
  const from = await beginning(session, item, step.periodProperty);
  return from === undefined ? undefined : endOfPeriod(step.period, from)?.toISOString();
}

/** Makes a step the item's next action. */
export async function beginStep(session: Session, item: NodeRow, step: Step): Promise<void> {
  const marked = await changeNode(session, item.id, { add: ['rma:dispositionLifecycle'], silent: true });
  const asOf = await asOfDate(session, marked, step);
  const action = await keep(session, marked, 'rma:nextDispositionAction', 'rma:dispositionAction', {
    'rma:dispositionActionId': step.id, 'rma:dispositionAction': step.name, 'rma:dispositionEventsEligible': false, 'rma:manuallySetAsOf': false,
    ...(asOf === undefined ? {} : { 'rma:dispositionAsOf': asOf }),
  });
  for (const name of step.events) {
    const automatic = isAutomatic(await findEvent(session, name));
    await keep(session, action, 'rma:eventExecutions', 'rma:eventExecution', { 'rma:eventExecutionName': name, 'rma:eventExecutionAutomatic': automatic, 'rma:eventExecutionComplete': false });
  }
}

export const startAction = (session: Session, action: NextAction): Promise<void> =>
  write(session, action.id, { 'rma:dispositionActionStartedAt': new Date().toISOString(), 'rma:dispositionActionStartedBy': session.caller.user });

/** Files a done action with the item's history; it has no next one then. */
export async function completeAction(session: Session, action: NextAction): Promise<void> {
  await write(session, action.id, { 'rma:dispositionActionCompletedAt': new Date().toISOString(), 'rma:dispositionActionCompletedBy': session.caller.user });
  await session.sql.rows(`update child set assoc_type = 'rma:dispositionActionHistory' where child = $1`, [action.id]);
}
