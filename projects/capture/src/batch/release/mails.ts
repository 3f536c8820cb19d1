import { dayIn, nextState, type BatchPlan, type PlannedEnvelope, type Settings } from '@bannette/domain';
import { changeMail, lockMail, type House, type MailPatch, type MailRow } from '@bannette/house';
import type { Database, JsonObject, Tx } from '@bannette/store';
import type { Selectable } from 'kysely';
import { addDocuments, documentOf, makeMail, originOf, proposalsFor } from '../../deposit/make-mails.js';
import { numbersOf, withNumbers } from '../../deposit/paper-numbers.js';
import type { BatchRow } from '../batch-for.js';
import type { Placed } from './parts.js';
import type { FileRow, Made } from './state.js';

type DocumentRow = Selectable<Database['document']>;

/** What a release has to do with mails: those that there are, locked, and the files that their documents were before. */
export interface Before {
  readonly made: Made;
  readonly mails: ReadonlyMap<string, MailRow>;
}

/** Locks the mails of a batch, in the order of their ids, so that two who do so never wait for one another. */
export async function lockMails(tx: Tx, { mails }: Made): Promise<ReadonlyMap<string, MailRow>> {
  const locked = new Map<string, MailRow>();
  for (const id of mails.map(({ mail }) => mail).sort()) {
    const mail = await lockMail(tx, id);
    if (mail) locked.set(id, mail);
  }
  return locked;
}

/** Makes the mail of an envelope equal to it, or makes it. @returns its id */
export async function makeEnvelope(house: House, tx: Tx, batch: BatchRow, before: Before, envelope: PlannedEnvelope, placed: ReadonlyMap<string, Placed>, settings: Settings): Promise<string> {
  const parts = envelope.documents.flatMap(({ id }) => placed.get(id) ?? []);
  const files = await filesOf(tx, parts.map(({ id }) => id));
  const known = before.made.mails.find((one) => one.envelope === envelope.id);
  const mail = known && before.mails.get(known.mail);
  if (mail) {
    await changeEnvelope(house, tx, batch, before, mail, parts, files, settings);
    return mail.id;
  }
  const first = files[0];
  if (!first) throw new Error('an envelope without documents');
  const deposit = await tx.trx.selectFrom('deposit').selectAll().where('id', '=', first.deposit_id).executeTakeFirstOrThrow();
  const id = await makeMail(house, tx, deposit, files, settings, { service: batch.service });
  await tx.trx.insertInto('batch_envelope').values({ batch_id: batch.id, id: envelope.id, mail_id: id }).execute();
  return id;
}

