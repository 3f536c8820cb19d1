import { proposeNature, type Person, type Settings } from '@bannette/domain';
import type { DescribedFile } from '@bannette/http';
import { requireBeneficiaries, requireNature, type House } from '@bannette/house';
import type { Database, Tx } from '@bannette/store';
import type { Selectable } from 'kysely';

type FileRow = Selectable<Database['deposit_file']>;

/** Refuses what a person says of files and can't know: a nature that isn't offered, beneficiaries that they may not know of. */
export async function requireDescribable(house: House, person: Person, files: readonly DescribedFile[], settings: Settings): Promise<void> {
  for (const { nature } of files) if (nature) requireNature(nature, settings);
  await requireBeneficiaries(house.store.db, person, settings, house.entityId, files.flatMap(({ beneficiaries }) => beneficiaries));
}

/** What was said of a file, as its row keeps it. */
export const describedColumns = (said: DescribedFile | undefined): Pick<FileRow, 'nature' | 'beneficiaries' | 'beneficiary_unknown'> => ({ nature: said?.nature ?? null, beneficiaries: [...new Set(said?.beneficiaries)], beneficiary_unknown: said?.beneficiaryUnknown ?? false });

/**
 * Gives a new document what was said of its file at the deposit or at the desk; what was cut out of a file is for the same
 * people as the whole. Beside it, what its text proposes as its nature.
 */
export async function describeDocument(tx: Tx, documentId: string, file: FileRow, settings: Settings): Promise<void> {
  const { beneficiaries, beneficiary_unknown } = await forWhom(tx, file);
  const pages = await tx.trx.selectFrom('page_text').select('text').where('file_id', '=', file.id).orderBy('number').execute();
  const proposal = proposeNature(pages.map(({ text }) => text), settings.thesaurus);
  await tx.trx.updateTable('document').set({ nature: file.nature, beneficiary_unknown, nature_proposal: proposal ? JSON.stringify(proposal) : null }).where('id', '=', documentId).execute();
  const known = beneficiaries.length ? await tx.trx.selectFrom('beneficiary').select('id').where('id', 'in', beneficiaries).execute() : [];
  if (known.length) await tx.trx.insertInto('document_beneficiary').values(known.map(({ id }) => ({ document_id: documentId, beneficiary_id: id }))).onConflict((named) => named.doNothing()).execute();
}

async function forWhom(tx: Tx, file: FileRow): Promise<Pick<FileRow, 'beneficiaries' | 'beneficiary_unknown'>> {
  if (file.beneficiaries.length || file.beneficiary_unknown || !file.cut_from) return file;
  return tx.trx.selectFrom('deposit_file').select(['beneficiaries', 'beneficiary_unknown']).where('id', '=', file.cut_from).executeTakeFirstOrThrow();
}
