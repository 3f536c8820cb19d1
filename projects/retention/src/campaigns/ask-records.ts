import { cmis, hasCode, type RepoNode } from '@bannette/alfresco';
import { addMonths, dayIn, type PartSeen, type ScheduleRow } from '@bannette/domain';
import type { House } from '@bannette/house';

/** A part of a record, with the row that it was filed under and the sizes that its bytes may have. */
export interface AskedPart {
  readonly node: string;
  readonly row: ScheduleRow;
  /** Of what AGS tells by itself of a record whose retention is over: no date is left there. */
  readonly sizes: readonly number[];
}

const atOnce = 50;

/**
 * What Governance Services say of each part now: whether it is a complete record that was cut off, held, and until when it is
 * retained. Asked by lots of nodes (`cmis:objectId IN`, which is answered from the database); where the lot's answer doesn't
 * name a day, AGS is asked for the part itself.
 */
export async function askRecords(house: House, asked: readonly AskedPart[]): Promise<ReadonlyMap<string, PartSeen>> {
  const { timeZone } = (await house.settings()).authority;
  const seen = new Map<string, PartSeen>();
  for (let index = 0; index < asked.length; index += atOnce) {
    const lot = asked.slice(index, index + atOnce);
    const nodes = await nodesOf(house, lot.map(({ node }) => node));
    for (const part of lot) seen.set(part.node, await seenOf(house, part, nodes.get(part.node), timeZone));
  }
  return seen;
}

async function nodesOf(house: House, ids: readonly string[]): Promise<ReadonlyMap<string, RepoNode>> {
  const { nodes } = await house.repository.search.find(cmis.select('cmis:document').where(cmis.in('cmis:objectId', ids)), { max: ids.length });
  return new Map(nodes.map((node) => [node.id, node]));
}

async function seenOf(house: House, part: AskedPart, found: RepoNode | undefined, timeZone: string): Promise<PartSeen> {
  const told = found ?? (await one(house, part.node));
  if (typeof told === 'string') return { node: part.node, seen: told };
  const has = (aspect: string): boolean => told.aspects.includes(aspect);
  if (has('rma:ghosted')) return { node: part.node, seen: 'gone' };
  const frozen = has('rma:frozen');
  const altered = part.sizes.length > 0 && told.content !== undefined && !part.sizes.includes(told.content.size);
  if (!has('rma:declaredRecord') || !has('rma:cutOff')) return { node: part.node, seen: 'changed', frozen, altered };
  return { node: part.node, seen: 'record', due: dueOf(told, part.row, timeZone) ?? (await askedDue(house, part, told, timeZone)), frozen, altered };
}

/** The day that AGS notes on the node for its own list of what is due. */
function dueOf({ properties }: RepoNode, row: ScheduleRow, timeZone: string): string | undefined {
  const action = properties['rma:recordSearchDispositionActionName'];
  const asOf = properties['rma:recordSearchDispositionActionAsOf'];
  if (action === 'retain' && typeof asOf === 'string') return dayIn(timeZone, new Date(asOf));
  return action === 'destroy' ? fromCutOff(properties['rma:cutOffDate'], row, timeZone) : undefined;
}

async function askedDue(house: House, { node, row }: AskedPart, told: RepoNode, timeZone: string): Promise<string | undefined> {
  const next = await house.repository.records.nextAction(node);
  if (next?.action === 'retain') return next.asOf && dayIn(timeZone, new Date(next.asOf));
  return next?.action === 'destroy' ? fromCutOff(told.properties['rma:cutOffDate'], row, timeZone) : undefined;
}

/** Once retention has ended there, its date is gone: it was the day of the cut-off and the row's years. */
const fromCutOff = (cutOff: unknown, row: ScheduleRow, timeZone: string): string | undefined => (typeof cutOff === 'string' ? addMonths(dayIn(timeZone, new Date(cutOff)), 12 * row.years) : undefined);

async function one(house: House, node: string): Promise<RepoNode | 'gone' | 'unreadable'> {
  try {
    return await house.repository.nodes.get(node);
  } catch (error) {
    if (hasCode(error, 'notFound')) return 'gone';
    if (hasCode(error, 'forbidden')) return 'unreadable';
    throw error;
  }
}
