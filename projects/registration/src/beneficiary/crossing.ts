import { filesKnownTo, keepsBeneficiaries, narrowerOf, wordsOf } from '@bannette/domain';
import { forbidden, type Call, type Contract } from '@bannette/http';
import { knownTo, standingFor, toBeneficiary, type House } from '@bannette/house';
import { sql, type SqlBool } from 'kysely';

/** Documents that are counted, the latest; and rows and columns that are shown. */
const looked = 20_000;
const rowsShown = 50;
const columnsShown = 12;

/** Natures against beneficiaries, of documents that the caller may read and people whom they may know of: those with the most. */
export async function naturesCrossed(house: House, { query, caller }: Call<Contract['naturesCrossed']>) {
  const settings = await house.settings();
  if (!keepsBeneficiaries(caller, settings) && !filesKnownTo(caller, settings).services.length) throw forbidden('beneficiaries');
  const words = wordsOf(query.q ?? '').map((word) => `'${word}':*`).join(' & ');
  let named = house.store.db
    .selectFrom('document_beneficiary')
    .innerJoin('beneficiary', 'beneficiary.id', 'beneficiary_id')
    .innerJoin('document', 'document.id', 'document_id')
    .innerJoin('mail', 'mail.id', 'document.mail_id')
    .select(['document_id', 'beneficiary_id', 'document.nature'])
    .where('mail.entity_id', '=', house.entityId)
    .where('mail.state', '<>', 'voided')
    .where(sql<SqlBool>`mail.readers && ${sql.val([...caller.groups])}::text[]`)
    .where(knownTo(caller, settings));
  if (words) named = named.where(sql<SqlBool>`to_tsvector('simple', beneficiary.search_name) @@ to_tsquery('simple', ${words})`);
  if (query.nature) named = named.where('document.nature', 'in', [...narrowerOf(settings.thesaurus, query.nature), query.nature]);
  const found = await named.orderBy('document_id', 'desc').limit(looked).execute();
  const standing = await standingFor(house.store.db, [...new Set(found.map(({ beneficiary_id }) => beneficiary_id))]);
  const people = new Map<string, { documents: Set<string>; by: Map<string, Set<string>> }>();
  const natures = new Map<string, number>();
  for (const { document_id, beneficiary_id, nature } of found) {
    const id = standing.get(beneficiary_id)?.id ?? beneficiary_id;
    const person = people.get(id) ?? { documents: new Set<string>(), by: new Map<string, Set<string>>() };
    people.set(id, person);
    const code = nature ?? 'none';
    person.documents.add(document_id);
    person.by.set(code, (person.by.get(code) ?? new Set()).add(document_id));
    natures.set(code, (natures.get(code) ?? 0) + 1);
  }
  const codes = [...natures].sort((a, b) => b[1] - a[1]).slice(0, columnsShown).map(([code]) => code);
  const most = [...people].sort((a, b) => b[1].documents.size - a[1].documents.size).slice(0, rowsShown);
  const known = most.length ? await house.store.db.selectFrom('beneficiary').selectAll().where('id', 'in', most.map(([id]) => id)).where(knownTo(caller, settings)).execute() : [];
  return {
    natures: codes.map((code) => ({ code, label: settings.thesaurus.find((term) => term.code === code)?.label ?? '' })),
    rows: most.flatMap(([id, { documents, by }]) => known.filter((row) => row.id === id).map((row) => ({ beneficiary: toBeneficiary(row), documents: documents.size, by: Object.fromEntries(codes.flatMap((code) => (by.has(code) ? [[code, by.get(code)?.size ?? 0]] : []))) }))),
  };
}
