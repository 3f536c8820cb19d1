import { AcsError } from '../http/errors.js';
import { ancestors, findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { changeNode } from '../records/change.js';
import type { Session } from '../repository.js';
import { keep, keptBelow } from './inner-node.js';
import { stepOf, type Step } from './steps.js';

/** A retention schedule with its steps, in their order. */
export interface Schedule {
  readonly node: NodeRow;
  readonly category: string;
  readonly authority: string | undefined;
  readonly instructions: string | undefined;
  /** Each record lives by it; otherwise each record folder. */
  readonly recordLevel: boolean;
  readonly steps: readonly Step[];
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

async function scheduleFrom(session: Session, node: NodeRow): Promise<Schedule> {
  const definitions = await keptBelow(session, node.id, 'rma:dispositionActionDefinitions');
  return {
    node,
    category: node.parent ?? '',
    authority: text(node.properties['rma:dispositionAuthority']),
    instructions: text(node.properties['rma:dispositionInstructions']),
    recordLevel: node.properties['rma:recordLevelDisposition'] === true,
    steps: definitions.map(stepOf),
  };
}

/** The category's own schedule. */
export async function scheduleOf(session: Session, category: string): Promise<Schedule | undefined> {
  const [node] = await keptBelow(session, category, 'rma:dispositionSchedule');
  return node === undefined ? undefined : scheduleFrom(session, node);
}

export async function scheduleById(session: Session, id: string): Promise<Schedule | undefined> {
  const node = await findNode(session, id);
  return node?.type === 'rma:dispositionSchedule' ? scheduleFrom(session, node) : undefined;
}

/** The schedule of the nearest category at or above a node. */
export async function scheduleAbove(session: Session, id: string): Promise<Schedule | undefined> {
  for (const node of (await ancestors(session, id)).reverse()) {
    const found = node.type === 'rma:recordCategory' ? await scheduleOf(session, node.id) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @throws AcsError 409 when the category has one */
export async function createSchedule(session: Session, category: NodeRow, given: { authority?: string | undefined; instructions?: string | undefined; recordLevel?: boolean }): Promise<Schedule> {
  await session.sql.rows('select 1 from node where id = $1 for update', [category.id]);
  if ((await scheduleOf(session, category.id)) !== undefined) throw new AcsError(409, 'Unable to create retention schedule on node that already has a retention schedule.');
  await changeNode(session, category.id, { add: ['rma:scheduled'] });
  const node = await keep(session, category, 'rma:dispositionSchedule', 'rma:dispositionSchedule', {
    ...(given.authority === undefined ? {} : { 'rma:dispositionAuthority': given.authority }),
    ...(given.instructions === undefined ? {} : { 'rma:dispositionInstructions': given.instructions }),
    'rma:recordLevelDisposition': given.recordLevel === true,
  });
  return scheduleFrom(session, node);
}

export async function addStep(session: Session, schedule: Schedule, properties: Readonly<Record<string, unknown>>): Promise<Step> {
  const node = await keep(session, schedule.node, 'rma:dispositionActionDefinitions', 'rma:dispositionActionDefinition', { 'rma:dispositionEventCombination': 'or', ...properties });
  return stepOf(node, schedule.steps.length);
}

/** Whether something lives by the schedule already: then its steps stay. */
export async function isInUse(session: Session, schedule: Schedule): Promise<boolean> {
  const found = await session.sql.one(
    `with recursive below (id) as (select $1::uuid union all select n.id from node n join below b on n.parent = b.id where n.type in ('rma:recordCategory', 'rma:recordFolder'))
     select 1 from node n where n.parent in (select id from below) and ${schedule.recordLevel ? `'rma:record' = any (n.aspects)` : `n.type = 'rma:recordFolder'`} limit 1`,
    [schedule.category],
  );
  return found !== undefined;
}
