import { mayHandle } from '@bannette/domain';
import { conflict, forbidden, invalid, type Call, type Contract, type DocumentReading } from '@bannette/http';
import { contextOf, lockMail, requireRight, type House } from '@bannette/house';
import { newId, type Tx } from '@bannette/store';
import { findDocument, mayReread, viewReading, type Languages } from './view.js';

/** Name of the job that reads a document again. */
export const rereadTask = 'capture.reread';

/** Has a document read again. Asked twice while it waits, it is read once. */
export async function askReread(house: House, languages: Languages, call: Call<Contract['reread']>): Promise<DocumentReading> {
  const { caller, params, body } = call;
  const known = await languages();
  if (body.language && !known.includes(body.language)) throw invalid('languageUnavailable', 'This language is not installed', { language: body.language });
  return house.store.transaction(contextOf(house, call), async (tx) => {
    const mail = await lockMail(tx, params.id);
    requireRight(caller, 'read', mail);
    if (!mayHandle(caller, mail.mail_rooms)) throw forbidden('reread');
    const document = await findDocument(tx.trx, params);
    if (!mayReread(caller, mail, document)) throw conflict('notInState', 'The document can’t be read again', { state: mail.state, action: 'reread' });
    await keep(house, tx, mail.id, document.id, caller.id, body);
    tx.append({ type: 'mail.rereadAsked', subjectKind: 'mail', subjectId: mail.id, data: { document: document.id, sha512: document.sha512, language: body.language ?? null, uneven: body.uneven } });
    return undefined;
  }).then(async () => {
    const mail = await house.store.db.selectFrom('mail').selectAll().where('id', '=', params.id).executeTakeFirstOrThrow();
    return viewReading(house, languages, caller, mail, await findDocument(house.store.db, params));
  });
}

async function keep(house: House, tx: Tx, mailId: string, documentId: string, askedBy: string, { language, uneven }: Call<Contract['reread']>['body']): Promise<void> {
  const asked = { language: language ?? null, uneven, asked_by: askedBy, asked_at: house.now() };
  const waiting = await tx.trx.updateTable('reread').set(asked).where('document_id', '=', documentId).where('state', '=', 'waiting').returning('id').executeTakeFirst();
  const id = waiting?.id ?? newId();
  if (!waiting) await tx.trx.insertInto('reread').values({ ...asked, id, entity_id: house.entityId, mail_id: mailId, document_id: documentId, state: 'waiting' }).execute();
  await tx.enqueue(rereadTask, { rereadId: id }, { key: `${rereadTask}:${id}` });
}
