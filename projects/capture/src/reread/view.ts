import { may, mayHandle, type Person } from '@bannette/domain';
import { notFound, type Call, type Contract, type DocumentReading } from '@bannette/http';
import { forRights, requireRight, type House, type MailRow } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Kysely, Selectable } from 'kysely';

export type DocumentRow = Selectable<Database['document']>;

/** Languages that this installation reads, the usual one first. */
export type Languages = () => Promise<readonly string[]>;

/** How a document was read: for whoever may open its mail. */
export async function documentReading(house: House, languages: Languages, { caller, params }: Call<Contract['documentReading']>): Promise<DocumentReading> {
  const mail = await house.store.db.selectFrom('mail').selectAll().where('id', '=', params.id).executeTakeFirst();
  requireRight(caller, 'read', mail);
  return viewReading(house, languages, caller, mail, await findDocument(house.store.db, params));
}

export async function findDocument(db: Kysely<Database>, { id, documentId }: { readonly id: string; readonly documentId: string }): Promise<DocumentRow> {
  const document = await db.selectFrom('document').selectAll().where('id', '=', documentId).where('mail_id', '=', id).executeTakeFirst();
  if (!document) throw notFound('document');
  return document;
}

export async function viewReading(house: House, languages: Languages, person: Person, mail: MailRow, document: DocumentRow): Promise<DocumentReading> {
  const { db } = house.store;
  const file = await fileOf(db, document);
  const pages = file ? await db.selectFrom('page_text').select(['number', 'reading']).where('file_id', '=', file.id).orderBy('number').execute() : [];
  const last = await db.selectFrom('reread').selectAll().where('document_id', '=', document.id).orderBy('id', 'desc').limit(1).executeTakeFirst();
  return {
    engine: document.engine ?? undefined,
    confidence: document.confidence ?? undefined,
    archive: document.archive ? { form: document.archive.form, drawn: [...document.archive.drawn] } : undefined,
    pages: pages.flatMap(({ number, reading }) => (reading ? [{ number, ...reading, doubts: [...reading.doubts] }] : [])),
    reread: last && { state: last.state, reason: last.reason ?? undefined, askedAt: last.asked_at.toISOString(), endedAt: last.ended_at?.toISOString() },
    mayReread: mayReread(person, mail, document),
    languages: [...(await languages())],
  };
}

/** The file that a document came as; one that was rebuilt from Alfresco has none. */
export async function fileOf(db: Kysely<Database>, { mail_id, sha512 }: DocumentRow): Promise<Selectable<Database['deposit_file']> | undefined> {
  return db.selectFrom('deposit_file').selectAll().where('mail_id', '=', mail_id).where('sha512', '=', sha512).where('state', '=', 'read').orderBy('position').limit(1).executeTakeFirst();
}

/** The mail rooms that handle the mail and may open it; what Alfresco has lost, what is a record, or held, is not touched. */
export function mayReread(person: Person, mail: MailRow, document: DocumentRow): boolean {
  return mail.state !== 'voided' && mail.holds === 0 && !document.gone_at && !document.held_at && !mail.gone_at && mayHandle(person, mail.mail_rooms) && may(person, 'read', forRights(mail));
}
