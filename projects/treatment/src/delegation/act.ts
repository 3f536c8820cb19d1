import type { Readable } from 'node:stream';
import { extensionOf, houseGroups } from '@bannette/domain';
import { conflict, forbidden, notFound, type Call, type Contract, type DelegationView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import type { TaskHandler } from '@bannette/store';
import { orForget, takeFile, type LooksAtFiles } from '../file.js';
import { view } from './make.js';
import { mayEnd, requireDelegation, type DelegationRow } from './view.js';

/** Name of the job that brings the signed act of a delegation to Alfresco. */
export const storeActTask = 'delegation.storeAct';

/** Folder of the mail library that acts lie in; its name is no year, so nothing of ours takes it for a day's mail. */
const folderName = 'Délégations';

/** Keeps the signed act of a delegation; there is one, and it is not replaced. */
export async function attachAct(house: House, call: Call<Contract['attachAct']>, antivirus: LooksAtFiles | undefined): Promise<DelegationView> {
  const { caller, params, body } = call;
  const seen = await requireDelegation(house, house.store.db, caller, params.id);
  if (seen.created_by !== caller.id && !(await mayEnd(house, house.store.db, caller, seen.delegator))) throw forbidden('attachAct');
  const file = await takeFile(house, body, antivirus);
  await orForget(house, file, () =>
    house.store.transaction(contextOf(house, call), async (tx) => {
      const facts = { name: file.name, mediaType: file.mediaType, size: file.size, sha512: file.sha512 };
      const kept = await tx.trx.updateTable('delegation').set({ act_file: JSON.stringify(facts), act_spool_key: file.key, act_fault: null }).where('id', '=', seen.id).where('act_file', 'is', null).returning('id').executeTakeFirst();
      if (!kept) throw conflict('actThere', 'The delegation has its act already');
      tx.append({ type: 'delegation.actAttached', subjectKind: 'delegation', subjectId: seen.id, data: { size: file.size, sha512: file.sha512 } });
      await tx.enqueue(storeActTask, { delegationId: seen.id }, { key: `${storeActTask}:${seen.id}`, maxAttempts: 25 });
    }),
  );
  return view(house, caller, params.id);
}

/** The signed act, for who may see the delegation. */
export async function actContent(house: House, { params, caller, reply }: Call<Contract['actContent']>): Promise<Readable> {
  const found = await requireDelegation(house, house.store.db, caller, params.id);
  if (!found.act_file) throw notFound('act');
  reply.header('content-type', found.act_file.mediaType);
  reply.header('content-disposition', `inline; filename="delegation-${found.id}.${extensionOf(found.act_file.mediaType)}"`);
  reply.header('cache-control', 'private, no-store');
  if (found.act_spool_key) return house.spool.read(found.act_spool_key);
  if (!found.act_node_id) throw notFound('act');
  return (await house.repository.nodes.content(found.act_node_id)).stream;
}

/**
 * Brings an act to Alfresco, reads it back, and lets the spool go of it. What stands in the way is kept as a code, for the
 * page to tell; the job tries again. Names are fixed, so a repeated run finds what is there.
 */
export function storeAct(house: House): TaskHandler {
  return async (payload) => {
    const found = await house.store.db.selectFrom('delegation').selectAll().where('id', '=', String(payload.delegationId)).executeTakeFirst();
    if (!found?.act_file || !found.act_spool_key) return;
    const key = found.act_spool_key;
    try {
      const nodeId = await upload(house, found, key);
      await house.store.transaction({ entityId: found.entity_id, actor: 'system' }, async (tx) => {
        const stored = await tx.trx.updateTable('delegation').set({ act_node_id: nodeId, act_spool_key: null, act_fault: null }).where('id', '=', found.id).where('act_spool_key', '=', key).returning('id').executeTakeFirst();
        if (stored) tx.append({ type: 'delegation.actStored', subjectKind: 'delegation', subjectId: found.id, data: { node: nodeId } });
      });
      await house.spool.remove(key);
    } catch (error) {
      const { code } = error as { code?: unknown };
      await house.store.db.updateTable('delegation').set({ act_fault: typeof code === 'string' ? code : 'unexpected' }).where('id', '=', found.id).execute();
      throw error;
    }
  };
}

async function upload(house: House, { id, act_file: file, act_node_id }: DelegationRow, key: string): Promise<string> {
  if (!file) throw new Error(`Delegation ${id} has no act`);
  const { nodes } = house.repository;
  const permissions = { inherit: false, entries: [{ authority: house.serviceAccount, role: 'Coordinator' as const }, { authority: houseGroups.administrators, role: 'Consumer' as const }] };
  const folder = await nodes.createFolder({ parentId: house.libraryId, name: folderName, type: 'cm:folder', properties: {}, permissions });
  const nodeId = act_node_id ?? (await nodes.upload({ parentId: folder.id, name: `${id}.${extensionOf(file.mediaType)}`, type: 'cm:content', properties: {}, mediaType: file.mediaType, size: file.size, content: () => house.spool.read(key) })).id;
  if ((await nodes.digest(nodeId, 'sha512')) !== file.sha512) throw Object.assign(new Error(`Alfresco holds other bytes than were attached to delegation ${id}`), { code: 'otherBytes' });
  return nodeId;
}
