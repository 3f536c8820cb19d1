import { knowersOf, searchNameOf, type Settings } from '@bannette/domain';
import { toBeneficiary, type DocumentRow, type MailRow } from '@bannette/house';
import type { Database, Tx } from '@bannette/store';
import type { Kysely } from 'kysely';
import { z } from 'zod';

const text = z.string().optional();
/** A beneficiary as a mail's folder tells them; without a name where a reader of the mail may not know of the file. */
const told = z.object({ id: z.uuid(), name: text, firstName: text, birthDate: z.iso.date().optional(), fileNumber: text, service: text, compartment: text });
export const forWhom = z.object({ beneficiaries: z.array(told), unknown: z.boolean().default(false) });
/** For whom a document is. */
export type ForWhom = z.infer<typeof forWhom>;

/** For whom the mail's documents are, by document, as its folder may tell all its readers; documents for nobody are left out. @param named whether any is for somebody who is known */
export async function tellForWhom(db: Kysely<Database>, mail: Pick<MailRow, 'id' | 'readers'>, itsDocuments: readonly Pick<DocumentRow, 'id' | 'beneficiary_unknown'>[], named: boolean, settings: Pick<Settings, 'services' | 'sites'>): Promise<{ readonly [document: string]: ForWhom }> {
  const rows = !named ? [] : await db.selectFrom('document_beneficiary').innerJoin('beneficiary', 'beneficiary.id', 'beneficiary_id').innerJoin('document', 'document.id', 'document_id').selectAll('beneficiary').select('document_id').where('mail_id', '=', mail.id).orderBy('beneficiary.id').execute();
  const unknown = itsDocuments.filter(({ beneficiary_unknown }) => beneficiary_unknown);
  const documents = [...new Set([...rows.map(({ document_id }) => document_id), ...unknown.map(({ id }) => id)])].sort();
  const tell = (row: (typeof rows)[number]): ForWhom['beneficiaries'][number] => {
    const { id, ...identity } = toBeneficiary(row);
    const knowers = knowersOf(identity, settings);
    return mail.readers.every((reader) => knowers.includes(reader)) ? { id, ...identity } : { id };
  };
  return Object.fromEntries(documents.map((document) => [document, { beneficiaries: rows.filter(({ document_id }) => document_id === document).map(tell), unknown: unknown.some(({ id }) => id === document) }]));
}

/** Names again whom a document was for; a beneficiary who is neither kept nor told by name waits to be recognised. */
export async function writeForWhom(tx: Tx, documentId: string, { beneficiaries, unknown }: ForWhom): Promise<void> {
  for (const { id, name, firstName, birthDate, fileNumber, service, compartment } of beneficiaries) {
    if (name === undefined) continue;
    const row = { id, entity_id: tx.context.entityId, name, first_name: firstName ?? null, birth_date: birthDate ?? null, file_number: fileNumber ?? null, service: service ?? null, compartment: compartment ?? null, search_name: searchNameOf({ name, firstName }), created_by: tx.context.actor };
    await tx.trx.insertInto('beneficiary').values(row).onConflict((known) => known.doNothing()).execute();
  }
  const ids = beneficiaries.map(({ id }) => id);
  const known = ids.length ? (await tx.trx.selectFrom('beneficiary').select('id').where('id', 'in', ids).execute()).map(({ id }) => id) : [];
  await tx.trx.deleteFrom('document_beneficiary').where('document_id', '=', documentId).execute();
  if (known.length) await tx.trx.insertInto('document_beneficiary').values(known.map((beneficiary_id) => ({ document_id: documentId, beneficiary_id }))).execute();
  await tx.trx.updateTable('document').set({ beneficiary_unknown: unknown || known.length < ids.length }).where('id', '=', documentId).execute();
}
