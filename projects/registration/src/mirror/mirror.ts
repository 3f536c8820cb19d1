import { Gec, type RepoNode } from '@bannette/alfresco';
import { fieldPrefix } from '@bannette/domain';
import { enqueueMirror, fieldProperties, mailPermissions, mailProperties, nodeTypeOf, type DocumentRow, type House, type MailRow } from '@bannette/house';
import { StoreError, withAdvisoryLock, type TaskHandler } from '@bannette/store';
import { sql } from 'kysely';
import { affairProperties, affairProperty } from './affair.js';
import { storeDocument, tellNature } from './documents.js';
import { scrubFolder } from './eliminated.js';
import { writeFacts } from './facts.js';
import { tellForWhom } from './for-whom.js';

/** Name of the job that lets the spool go of what Alfresco has. */
export const purgeSpoolTask = 'spool.purge';

/**
 * Makes Alfresco equal to the mail as it is now, one at a time per mail: late, repeated or reordered jobs do no harm. A
 * crash between any two lines is mended by the next run, because names are fixed and what exists is found again.
 */
export function mirror(house: House): TaskHandler {
  return async (payload) => {
    const mailId = String(payload.mailId);
    await withAdvisoryLock(house.store, `mail:${mailId}`, (lost) => makeEqual(house, mailId, lost)).catch(async (error: unknown) => {
      if (error instanceof StoreError && error.code === 'lockLost') await applyAgain(house, mailId);
      throw error;
    });
  };
}

/** Whoever lost the lock may have had the last word in Alfresco after somebody else had said a newer one. */
async function applyAgain(house: House, mailId: string): Promise<void> {
  await house.store.transaction({ entityId: house.entityId, actor: 'system' }, async (tx) => {
    await tx.trx.updateTable('mail').set((eb) => ({ desired_version: eb('desired_version', '+', 1) })).where('id', '=', mailId).execute();
    await enqueueMirror(tx, mailId);
  });
}

async function makeEqual(house: House, mailId: string, lost: AbortSignal): Promise<void> {
  const mail = await house.store.db.selectFrom('mail').selectAll().select(lastEntry.as('last_entry')).where('id', '=', mailId).executeTakeFirst();
  if (!mail?.node_name || mail.gone_at || mail.applied_version >= mail.desired_version) return;
  if (mail.state === 'eliminated') {
    await scrubFolder(house, mail, mail.last_entry ?? undefined);
    lost.throwIfAborted();
    return confirm(house, mail, []);
  }
  const documents = await house.store.db.selectFrom('document').selectAll().where('mail_id', '=', mailId).orderBy('position').execute();
  const folderId = await makeFolder(house, mail, writeFacts(mail, mail.last_entry ?? undefined, documents, await tellForWhom(house.store.db, mail, await house.settings())));
  const stored: DocumentRow[] = [];
  for (const document of documents.filter(({ stored_at }) => !stored_at)) {
    lost.throwIfAborted();
    if (await storeDocument(house, mail, folderId, document)) stored.push(document);
  }
  await tellNature(house, mailId, lost);
  await linkAnswer(house, mail, folderId);
  lost.throwIfAborted();
  await confirm(house, mail, stored);
}

/** Read with the row, in one look: the node then says which place of the journal it was made equal to. */
const lastEntry = sql<string | null>`(select seq || ':' || left(encode(hash, 'hex'), 16) from journal where subject_kind = 'mail' and subject_id = mail.id::text order by seq desc limit 1)`;

