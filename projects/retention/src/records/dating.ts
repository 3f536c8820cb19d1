import { eventNames, type NextAction } from '@bannette/alfresco';
import { addMonths, dayIn, noonOf, type Day, type ScheduleRow } from '@bannette/domain';
import type { House } from '@bannette/house';
import { Refusal } from './refusal.js';

/** When AGS lets a record's retention end. */
export interface AgsDue {
  readonly due: Day;
  /** The retention was ended there: no date can be moved any more. */
  readonly over: boolean;
}

/**
 * What AGS says of when retention ends; undefined while nothing was dated. Where retention is over its date is gone: then it
 * is the day of the cut-off and the row's years (D), or none (C, T), which have no lifecycle left.
 */
export async function readDue(house: House, nodeId: string, row: ScheduleRow, known?: Day | null): Promise<AgsDue | undefined> {
  const { records, nodes } = house.repository;
  const { timeZone } = (await house.settings()).authority;
  const next = await records.nextAction(nodeId);
  if (next?.action === 'retain') return next.asOf ? { due: dayIn(timeZone, new Date(next.asOf)), over: false } : undefined;
  if (next?.action === 'cutoff') return undefined;
  const cutOff = (await nodes.get(nodeId)).properties['rma:cutOffDate'];
  if (typeof cutOff === 'string') return { due: addMonths(dayIn(timeZone, new Date(cutOff)), 12 * row.years), over: true };
  return known ? { due: known, over: true } : undefined;
}

/**
 * Dates a complete record from its trigger. Fate D: its closing is recorded and it is cut off, which AGS would date today,
 * so the day is set to that of the trigger and the rest counted anew. C and T: retention has its date set.
 *
 * @returns what AGS then says @throws Refusal when there is no lifecycle, or retention is over and the date is another
 */
export async function datePart(house: House, nodeId: string, row: ScheduleRow, trigger: Day, due: Day): Promise<Day> {
  const { records, nodes } = house.repository;
  const { timeZone } = (await house.settings()).authority;
  if (row.finalSort === 'D') await cutOff(house, nodeId);
  const before = await readDue(house, nodeId, row);
  if (!before && row.finalSort !== 'D') throw new Refusal('noLifecycle', { row: row.code });
  if (before?.due === due && (row.finalSort !== 'D' || (await cutOffDay(house, nodeId, timeZone)) === trigger)) return due;
  if (before?.over) throw new Refusal('retentionOver', { due: before.due });
  if (row.finalSort === 'D') await nodes.update(nodeId, { properties: { 'rma:cutOffDate': noonOf(trigger, timeZone).toISOString() } });
  else await records.execute(nodeId, { name: 'editDispositionActionAsOfDate', asOf: noonOf(due, timeZone).toISOString() });
  const after = await readDue(house, nodeId, row);
  if (!after) throw new Refusal('noLifecycle', { row: row.code });
  return after.due;
}

async function cutOffDay(house: House, nodeId: string, timeZone: string): Promise<Day | undefined> {
  const at = (await house.repository.nodes.get(nodeId)).properties['rma:cutOffDate'];
  return typeof at === 'string' ? dayIn(timeZone, new Date(at)) : undefined;
}

async function cutOff(house: House, nodeId: string): Promise<void> {
  const { records, nodes } = house.repository;
  const isCut = async (): Promise<boolean> => (await nodes.get(nodeId)).aspects.includes('rma:cutOff');
  if (await isCut()) return;
  const next = await records.nextAction(nodeId);
  if (next?.action !== 'cutoff') throw new Refusal('noLifecycle');
  // AGS's own job may cut off as soon as the event is there: then that is what was wanted.
  const unlessCut = async (error: unknown): Promise<void> => {
    if (!(await isCut())) throw error;
  };
  if (!isClosed(next)) await records.execute(nodeId, { name: 'completeEvent', event: eventNames.closing, by: house.serviceAccount, at: house.now().toISOString() }).then(() => undefined, unlessCut);
  if (!(await isCut())) await records.execute(nodeId, { name: 'cutoff' }).then(() => undefined, unlessCut);
}

const isClosed = ({ events }: NextAction): boolean => events.some(({ name, complete }) => name === eventNames.closing && complete);
