import { Gec, type RepoNode } from '@bannette/alfresco';
import { fieldPrefix } from '@bannette/domain';
import { enqueueMirror, fieldProperties, mailPermissions, mailProperties, nodeTypeOf, type DocumentRow, type House, type MailRow } from '@bannette/house';
import { StoreError, withAdvisoryLock, type Database, type TaskHandler } from '@bannette/store';
import { sql, type Transaction } from 'kysely';
import { affairProperties, affairProperty } from './affair.js';
import { storeDocument, tellNature, type Sent } from './documents.js';
import { scrubFolder } from './eliminated.js';
import { writeFacts } from './facts.js';
import { tellForWhom } from './for-whom.js';

/** Name of the job of before that lets the spool go of what Alfresco has. */
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
  const mail = await house.store.db.selectFrom('mail').leftJoin('deposit', 'deposit.id', 'mail.deposit_id').selectAll('mail').select([sql<string>`''`.as('read_text'), lastEntry.as('last_entry'), forSomebody.as('for_somebody'), 'deposit.correlation_id']).where('mail.id', '=', mailId).executeTakeFirst();
  if (!mail) return;
  const documents = await house.store.db.selectFrom('document').selectAll().where('mail_id', '=', mailId).orderBy('position').execute();
  const stored = !mail.node_name || mail.gone_at || mail.applied_version >= mail.desired_version ? [] : await apply(house, mail, documents, lost);
  await leaveSpool(house, [...documents.filter(({ stored_at }) => stored_at), ...stored]);
}

/** A mail with what the mirror tells beside its row: its last entry in the journal, and what its letter's way began with. */
type Mirrored = MailRow & { readonly last_entry: string | null; readonly for_somebody: boolean; readonly correlation_id: string | null };

/** @returns documents that Alfresco was now seen to hold */
async function apply(house: House, mail: Mirrored, documents: readonly DocumentRow[], lost: AbortSignal): Promise<readonly DocumentRow[]> {
  if (mail.state === 'eliminated') {
    await scrubFolder(house, mail, mail.last_entry ?? undefined);
    lost.throwIfAborted();
    return confirm(house, mail, mail.node_id, []);
  }
  const folderId = await makeFolder(house, mail, writeFacts(mail, mail.last_entry ?? undefined, documents, await tellForWhom(house.store.db, mail, documents, mail.for_somebody, await house.settings())));
  const sent: Sent[] = [];
  try {
    for (const document of documents.filter(({ stored_at }) => !stored_at)) {
      lost.throwIfAborted();
      const outcome = await storeDocument(house, mail, folderId, document);
      sent.push(outcome);
      if (outcome.failure) throw outcome.failure;
    }
    await tellNature(house, documents.map((document) => sent.find((one) => one.document.id === document.id)?.document ?? document), lost);
    await linkAnswer(house, mail, folderId);
    lost.throwIfAborted();
  } catch (error) {
    // The next try need not send again what is there; were this lost, it would be found by its name.
    await house.store.db.transaction().execute((trx) => keepNodes(trx, mail, folderId, sent));
    throw error;
  }
  return confirm(house, mail, folderId, sent);
}

/** Read with the row, in one look: the node then says which place of the journal it was made equal to. */
const lastEntry = sql<string | null>`(select seq || ':' || left(encode(hash, 'hex'), 16) from journal where subject_kind = 'mail' and subject_id = mail.id::text order by seq desc limit 1)`;

const forSomebody = sql<boolean>`exists (select from document named join document_beneficiary on document_beneficiary.document_id = named.id where named.mail_id = mail.id)`;

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

/** Keeps which nodes the mail and its documents are. */
async function keepNodes(trx: Transaction<Database>, mail: MailRow, folderId: string, sent: readonly Sent[]): Promise<void> {
  if (mail.node_id !== folderId) await trx.updateTable('mail').set({ node_id: folderId }).where('id', '=', mail.id).execute();
  for (const { document, known } of sent) if (Object.keys(known).length) await trx.updateTable('document').set(known).where('id', '=', document.id).execute();
}

/**
 * Marks what Alfresco was seen to hold and tells of it, in one transaction: a crash leaves neither without the other.
 *
 * @returns documents that are stored now; one that was read again meanwhile has a searchable copy that Alfresco has not seen
 */
async function confirm(house: House, mail: Mirrored, folderId: string | null, sent: readonly Sent[]): Promise<readonly DocumentRow[]> {
  return house.store.transaction({ entityId: mail.entity_id, actor: 'system', correlationId: mail.correlation_id ?? undefined }, async (tx) => {
    await tx.trx.updateTable('mail').set((eb) => ({ node_id: folderId, applied_version: eb.fn<number>('greatest', ['applied_version', eb.val(mail.desired_version)]) })).where('id', '=', mail.id).execute();
    const stored: DocumentRow[] = [];
    for (const { document, known, whole } of sent) {
      const asSeen = sql<Date | null>`case when ${whole}::boolean and searchable_sha512 is not distinct from ${document.searchable_sha512}::text then ${house.now()}::timestamptz else stored_at end`;
      const kept = await tx.trx.updateTable('document').set({ ...known, stored_at: asSeen }).where('id', '=', document.id).returning('stored_at').executeTakeFirst();
      if (kept?.stored_at) stored.push(document);
    }
    const documents = sent.filter(({ whole }) => whole).length;
    if (documents) tx.append({ type: 'mail.stored', subjectKind: 'mail', subjectId: mail.id, data: { documents } });
    return stored;
  });
}

/**
 * Lets the spool go of what Alfresco was seen to hold: the last part of the job that put it there, which runs again where it
 * is cut off before.
 */
async function leaveSpool(house: House, stored: readonly DocumentRow[]): Promise<void> {
  for (const { id, spool_key, searchable_key } of stored.filter((document) => document.spool_key ?? document.searchable_key)) {
    for (const key of [spool_key, searchable_key]) if (key) await house.spool.remove(key);
    const left = (column: 'spool_key' | 'searchable_key', key: string | null) => sql<string | null>`nullif(${sql.ref(column)}, ${key}::text)`;
    await house.store.db.updateTable('document').set({ spool_key: left('spool_key', spool_key), searchable_key: left('searchable_key', searchable_key) }).where('id', '=', id).execute();
  }
}

/** The same by itself: for jobs of before. */
export function purgeSpool(house: House): TaskHandler {
  return async (payload) => leaveSpool(house, await house.store.db.selectFrom('document').selectAll().where('mail_id', '=', String(payload.mailId)).where('stored_at', 'is not', null).execute());
}
