import type { House } from '@bannette/house';
import { hasCode } from '@bannette/alfresco';

/**
 * Whether Alfresco holds, now, the very bytes of every document that was made of the file: they are fetched and digested
 * once more, since after this there is no other copy.
 *
 * @throws AlfrescoError when it can't be asked
 */
export async function isReadBack(house: House, fileId: string): Promise<boolean> {
  const parts = house.store.db.selectFrom('batch_page').select('part_id').where('file_id', '=', fileId).where('part_id', 'is not', null);
  const documents = await house.store.db
    .selectFrom('document')
    .innerJoin('mail', 'mail.id', 'document.mail_id')
    .select(['document.node_id', 'document.sha512'])
    .where('mail.node_name', 'is not', null)
    .where('mail.id', 'in', house.store.db.selectFrom('deposit_file').select('mail_id').where('mail_id', 'is not', null).where((eb) => eb.or([eb('cut_from', '=', fileId), eb('id', 'in', parts.$castTo<{ part_id: string }>())])).$castTo<{ mail_id: string }>())
    .execute();
  for (const { node_id, sha512 } of documents) if (!node_id || (await digestOf(house, node_id)) !== sha512) return false;
  return true;
}

async function digestOf(house: House, nodeId: string): Promise<string | undefined> {
  try {
    return await house.repository.nodes.digest(nodeId, 'sha512');
  } catch (error) {
    if (hasCode(error, 'notFound')) return undefined;
    throw error;
  }
}