async function filesOf(tx: Tx, ids: readonly string[]): Promise<FileRow[]> {
  const rows = ids.length ? await tx.trx.selectFrom('deposit_file').selectAll().where('id', 'in', ids).execute() : [];
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

async function changeEnvelope(house: House, tx: Tx, batch: BatchRow, { made }: Before, mail: MailRow, parts: readonly Placed[], files: readonly FileRow[], settings: Settings): Promise<void> {
  const documents = await tx.trx.selectFrom('document').selectAll().where('mail_id', '=', mail.id).orderBy('position').execute();
  const keyBefore = new Map(made.parts.map(({ row }) => [row.planned, row.spool_key]));
  const own = files.map((file) => documents.find(({ spool_key }) => spool_key === (keyBefore.get(file.planned) ?? file.spool_key)));
  const isSame = !parts.some(({ changed }) => changed) && own.length === documents.length && own.every((document, index) => document === documents[index]);
  if (isSame) return;
  await tx.trx.updateTable('document').set((eb) => ({ position: eb('position', '+', 100_000) })).where('mail_id', '=', mail.id).execute();
  const gone = documents.filter((document) => !own.includes(document));
  await dropDocuments(tx, gone);
  for (const [index, file] of files.entries()) {
    const document = own[index];
    if (document) await keepDocument(tx, document, file, index + 1, mail.id);
    else await addDocuments(tx, mail.id, [file], index, settings);
  }
  const origins = await originOf(tx, files);
  await changeMail(tx, mail, {
    set: await readAnew(house, tx, mail, files, batch, settings),
    entry: { type: 'mail.recut', data: { batch: batch.id, documents: files.map(({ id, sha512, searchable_sha512 }): JsonObject => ({ sha512, searchable: searchable_sha512, ...origins.get(id) })) } },
  });
}

async function keepDocument(tx: Tx, document: DocumentRow, file: FileRow, position: number, mailId: string): Promise<void> {
  await tx.trx.updateTable('document').set(documentOf(file, position)).where('id', '=', document.id).execute();
  await tx.trx.updateTable('deposit_file').set({ mail_id: mailId }).where('id', '=', file.id).execute();
}

async function dropDocuments(tx: Tx, documents: readonly DocumentRow[]): Promise<void> {
  const ids = documents.map(({ id }) => id);
  if (!ids.length) return;
  await tx.trx.deleteFrom('document_beneficiary').where('document_id', 'in', ids).execute();
  await tx.trx.deleteFrom('document').where('id', 'in', ids).execute();
}

/** What is read of the mail now that its pages are others. */
async function readAnew(house: House, tx: Tx, mail: MailRow, files: readonly FileRow[], batch: BatchRow, settings: Settings): Promise<MailPatch> {
  const deposit = await tx.trx.selectFrom('deposit').selectAll().where('id', '=', mail.deposit_id ?? '').executeTakeFirstOrThrow();
  const ids = files.map(({ id }) => id);
  const pages = await tx.trx.selectFrom('page_text').select(['file_id', 'text']).where('file_id', 'in', ids).orderBy('number').execute();
  const texts = ids.flatMap((id) => pages.filter(({ file_id }) => file_id === id).map(({ text }) => text));
  const proposals = proposalsFor(texts, files, deposit, settings, dayIn(settings.authority.timeZone, house.now()), { service: batch.service });
  return { read_text: texts.join('\n'), proposals: JSON.stringify(withNumbers(proposals, await numbersOf(tx, ids))) };
}

/**
 * Ends the mails whose envelope is no longer there: they are part of the mail that has their first page now, or all of them
 * was put aside. Documents that went on elsewhere leave them; what was joined to another stays with them as it was.
 *
 * @returns their ids
 */
export async function endVanished(house: House, tx: Tx, batch: BatchRow, { made, mails }: Before, plan: BatchPlan, into: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const ended: string[] = [];
  const moved = new Set(plan.envelopes.flatMap(({ documents }) => documents.map(({ id }) => id)));
  for (const { envelope, mail: mailId } of made.mails) {
    const mail = mails.get(mailId);
    if (!mail || plan.envelopes.some(({ id }) => id === envelope)) continue;
    const own = made.parts.filter(({ row }) => row.mail_id === mailId);
    const keys = own.filter(({ row }) => row.planned !== null && moved.has(row.planned)).map(({ row }) => row.spool_key);
    const gone = keys.length ? await tx.trx.selectFrom('document').selectAll().where('mail_id', '=', mailId).where('spool_key', 'in', keys).execute() : [];
    await dropDocuments(tx, gone);
    const first = own.flatMap(({ pages }) => pages)[0];
    const target = plan.envelopes.find(({ documents }) => documents.some(({ pages }) => pages.some(({ file, number }) => file === first?.file && number === first.number)));
    const joined = target && into.get(target.id);
    await changeMail(tx, mail, { set: { state: nextState(mail.state, 'void'), closed_at: house.now() }, entry: { type: joined ? 'mail.merged' : 'mail.setAside', data: { ...(joined ? { into: joined } : {}), batch: batch.id, documents: own.map(({ row }) => ({ sha512: row.sha512 })) } } });
    await tx.trx.deleteFrom('batch_envelope').where('batch_id', '=', batch.id).where('id', '=', envelope).execute();
    ended.push(mailId);
  }
  return ended;
}