async function makeFolder(house: House, mail: MailRow, facts: string): Promise<string> {
  const { nodes } = house.repository;
  const settings = await house.settings();
  const properties = { ...mailProperties(mail, settings, facts), ...(await fieldProperties(house, mail, settings)), ...(await affairProperties(house.store.db, mail)) };
  const permissions = mailPermissions(house, mail);
  if (mail.node_id) {
    await nodes.setPermissions(mail.node_id, permissions);
    await emptied(house, mail, await nodes.update(mail.node_id, { name: mail.node_name ?? mail.id, properties }));
    return mail.node_id;
  }
  const node = await nodes.createFolder({ parentId: house.libraryId, relativePath: mail.node_path ?? '', name: mail.node_name ?? mail.id, type: nodeTypeOf(mail), properties, permissions });
  if (node.existed) {
    if (node.properties[Gec.props.id] !== mail.id) throw new Error(`The place of mail ${mail.id} is taken by node ${node.id}`);
    await nodes.setPermissions(node.id, permissions);
    await emptied(house, mail, await nodes.update(node.id, { properties }));
  }
  await house.store.db.updateTable('mail').set({ node_id: node.id }).where('id', '=', mail.id).execute();
  return node.id;
}

/** The last custom field was emptied, or the mail taken out of its affair: the properties are emptied, too. */
async function emptied(house: House, mail: MailRow, { id, properties }: RepoNode): Promise<void> {
  const [noFields, noAffair] = [!Object.keys(mail.fields).length, !mail.affair_id];
  const left = Object.keys(properties).filter((name) => (noFields && name.startsWith(`${fieldPrefix}:`)) || (noAffair && affairProperty(name)));
  if (left.length) await house.repository.nodes.update(id, { properties: Object.fromEntries(left.map((name) => [name, null])) });
}

async function linkAnswer(house: House, mail: MailRow, folderId: string): Promise<void> {
  if (!mail.answer_of || mail.applied_version > 0) return;
  const answered = await house.store.db.selectFrom('mail').select('node_id').where('id', '=', mail.answer_of).executeTakeFirst();
  if (!answered?.node_id) throw new Error(`Mail ${mail.id} answers a mail that Alfresco does not have yet`);
  await house.repository.nodes.associate(folderId, answered.node_id, Gec.assocs.replyTo);
}

/** Marks what Alfresco was seen to hold and starts what follows from it, in one transaction: a crash leaves neither without the other. */
async function confirm(house: House, mail: MailRow, stored: readonly DocumentRow[]): Promise<void> {
  const deposit = mail.deposit_id ? await house.store.db.selectFrom('deposit').select('correlation_id').where('id', '=', mail.deposit_id).executeTakeFirst() : undefined;
  await house.store.transaction({ entityId: mail.entity_id, actor: 'system', correlationId: deposit?.correlation_id }, async (tx) => {
    await tx.trx.updateTable('mail').set({ applied_version: mail.desired_version }).where('id', '=', mail.id).where('applied_version', '<', mail.desired_version).execute();
    if (!stored.length) return;
    // One that was read again meanwhile has a searchable copy that Alfresco has not seen.
    for (const { id, searchable_sha512 } of stored) await tx.trx.updateTable('document').set({ stored_at: house.now() }).where('id', '=', id).where('searchable_sha512', 'is not distinct from', searchable_sha512).execute();
    tx.append({ type: 'mail.stored', subjectKind: 'mail', subjectId: mail.id, data: { documents: stored.length } });
    await tx.enqueue(purgeSpoolTask, { mailId: mail.id });
  });
}

/** Lets the spool go of documents that Alfresco was seen to hold. */
export function purgeSpool(house: House): TaskHandler {
  return async (payload) => {
    const documents = await house.store.db.selectFrom('document').selectAll().where('mail_id', '=', String(payload.mailId)).where('stored_at', 'is not', null).execute();
    for (const { id, spool_key, searchable_key } of documents) {
      for (const key of [spool_key, searchable_key]) if (key) await house.spool.remove(key);
      await house.store.db.updateTable('document').set({ spool_key: null }).where('id', '=', id).where('spool_key', '=', spool_key).execute();
      await house.store.db.updateTable('document').set({ searchable_key: null }).where('id', '=', id).where('searchable_key', '=', searchable_key).execute();
    }
  };
}
