import { AlfrescoError, hasCode, type RepoNode } from '@bannette/alfresco';
import { faultOf, type House } from '@bannette/house';
import { withAdvisoryLock, type Database, type Said } from '@bannette/store';
import type { Kysely } from 'kysely';
import type { HoldRow } from './scope.js';

/** Its name in Governance Services: nobody else's, and found again by it. */
export const nameInAlfresco = (holdId: string): string => `Bannette ${holdId}`;
/** AGS asks for a reason; ours may name persons and stays here. */
const reasonInAlfresco: { readonly [kind in HoldRow['kind']]: string } = { litigation: 'Litige', restriction: 'Limitation du traitement (RGPD art. 18)', research: 'Recherche', other: 'Autre motif' };

/** The kind that AGS was told; `other` where somebody changed it there. */
export const kindInAlfresco = (reason: string): HoldRow['kind'] => (Object.keys(reasonInAlfresco) as HoldRow['kind'][]).find((kind) => reasonInAlfresco[kind] === reason) ?? 'other';

/**
 * The hold's node in Governance Services, made if there is none. A crash after it was made, or a lost answer, finds it again
 * by its name. @throws AlfrescoError `notOffered`, `notFound` without a file plan, `forbidden` without Filing on its holds
 */
export async function holdNode(house: House, holdId: string): Promise<string> {
  return withAdvisoryLock(house.store, `hold:${holdId}`, async () => {
    const { db } = house.store;
    const hold = await db.selectFrom('hold').select(['node_id', 'kind']).where('id', '=', holdId).executeTakeFirstOrThrow();
    if (hold.node_id) return hold.node_id;
    const id = await made(house, { name: nameInAlfresco(holdId), reason: reasonInAlfresco[hold.kind] });
    await db.updateTable('hold').set({ node_id: id, failure: null }).where('id', '=', holdId).execute();
    return id;
  });
}

async function made(house: House, wish: { readonly name: string; readonly reason: string }): Promise<string> {
  const { holds } = house.repository.records;
  try {
    return (await holds.create(wish)).id;
  } catch (error) {
    if (!hasCode(error, 'conflict')) throw error;
    const known = (await holds.list()).find(({ name }) => name === wish.name);
    if (!known) throw error;
    return known.id;
  }
}

/** All nodes of a mail that hold its bytes: originals, archive copies, and what else was declared of it. */
export async function nodesOf(db: Kysely<Database>, mailId: string): Promise<{ readonly nodes: readonly string[]; readonly lacking: boolean }> {
  const documents = await db.selectFrom('document').select(['node_id', 'searchable_node_id', 'stored_at', 'gone_at']).where('mail_id', '=', mailId).execute();
  const parts = await db.selectFrom('record_part').select('node_id').where('mail_id', '=', mailId).where('state', '<>', 'destroyed').execute();
  const there = documents.filter(({ gone_at }) => gone_at === null);
  const nodes = [...there.flatMap(({ node_id, searchable_node_id }) => [node_id, searchable_node_id]), ...parts.map(({ node_id }) => node_id)];
  return { nodes: [...new Set(nodes.filter((id) => id !== null))], lacking: there.some(({ stored_at }) => stored_at === null) };
}

export const isFrozen = (node: Pick<RepoNode, 'aspects'>): boolean => node.aspects.includes('rma:frozen');

/** Puts a node on a hold and looks whether it is. @throws AlfrescoError `failed` where it isn't */
export async function freeze(house: House, holdNodeId: string, nodeId: string): Promise<void> {
  await house.repository.records.holds.add(holdNodeId, nodeId);
  if (!isFrozen(await house.repository.nodes.get(nodeId))) throw new AlfrescoError('failed', 'hold read back');
}

/** Takes a node from a hold. @returns whether another hold keeps it; one that is gone is kept by none */
export async function thaw(house: House, holdNodeId: string, nodeId: string): Promise<boolean> {
  try {
    await house.repository.records.holds.remove(holdNodeId, nodeId);
    return isFrozen(await house.repository.nodes.get(nodeId));
  } catch (error) {
    if (!hasCode(error, 'notFound')) throw error;
    return house.repository.nodes.get(nodeId).then(isFrozen, (gone: unknown) => (hasCode(gone, 'notFound') ? false : Promise.reject(gone)));
  }
}

/** Ends the hold's node once nothing of ours is in it. What people put into it stays held, and so does the node; without the right to delete holds it stays, empty. */
export async function endNode(house: House, nodeId: string): Promise<void> {
  const { holds } = house.repository.records;
  try {
    if ((await holds.members(nodeId)).length) return;
    await holds.release(nodeId);
  } catch (error) {
    if (!hasCode(error, 'notFound', 'forbidden')) throw error;
    if (hasCode(error, 'forbidden')) house.log.warn({ hold: nodeId, ...faultOf(error) }, 'A released hold stays in Governance Services, empty');
  }
}

/** Whether Alfresco is not there at all: nothing is said of a single mail then. */
export const isAway = (error: unknown): boolean => hasCode(error, 'unavailable', 'timeout', 'unauthorized');

/** Why Alfresco refused, in words that the page has. */
export function refusal(error: unknown): Said {
  if (hasCode(error, 'invalid')) return { code: 'lockedInAlfresco' };
  if (hasCode(error, 'forbidden')) return { code: 'forbiddenInAlfresco' };
  if (hasCode(error, 'notFound')) return { code: 'goneFromAlfresco' };
  if (hasCode(error, 'notOffered')) return { code: 'noRecords' };
  return { code: 'refusedByAlfresco' };
}
