import type { Readable } from 'node:stream';
import { notFound, type Call, type Contract } from '@bannette/http';
import { requireRight, selectMails, type House, type MailRow } from '@bannette/house';

/**
 * Streams a document to who may read it: from Alfresco as that person, so that Alfresco's own rights hold too; from the
 * spool while Alfresco does not have it yet.
 */
export async function documentContent(house: House, { params, query, caller, reply }: Call<Contract['documentContent']>): Promise<Readable> {
  const mail = await selectMails(house.store.db).where('mail.id', '=', params.id).executeTakeFirst();
  requireRight(caller, 'read', mail);
  const document = await house.store.db.selectFrom('document').selectAll().where('id', '=', params.documentId).where('mail_id', '=', params.id).executeTakeFirst();
  if (!document) throw notFound('document');
  const searchable = query.form === 'searchable' && document.searchable_sha512 !== null;
  const key = searchable ? document.searchable_key : document.spool_key;
  const nodeId = searchable ? document.searchable_node_id : document.node_id;
  reply.header('content-type', searchable ? 'application/pdf' : document.media_type);
  reply.header('content-disposition', `inline; filename="${document.name.replace(/\.\w+$/, '')}${searchable ? '-lisible.pdf' : document.name.slice(document.name.lastIndexOf('.'))}"`);
  reply.header('cache-control', 'private, no-store');
  if (nodeId && (document.stored_at || !key)) return (await repositoryFor(house, mail, caller.proof).nodes.content(nodeId)).stream;
  if (!key) throw notFound('document');
  return house.spool.read(key);
}

/** The person's own eyes, once Alfresco is equal to what was decided; until then the decision made here holds alone. */
function repositoryFor(house: House, mail: MailRow, proof: Call<Contract['documentContent']>['caller']['proof']): House['repository'] {
  return mail.applied_version === mail.desired_version ? house.repositoryAs(proof) : house.repository;
}
