import { runningNumber } from '../http/errors.js';
import { WebscriptError } from '../http/webscript.js';
import type { Session } from '../repository.js';

/** An event on which a retention step may wait. */
export interface RmEvent {
  readonly name: string;
  readonly label: string;
  readonly type: string;
}

/** Kinds of events, in AGS's words; all but the simple one complete by themselves. */
export const eventTypes: ReadonlyMap<string, string> = new Map([
  ['rmEventType.versioned', 'Versioned Event'],
  ['rmEventType.superseded', 'Superseded Event'],
  ['rmEventType.crossReferencedRecordTransfered', 'Cross-Referenced Record Transferred'],
  ['rmEventType.simple', 'Simple Event'],
  ['rmEventType.obsolete', 'Obsoleted Event'],
]);

export const isAutomatic = (event: Pick<RmEvent, 'type'> | undefined): boolean => event !== undefined && event.type !== 'rmEventType.simple';

export const allEvents = (session: Session): Promise<RmEvent[]> => session.sql.rows<RmEvent>('select name, label, type from rm_event order by seq');
export const findEvent = (session: Session, name: string): Promise<RmEvent | undefined> => session.sql.one<RmEvent>('select name, label, type from rm_event where name = $1', [name]);

const taken = (label: string): WebscriptError => new WebscriptError(400, `${runningNumber()} Cannot create event. An event with the display label '${label}' already exists.`);

/** @throws WebscriptError 400 for a label that another event has, or a kind that nobody knows */
export async function createEvent(session: Session, event: RmEvent): Promise<void> {
  if (!eventTypes.has(event.type)) throw new WebscriptError(400, `${runningNumber()} Cannot create event. The event type '${event.type}' does not exist.`);
  const other = await session.sql.one('select 1 from rm_event where label = $1 and name <> $2', [event.label, event.name]);
  if (other !== undefined || (await findEvent(session, event.name)) !== undefined) throw taken(event.label);
  await session.sql.rows('insert into rm_event (name, label, type) values ($1, $2, $3)', [event.name, event.label, event.type]);
}

const gone = (name: string): WebscriptError => new WebscriptError(404, `${runningNumber()} The event ${name} does not exist.`);

export async function changeEvent(session: Session, name: string, given: Partial<RmEvent>): Promise<RmEvent> {
  const event = await findEvent(session, name);
  if (event === undefined) throw gone(name);
  const now = { name, label: given.label ?? event.label, type: given.type ?? event.type };
  if ((await session.sql.one('select 1 from rm_event where label = $1 and name <> $2', [now.label, name])) !== undefined) throw taken(now.label);
  await session.sql.rows('update rm_event set label = $2, type = $3 where name = $1', [name, now.label, now.type]);
  return now;
}

export async function removeEvent(session: Session, name: string): Promise<void> {
  if ((await session.sql.one('delete from rm_event where name = $1 returning 1', [name])) === undefined) throw gone(name);
}
