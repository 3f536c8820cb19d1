import { may, narrowerOf, type Person, type Settings } from '@bannette/domain';
import { forbidden, notFound, type Call, type Contract, type FiledDocument } from '@bannette/http';
import { beneficiariesOf, beneficiaryFamily, forRights, knownTo, standingFor, toBeneficiary, type BeneficiaryRow, type House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type SelectQueryBuilder, type SqlBool } from 'kysely';

type Documents = SelectQueryBuilder<Database, 'document' | 'mail', object>;

/** The beneficiary, for who may know of them: to all others there is none. One that was joined with another is answered by that one. */
export async function beneficiaryOf(house: House, person: Person, id: string, settings: Settings): Promise<BeneficiaryRow> {
  const kept = (await standingFor(house.store.db, [id])).get(id);
  const row = kept && (await house.store.db.selectFrom('beneficiary').selectAll().where('id', '=', kept.id).where('entity_id', '=', house.entityId).where(knownTo(person, settings)).executeTakeFirst());
  if (!row) throw notFound('beneficiary');
  return row;
}

/** Documents of mails that `person` may open: others are neither listed nor counted. */
function readableDocuments(house: House, person: Person): Documents {
  return house.store.db
    .selectFrom('document')
    .innerJoin('mail', 'mail.id', 'document.mail_id')
    .where('mail.entity_id', '=', house.entityId)
    .where('mail.state', '<>', 'voided')
    .where(sql<SqlBool>`mail.readers && ${sql.val([...person.groups])}::text[]`) as unknown as Documents;
}

async function forBeneficiary(house: House, documents: Documents, id: string): Promise<{ readonly documents: Documents }> {
  const family = [...(await beneficiaryFamily(house.store.db, id))];
  return { documents: documents.where((eb) => eb.exists(eb.selectFrom('document_beneficiary').select('document_id').whereRef('document_id', '=', 'document.id').where('beneficiary_id', 'in', family))) };
}

/** Documents of a beneficiary's file that `person` may read. */
export async function countDocuments(house: House, person: Person, id: string): Promise<number> {
  const { documents } = await forBeneficiary(house, readableDocuments(house, person), id);
  return Number((await documents.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n);
}

export async function beneficiaryFile(house: House, { params, caller }: Call<Contract['beneficiary']>) {
  const row = await beneficiaryOf(house, caller, params.id, await house.settings());
  const { documents } = await forBeneficiary(house, readableDocuments(house, caller), row.id);
  const natures = await documents.select((eb) => ['document.nature', eb.fn.countAll<number>().as('documents')]).groupBy('document.nature').execute();
  const counted = natures.map(({ nature, documents: n }) => ({ nature: nature ?? undefined, documents: Number(n) }));
  return { beneficiary: toBeneficiary(row), revision: row.revision, documents: counted.reduce((sum, one) => sum + one.documents, 0), natures: counted };
}

/** By nature, by beneficiary, or both: two ways into the same documents. */
export async function filedDocuments(house: House, { query, caller }: Call<Contract['filedDocuments']>): Promise<{ items: FiledDocument[]; next?: string }> {
  const settings = await house.settings();
  if (!query.nature && !query.beneficiary) throw forbidden('allDocuments');
  let documents = readableDocuments(house, caller);
  if (query.beneficiary) ({ documents } = await forBeneficiary(house, documents, (await beneficiaryOf(house, caller, query.beneficiary, settings)).id));
  if (query.nature === 'none') documents = documents.where('document.nature', 'is', null);
  else if (query.nature) documents = documents.where('document.nature', 'in', [...narrowerOf(settings.thesaurus, query.nature), query.nature]);
  if (query.q) documents = documents.where(sql<SqlBool>`concat_ws(' ', mail.chrono, mail.subject, mail.correspondent->>'name') ilike ${`%${query.q.replace(/[\\%_]/g, '\\$&')}%`}`);
  if (query.after) documents = documents.where('document.id', '<', query.after);
  const rows = await documents
    .select(['document.id', 'document.name', 'document.media_type', 'document.pages', 'document.nature', 'mail.id as mail_id', 'mail.chrono', 'mail.subject', 'mail.type', 'mail.state', 'mail.service', 'mail.copies', 'mail.confidentiality', 'mail.compartment', 'mail.received_at', 'mail.document_date', 'mail.departure_date', 'mail.mail_rooms', 'mail.intermediate_at', 'mail.proposals'])
    .orderBy('document.id', 'desc')
    .limit(query.limit + 1)
    .execute();
  const shown = rows.slice(0, query.limit);
  const namedOn = await beneficiariesOf(house.store.db, caller, settings, shown.map(({ id }) => id));
  const items = shown
    .filter((row) => may(caller, 'read', forRights(row)))
    .map((row): FiledDocument => ({
      id: row.id,
      name: row.name,
      mediaType: row.media_type,
      pages: row.pages,
      nature: row.nature ?? undefined,
      beneficiaries: namedOn(row.id),
      mail: {
        id: row.mail_id,
        chrono: row.chrono ?? undefined,
        subject: row.subject ?? row.proposals.subject?.value,
        type: row.type ?? undefined,
        state: row.state,
        service: row.service ?? undefined,
        confidentiality: row.confidentiality,
        receivedAt: row.received_at ?? row.departure_date ?? undefined,
        documentDate: row.document_date ?? undefined,
      },
    }));
  return { items, next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
}
