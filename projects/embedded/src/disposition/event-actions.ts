import type { NodeRow } from '../nodes/node.js';
import { changeNode } from '../records/change.js';
import { isFrozen } from '../records/kinds.js';
import type { Session } from '../repository.js';
import { accessDenied } from '../rm-security/capabilities.js';
import { assertMay, instantOf, missingParameter, type Action, type Parameters } from './action.js';
import { write } from './inner-node.js';
import { lifeOf, noteLife, type Life } from './lifecycle.js';
import { enoughEvents, type EventExecution } from './next-action.js';

/** A life whose next step waits for events. What is held has none that could come or be undone. @throws AcsError 403 */
async function waiting(session: Session, node: NodeRow): Promise<Life> {
  if (isFrozen(node)) throw accessDenied();
  await assertMay(session, node, 'AddModifyEventDates');
  await session.sql.rows('select 1 from node where id = $1 for update', [node.id]);
  const life = await lifeOf(session, node);
  if (life === undefined || life.action.events.length === 0) throw accessDenied();
  return life;
}

function eventName(parameters: Parameters, action: string): string {
  const name = parameters['eventName'];
  if (typeof name !== 'string' || name === '') throw missingParameter('eventName', action);
  return name;
}

/** Writes an event down and, if that changes what may be done, the action too. */
async function record(session: Session, node: NodeRow, life: Life, event: EventExecution, complete: boolean, details: Readonly<Record<string, unknown>>): Promise<void> {
  await write(session, event.id, { 'rma:eventExecutionComplete': complete, ...details });
  const eligible = enoughEvents(life.action.events.map((one) => (one.id === event.id ? { complete } : one)), life.step.firstEvent);
  if (eligible === life.action.eventsEligible) return;
  await write(session, life.action.id, { 'rma:dispositionEventsEligible': eligible });
  await noteLife(session, await changeNode(session, node.id, {}));
}

/** An event has come. One that the step doesn't wait for is passed over without a word. When it came is noted, and moves no date. */
export const completeEvent: Action = async (session, node, parameters) => {
  const life = await waiting(session, node);
  const name = eventName(parameters, 'completeEvent');
  const event = life.action.events.find((one) => one.name === name);
  if (event === undefined) return undefined;
  const by = parameters['eventCompletedBy'];
  await record(session, node, life, event, true, {
    'rma:eventExecutionCompletedAt': instantOf(parameters['eventCompletedAt']) ?? new Date().toISOString(),
    'rma:eventExecutionCompletedBy': typeof by === 'string' && by !== '' ? by : session.caller.user,
  });
  return undefined;
};

export const undoEvent: Action = async (session, node, parameters) => {
  const life = await waiting(session, node);
  const name = eventName(parameters, 'undoEvent');
  const event = life.action.events.find((one) => one.name === name);
  if (event !== undefined) await record(session, node, life, event, false, { 'rma:eventExecutionCompletedAt': undefined, 'rma:eventExecutionCompletedBy': undefined });
  return undefined;
};

/** Sets the day of the next action. A step without a day gets none this way. */
export const editAsOfDate: Action = async (session, node, parameters) => {
  await assertMay(session, node, 'ManuallyChangeDispositionDates');
  await session.sql.rows('select 1 from node where id = $1 for update', [node.id]);
  const life = await lifeOf(session, node);
  if (life?.action.asOf === undefined) throw accessDenied();
  const asOf = instantOf(parameters['asOfDate']);
  if (asOf === undefined) throw missingParameter('asOfDate', 'editDispositionActionAsOfDate');
  await write(session, life.action.id, { 'rma:dispositionAsOf': asOf, 'rma:manuallySetAsOf': true });
  await noteLife(session, await changeNode(session, node.id, {}));
  return undefined;
};
