import { purge } from '../nodes/remove.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { changeNode } from '../records/change.js';
import type { Session } from '../repository.js';
import { keptBelow, write } from './inner-node.js';
import { beginStep, completeAction, nextActionOf, type NextAction } from './next-action.js';
import { endOfPeriod } from './period.js';
import { scheduleAbove, scheduleById, type Schedule } from './schedules.js';
import { mirror } from './search-mirror.js';
import type { Step } from './steps.js';
import { plain } from '../http/errors.js';

/** An item's life: its schedule, what is next, and by which step. */
export interface Life {
  readonly schedule: Schedule;
  readonly action: NextAction;
  readonly step: Step;
}

/** What is next for a record or record folder; nothing when it lives by no schedule or has come to its end. */
export async function lifeOf(session: Session, item: NodeRow): Promise<Life | undefined> {
  const action = await nextActionOf(session, item.id);
  if (action === undefined) return undefined;
  const definition = await findNode(session, action.step);
  const schedule = definition === undefined ? undefined : await scheduleById(session, definition.parent ?? '');
  const step = schedule?.steps.find((one) => one.id === action.step);
  return schedule === undefined || step === undefined ? undefined : { schedule, action, step };
}

/** Brings what searches see in line with an item's life. */
export async function noteLife(session: Session, item: NodeRow): Promise<void> {
  const life = await lifeOf(session, item);
  if (life !== undefined) await mirror(session, item, life.schedule, life.action, life.step);
}

async function begin(session: Session, item: NodeRow, schedule: Schedule): Promise<void> {
  const [first] = schedule.steps;
  if (first === undefined) {
    await mirror(session, item, schedule);
    return;
  }
  await beginStep(session, item, first);
  await noteLife(session, item);
}

/** Ends the action that is next and makes the step after it the next one; after the last step, none. */
export async function goOn(session: Session, item: NodeRow, life: Life): Promise<void> {
  await completeAction(session, life.action);
  const after = life.schedule.steps[life.step.index + 1];
  const now = await findNode(session, item.id);
  if (after === undefined || now === undefined) return;
  await beginStep(session, now, after);
  await noteLife(session, now);
}

/** A record folder was made in a category: where the category's schedule is for folders, the folder's retention begins. */
export async function onFolderCreated(session: Session, folder: NodeRow): Promise<void> {
  const schedule = await scheduleAbove(session, folder.id);
  if (schedule === undefined || schedule.recordLevel) await mirror(session, folder, schedule);
  else await begin(session, folder, schedule);
}

async function forget(session: Session, item: NodeRow): Promise<void> {
  for (const node of await keptBelow(session, item.id, 'rma:nextDispositionAction')) await purge(session, node.id);
  await changeNode(session, item.id, { remove: ['rma:dispositionLifecycle'], silent: true });
}

/**
 * A record came into a record folder, filed or moved: where the schedule there is for records, the record's retention begins,
 * anew if it came from another schedule.
 */
export async function onFiled(session: Session, record: NodeRow): Promise<void> {
  const schedule = await scheduleAbove(session, record.parent ?? record.id);
  const life = await lifeOf(session, record);
  if (life !== undefined && life.schedule.node.id === schedule?.node.id) return;
  if (life !== undefined) await forget(session, record);
  if (schedule?.recordLevel === true) await begin(session, record, schedule);
  else await mirror(session, record, undefined);
}

/** A record was completed: nothing of its retention changes by that, only what searches see. */
export async function onCompleted(session: Session, record: NodeRow): Promise<void> {
  await noteLife(session, record);
}

/** Properties from which periods count, beside the date of creation, which nobody changes. */
const counted = ['rma:cutOffDate', 'rma:dateFiled', 'dod:publicationDate'];

/**
 * Properties of an item were changed: a day that counts from one of them is counted anew.
 * @throws AcsError 500 when such a property was taken away
 */
export async function onPropertiesChanged(session: Session, before: NodeRow, after: NodeRow): Promise<void> {
  const changed = counted.filter((name) => before.properties[name] !== after.properties[name]);
  if (changed.length === 0 || !after.aspects.includes('rma:dispositionLifecycle')) return;
  const cleared = changed.find((name) => after.properties[name] === undefined);
  if (cleared !== undefined) throw plain(500, `Error updating property ${cleared} to null, because property is being used to determine a disposition date.`);
  const life = await lifeOf(session, after);
  if (life === undefined || !changed.includes(life.step.periodProperty ?? '')) return;
  const asOf = endOfPeriod(life.step.period, new Date(String(after.properties[life.step.periodProperty ?? ''])));
  await write(session, life.action.id, { 'rma:dispositionAsOf': asOf?.toISOString() });
  await noteLife(session, after);
}

