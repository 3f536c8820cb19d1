import { isRestricted, secrecyOfNatures, type Confidentiality, type NatureSecrecy, type Person, type Settings } from '@bannette/domain';
import { invalid, notFound, type DescribedDocument } from '@bannette/http';
import { beneficiariesOf, changeMail, requireBeneficiaries, requireNature, type DocumentRow, type House, type MailPatch, type MailRow } from '@bannette/house';
import type { JsonObject, Tx } from '@bannette/store';

/** What of a document's description changed, for the journal: ids and codes, nobody's name. */
export interface Described {
  readonly document: string;
  readonly nature?: string | null;
  readonly named?: readonly string[];
  readonly unnamed?: readonly string[];
  readonly unknown?: boolean;
}

const toldAs = 'mail.documentDescribed';

/**
 * Writes what the mail's documents are and for whom, in the caller's transaction and under the mail's lock. Beneficiaries
 * whom `person` may not know of stay as they are.
 *
 * @returns what changed, document by document
 * @throws Problem 404 for a document of another mail, 422 `unknownNature`, `unknownBeneficiary`
 */
export async function writeDescriptions(house: House, tx: Tx, person: Person, mail: MailRow, documents: readonly DescribedDocument[], settings: Settings): Promise<readonly Described[]> {
  const rows = await tx.trx.selectFrom('document').selectAll().where('mail_id', '=', mail.id).execute();
  await requireBeneficiaries(tx.trx, person, settings, house.entityId, documents.flatMap(({ beneficiaries }) => beneficiaries ?? []));
  const changed: Described[] = [];
  for (const said of documents) {
    const row = rows.find(({ id }) => id === said.id);
    if (!row) throw notFound('document');
    const difference = await writeOne(tx, person, row, said, settings);
    if (Object.keys(difference).length > 1) changed.push(difference);
  }
  return changed;
}

async function writeOne(tx: Tx, person: Person, row: DocumentRow, said: DescribedDocument, settings: Settings): Promise<Described> {
  if (said.nature) requireNature(said.nature, settings, row.nature);
  const { named, unnamed } = said.beneficiaries ? await name(tx, person, row.id, said.beneficiaries, settings) : { named: [], unnamed: [] };
  const unknown = said.beneficiaryUnknown ?? (named.length ? false : row.beneficiary_unknown);
  const nature = said.nature === undefined ? row.nature : said.nature;
  if (nature !== row.nature || unknown !== row.beneficiary_unknown) await tx.trx.updateTable('document').set({ nature, beneficiary_unknown: unknown }).where('id', '=', row.id).execute();
  return {
    document: row.id,
    ...(nature !== row.nature ? { nature } : {}),
    ...(named.length ? { named } : {}),
    ...(unnamed.length ? { unnamed } : {}),
    ...(unknown !== row.beneficiary_unknown ? { unknown } : {}),
  };
}

async function name(tx: Tx, person: Person, documentId: string, wanted: readonly string[], settings: Settings): Promise<{ named: string[]; unnamed: string[] }> {
  const seen = (await beneficiariesOf(tx.trx, person, settings, [documentId]))(documentId).map(({ id }) => id);
  const named = [...new Set(wanted)].filter((id) => !seen.includes(id));
  const unnamed = seen.filter((id) => !wanted.includes(id));
  if (named.length) await tx.trx.insertInto('document_beneficiary').values(named.map((beneficiary_id) => ({ document_id: documentId, beneficiary_id, named_by: person.id }))).onConflict((known) => known.doNothing()).execute();
  if (unnamed.length) await tx.trx.deleteFrom('document_beneficiary').where('document_id', '=', documentId).where('beneficiary_id', 'in', unnamed).execute();
  return { named, unnamed };
}

/** Adds beneficiaries to documents that waited for them, or says that they are for nobody. */
export async function writeIdentified(tx: Tx, person: Person, documents: readonly string[], beneficiaries: readonly string[]): Promise<readonly Described[]> {
  if (beneficiaries.length) await tx.trx.insertInto('document_beneficiary').values(documents.flatMap((document_id) => beneficiaries.map((beneficiary_id) => ({ document_id, beneficiary_id, named_by: person.id })))).onConflict((known) => known.doNothing()).execute();
  await tx.trx.updateTable('document').set({ beneficiary_unknown: false }).where('id', 'in', documents).execute();
  return documents.map((document) => ({ document, ...(beneficiaries.length ? { named: beneficiaries } : {}), unknown: false }));
}

/** How secret a mail is at least by what its documents are. */
export async function secrecyOfDocuments(tx: Tx, mailId: string, settings: Settings): Promise<NatureSecrecy> {
  const rows = await tx.trx.selectFrom('document').select('nature').where('mail_id', '=', mailId).execute();
  return secrecyOfNatures(rows.map(({ nature }) => nature), settings.thesaurus);
}

/**
 * How secret the mail becomes by the natures of its documents; it is never made less secret. A compartment that the mail has stays.
 *
 * @throws Problem 422 `serviceNotCleared` where its service, or one in copy, has nobody cleared
 */
export async function secrecyWithNatures(tx: Tx, mail: MailRow, settings: Settings): Promise<Pick<MailPatch, 'confidentiality' | 'compartment'>> {
  const said = await secrecyOfDocuments(tx, mail.id, settings);
  const confidentiality = Math.max(mail.confidentiality, said.confidentiality) as Confidentiality;
  const compartment = mail.compartment ?? said.compartment ?? null;
  if (confidentiality === mail.confidentiality && compartment === mail.compartment) return {};
  if (compartment && isRestricted({ confidentiality })) for (const code of [mail.service, ...mail.copies]) requireClearedPeople(code, compartment, settings);
  return { confidentiality, compartment };
}

function requireClearedPeople(code: string | null, compartment: string, settings: Settings): void {
  const service = settings.services.find((candidate) => candidate.code === code);
  if (service && !service.compartments.includes(compartment)) throw invalid('serviceNotCleared', `${service.code} has nobody cleared for ${compartment}`, { service: service.label, compartment });
}

/** As part of qualification, which is the mail's change: told in its history under the same revision. */
export async function describeWhileQualifying(house: House, tx: Tx, person: Person, mail: MailRow, documents: readonly DescribedDocument[], settings: Settings): Promise<void> {
  const described = await writeDescriptions(house, tx, person, mail, documents, settings);
  if (described.length) tx.append({ type: toldAs, subjectKind: 'mail', subjectId: mail.id, data: { documents: described as unknown as JsonObject[] } });
}

/** One change of the mail: its revision, its word in the journal, its way to Alfresco. */
export async function tellDescribed(tx: Tx, mail: MailRow, described: readonly Described[], settings: Settings): Promise<MailRow> {
  const set = await secrecyWithNatures(tx, mail, settings);
  return changeMail(tx, mail, { set, entry: { type: toldAs, data: { documents: described as unknown as JsonObject[], ...(set.confidentiality !== undefined ? { confidentiality: set.confidentiality } : {}) } } });
}
