import { proposeNature } from '@bannette/domain';
import type { House } from '@bannette/house';
import type { Tx } from '@bannette/store';
import type { DocumentValues } from './plan.js';

/**
 * Of a document whose row is new: what its text proposes as its nature and, where Alfresco never had it, what was said of
 * its file at the deposit; as far as the deposit is still there.
 */
export async function describeAgain(house: House, tx: Tx, mailId: string, documentId: string, { sha512, nature }: DocumentValues): Promise<void> {
  const file = await tx.trx.selectFrom('mail').innerJoin('deposit_file', 'deposit_file.deposit_id', 'mail.deposit_id').selectAll('deposit_file').where('mail.id', '=', mailId).where('deposit_file.sha512', '=', sha512).executeTakeFirst();
  if (!file) return;
  const pages = await tx.trx.selectFrom('page_text').select('text').where('file_id', '=', file.id).orderBy('number').execute();
  const proposal = proposeNature(pages.map(({ text }) => text), (await house.settings()).thesaurus);
  if (proposal) await tx.trx.updateTable('document').set({ nature_proposal: JSON.stringify(proposal) }).where('id', '=', documentId).execute();
  if (nature !== undefined) return;
  await tx.trx.updateTable('document').set({ nature: file.nature, beneficiary_unknown: file.beneficiary_unknown }).where('id', '=', documentId).execute();
  const known = file.beneficiaries.length ? await tx.trx.selectFrom('beneficiary').select('id').where('id', 'in', file.beneficiaries).execute() : [];
  if (known.length) await tx.trx.insertInto('document_beneficiary').values(known.map(({ id }) => ({ document_id: documentId, beneficiary_id: id }))).onConflict((named) => named.doNothing()).execute();
}
