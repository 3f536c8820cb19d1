import { filesKnownTo, naturesOffered, type Person, type Settings } from '@bannette/domain';
import { invalid, type Beneficiary } from '@bannette/http';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type RawBuilder, type Selectable, type SqlBool } from 'kysely';

export type BeneficiaryRow = Selectable<Database['beneficiary']>;

/** Files that `person` may know of, as a condition on the table `beneficiary`. */
export function knownTo(person: Person, settings: Pick<Settings, 'services' | 'sites'>): RawBuilder<SqlBool> {
  const { shared, services, compartments } = filesKnownTo(person, settings);
  const cleared = compartments.map(({ service, compartment }) => `${service} ${compartment}`);
  return sql<SqlBool>`case
    when beneficiary.service is null then ${sql.lit(shared)}
    when beneficiary.compartment is null then beneficiary.service = any(${sql.val([...services])}::text[])
    else beneficiary.service || ' ' || beneficiary.compartment = any(${sql.val(cleared)}::text[]) end`;
}

export function toBeneficiary({ id, name, first_name, birth_date, file_number, service, compartment }: BeneficiaryRow): Beneficiary {
  return { id, name, firstName: first_name ?? undefined, birthDate: birth_date ?? undefined, fileNumber: file_number ?? undefined, service: service ?? undefined, compartment: compartment ?? undefined };
}

const longestChain = 20;

/** The file that stands for each of those that were joined with another, through all that they were joined with. */
export async function standingFor(db: Kysely<Database>, ids: readonly string[]): Promise<ReadonlyMap<string, BeneficiaryRow>> {
  const standing = new Map<string, BeneficiaryRow>();
  let asked = new Map(ids.map((id) => [id, id]));
  for (let step = 0; asked.size && step < longestChain; step++) {
    const rows = new Map((await db.selectFrom('beneficiary').selectAll().where('id', 'in', [...new Set(asked.values())]).execute()).map((row) => [row.id, row]));
    const next = new Map<string, string>();
    for (const [id, at] of asked) {
      const row = rows.get(at);
      if (row?.merged_into) next.set(id, row.merged_into);
      else if (row) standing.set(id, row);
    }
    asked = next;
  }
  return standing;
}

/** A file and all that were joined with it, whose documents are shown as its own. */
export async function beneficiaryFamily(db: Kysely<Database>, id: string): Promise<readonly string[]> {
  const family = [id];
  for (let asked = [id], step = 0; asked.length && step < longestChain; step++) {
    const joined = (await db.selectFrom('beneficiary').select('id').where('merged_into', 'in', asked).execute()).map((row) => row.id);
    asked = joined.filter((one) => !family.includes(one));
    family.push(...asked);
  }
  return family;
}

/** For whom documents are, of those that `person` may know of; in the order of their names. */
export async function beneficiariesOf(db: Kysely<Database>, person: Person, settings: Pick<Settings, 'services' | 'sites'>, documents: readonly string[]): Promise<(documentId: string) => Beneficiary[]> {
  const rows = documents.length
    ? await db.selectFrom('document_beneficiary').innerJoin('beneficiary', 'beneficiary.id', 'beneficiary_id').selectAll('beneficiary').select('document_id').where('document_id', 'in', [...documents]).where(knownTo(person, settings)).orderBy('search_name').orderBy('beneficiary.id').execute()
    : [];
  const standing = await standingFor(db, rows.filter(({ merged_into }) => merged_into).map(({ id }) => id));
  return (documentId) => {
    const named = rows.filter(({ document_id }) => document_id === documentId).map((row) => toBeneficiary(standing.get(row.id) ?? row));
    return named.filter(({ id }, index) => named.findIndex((one) => one.id === id) === index);
  };
}

/** Refuses ids of nobody; somebody whom `person` may not know of is nobody to them. */
export async function requireBeneficiaries(db: Kysely<Database>, person: Person, settings: Pick<Settings, 'services' | 'sites'>, entityId: string, ids: readonly string[]): Promise<void> {
  const asked = [...new Set(ids)];
  if (!asked.length) return;
  const known = await db.selectFrom('beneficiary').select('id').where('id', 'in', asked).where('entity_id', '=', entityId).where(knownTo(person, settings)).execute();
  if (known.length < asked.length) throw invalid('unknownBeneficiary', 'There is no such beneficiary, or you may not know of them');
}

/** Refuses what is no nature, or one that is retired, unless the document has it already. */
export function requireNature(nature: string, settings: Pick<Settings, 'thesaurus'>, already?: string | null): void {
  if (nature !== already && !naturesOffered(settings.thesaurus).some(({ code }) => code === nature)) throw invalid('unknownNature', `There is no nature ${nature}`, { nature });
}
