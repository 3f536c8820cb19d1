import { wrapped } from '../http/webscript.js';
import { attach } from '../nodes/create.js';
import { findNode } from '../nodes/lookup.js';
import { columns, type NodeRow } from '../nodes/node.js';
import { purge } from '../nodes/remove.js';
import { changeNode } from '../records/change.js';
import { containerOf } from '../records/file-plan.js';
import { componentIdentifier } from '../records/identifiers.js';
import { isFolder } from '../records/kinds.js';
import type { Session } from '../repository.js';
import { accessDenied } from '../rm-security/capabilities.js';
import { assertMay, type Action } from './action.js';
import { assertScheduled } from './destroy.js';
import { keep } from './inner-node.js';
import { goOn, lifeOf, type Life } from './lifecycle.js';
import { perform, recordsIn } from './perform.js';

/** A transfer carries the number of what is transferred. */
const numberOf = (node: NodeRow): string => String(node.seq).padStart(10, '0');

async function openTransfer(session: Session, node: NodeRow, life: Life, accession: boolean): Promise<NodeRow> {
  const container = await containerOf(session, 'transfers');
  const made = await keep(session, container, 'cm:contains', 'rma:transfer', {
    'rma:transferPDFIndicator': false, 'rma:transferAccessionIndicator': accession, 'cm:owner': '',
    ...(life.step.location === undefined ? {} : { 'rma:transferLocation': life.step.location }),
  });
  const name = numberOf(node);
  await session.sql.rows('update child set name_key = $2, sort_key = $2 where child = $1', [made.id, name]);
  await session.sql.rows('update node set name = $2 where id = $1', [made.id, name]);
  return changeNode(session, made.id, { add: ['cm:titled', 'cm:ownable', 'rma:recordComponentIdentifier'], set: { 'rma:identifier': componentIdentifier(made) }, silent: true });
}

const begin = (name: 'transfer' | 'accession'): Action => async (session, node) => {
  await assertMay(session, node, 'AuthorizeAllTransfers', 'AuthorizeNominatedTransfers');
  await assertScheduled(session, node, name);
  let transfer: NodeRow | undefined;
  await perform(session, node, name, async (life) => {
    if (node.aspects.includes('rma:transferring')) throw wrapped(`The record or record folder ${node.id} is already being transferred.`);
    transfer = await openTransfer(session, node, life, name === 'accession');
    await attach(session, transfer.id, node.id, 'rma:transferred', node.name, false);
    for (const one of [node, ...(isFolder(node) ? await recordsIn(session, node) : [])]) await changeNode(session, one.id, { add: ['rma:transferring'] });
  }, true);
  return transfer?.id;
};

/** Begins a transfer: it waits in the Transfers container until the other side has acknowledged it. */
export const transfer = begin('transfer');
export const accession = begin('accession');

/** What a transfer holds. */
export const transferred = (session: Session, id: string): Promise<NodeRow[]> =>
  session.sql.rows<NodeRow>(`select ${columns('n')} from child c join node n on n.id = c.child where c.parent = $1 and c.assoc_type = 'rma:transferred' order by n.seq`, [id]);

async function arrive(session: Session, item: NodeRow, aspect: string, location: string | undefined): Promise<void> {
  const place = location === undefined ? {} : { 'rma:location': location };
  // AGS takes the mark of being under way from what was transferred, and forgets it on the records inside.
  if (isFolder(item)) for (const record of await recordsIn(session, item)) await changeNode(session, record.id, { add: [aspect], set: place });
  await changeNode(session, item.id, { add: [aspect], remove: ['rma:transferring'], set: place });
  const [now, life] = [await findNode(session, item.id), await lifeOf(session, item)];
  if (now !== undefined && life !== undefined) await goOn(session, now, life);
}

const complete = (accessioned: boolean): Action => async (session, node) => {
  if (node.type !== 'rma:transfer') throw accessDenied();
  await assertMay(session, node, 'AuthorizeAllTransfers', 'AuthorizeNominatedTransfers');
  const location = node.properties['rma:transferLocation'];
  if (!accessioned && typeof location !== 'string') {
    throw wrapped('Cannot invoke "Object.toString()" because the return value of "org.alfresco.service.cmr.repository.NodeService.getProperty(org.alfresco.service.cmr.repository.NodeRef, org.alfresco.service.namespace.QName)" is null');
  }
  for (const item of await transferred(session, node.id)) await arrive(session, item, accessioned ? 'rma:ascended' : 'rma:transferred', typeof location === 'string' ? location : undefined);
  await purge(session, node.id);
  return undefined;
};

/** The other side has what was transferred. @throws WebscriptError 500 when the step names no place */
export const transferComplete = complete(false);
export const accessionComplete = complete(true);
