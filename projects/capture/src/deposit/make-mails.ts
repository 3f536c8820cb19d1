import { classify, dayIn, extensionOf, isOpen, listersOf, readersOf, type Proposal, type Proposals, type Settings } from '@bannette/domain';
import { enqueueMirror, type House } from '@bannette/house';
import { newId, type Database, type Tx } from '@bannette/store';
import type { Selectable } from 'kysely';

type FileRow = Selectable<Database['deposit_file']>;
type DepositRow = Selectable<Database['deposit']>;

/**
 * Makes the mails that the deposit's files are ready for: one a file, or one for all once each has been read or put in
 * quarantine. The caller holds the deposit's lock, so two files that are ready at once never make two mails of one.
 */
export async function makeMails(house: House, tx: Tx, depositId: string): Promise<void> {
  const deposit = await tx.trx.selectFrom('deposit').selectAll().where('id', '=', depositId).executeTakeFirstOrThrow();
  const files = await tx.trx.selectFrom('deposit_file').selectAll().where('deposit_id', '=', depositId).orderBy('position').execute();
  const ready = files.filter((file) => file.state === 'read' && !file.mail_id);
  const settings = await house.settings();
  if (deposit.grouping === 'perFile') {
    for (const file of ready) await makeMail(house, tx, deposit, [file], settings);
  } else if (ready.length && !files.some(({ state }) => state === 'waiting' || state === 'reading')) {
    const earlier = await openMailOf(tx, files);
    if (earlier) await addLate(tx, earlier, ready, files);
    else await makeMail(house, tx, deposit, ready, settings);
  }
}

async function makeMail(house: House, tx: Tx, deposit: DepositRow, files: readonly FileRow[], settings: Settings): Promise<void> {
  const id = newId();
  const pages = await tx.trx.selectFrom('page_text').select(['file_id', 'text']).where('file_id', 'in', files.map((file) => file.id)).orderBy('number').execute();
  const texts = files.flatMap((file) => pages.filter(({ file_id }) => file_id === file.id).map(({ text }) => text));
  const proposals = withDeclared(classify(texts, settings.types, dayIn(settings.authority.timeZone, house.now())), deposit);
  const rights = { copies: [], confidentiality: 0 as const };
  await tx.trx
    .insertInto('mail')
    .values({ id, entity_id: deposit.entity_id, category: 'incoming', state: 'toQualify', deposit_id: deposit.id, channel: deposit.channel, proposals: JSON.stringify(proposals), read_text: texts.join('\n'), received_at: deposit.received_at, copies: [], confidentiality: 0, readers: [...readersOf(rights)], listers: [...listersOf(rights)] })
    .execute();
  await addDocuments(tx, id, files, 0);
  tx.append({ type: 'mail.captured', subjectKind: 'mail', subjectId: id, data: { deposit: deposit.id, documents: files.map(({ sha512, searchable_sha512 }) => ({ sha512, searchable: searchable_sha512 })) } });
}

/** The deposit's mail while somebody still works on it; what joined a closed or voided one would be seen by nobody. */
async function openMailOf(tx: Tx, files: readonly FileRow[]): Promise<string | undefined> {
  const ids = files.flatMap(({ mail_id }) => (mail_id ? [mail_id] : []));
  if (!ids.length) return undefined;
  const mails = await tx.trx.selectFrom('mail').select(['id', 'state']).where('id', 'in', ids).orderBy('id', 'desc').forUpdate().execute();
  return mails.find(({ state }) => isOpen(state))?.id;
}

/** A file that could be read after all joins the deposit's mail. */
async function addLate(tx: Tx, mailId: string, ready: readonly FileRow[], files: readonly FileRow[]): Promise<void> {
  const present = files.filter(({ mail_id }) => mail_id === mailId).length;
  await addDocuments(tx, mailId, ready, present);
  const mail = await tx.trx.selectFrom('mail').select(['state', 'node_name', 'desired_version']).where('id', '=', mailId).forUpdate().executeTakeFirstOrThrow();
  tx.append({ type: 'mail.documentAdded', subjectKind: 'mail', subjectId: mailId, data: { documents: ready.map(({ sha512 }) => ({ sha512 })) } });
  if (!mail.node_name) return;
  for (const [index, file] of ready.entries()) await tx.trx.updateTable('document').set({ name: `${mail.node_name}-${present + index + 1}.${extensionOf(file.media_type)}` }).where('mail_id', '=', mailId).where('position', '=', present + index + 1).execute();
  await tx.trx.updateTable('mail').set({ desired_version: mail.desired_version + 1 }).where('id', '=', mailId).execute();
  await enqueueMirror(tx, mailId);
}

async function addDocuments(tx: Tx, mailId: string, files: readonly FileRow[], after: number): Promise<void> {
  for (const [index, file] of files.entries()) {
    const position = after + index + 1;
    await tx.trx
      .insertInto('document')
      .values({
        id: newId(),
        mail_id: mailId,
        position,
        role: position === 1 ? 'main' : 'attachment',
        name: `document-${position}.${extensionOf(file.media_type)}`,
        media_type: file.media_type ?? 'application/octet-stream',
        size: file.size,
        sha512: file.sha512,
        pages: file.pages ?? 0,
        confidence: file.confidence,
        engine: file.engine,
        warnings: JSON.stringify(file.warnings),
        spool_key: file.spool_key,
        searchable_key: file.searchable_key,
        searchable_size: file.searchable_size,
        searchable_sha512: file.searchable_sha512,
      })
      .execute();
    await tx.trx.updateTable('deposit_file').set({ mail_id: mailId }).where('id', '=', file.id).execute();
  }
}

/** What was declared at the deposit speaks louder than what was read. */
function withDeclared(read: Proposals, deposit: DepositRow): Proposals {
  const declared = (value: string | null): Proposal | undefined => (value ? { value, confidence: 1, because: 'deposit' } : undefined);
  return {
    ...read,
    ...(deposit.sender_name ? { senderName: declared(deposit.sender_name) } : {}),
    ...(deposit.subject ? { subject: declared(deposit.subject) } : {}),
    ...(deposit.received_at ? { receivedAt: declared(deposit.received_at) } : {}),
  };
}
