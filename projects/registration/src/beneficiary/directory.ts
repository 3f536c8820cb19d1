import { filesKnownTo, isDay, keepsBeneficiaries, knows, likenessOf, searchNameOf, wordsOf, type Guard, type Identity, type Likeness, type Person, type Settings } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, type Beneficiary, type Call, type Contract } from '@bannette/http';
import { beneficiaryFamily, contextOf, enqueueMirror, knownTo, toBeneficiary, type BeneficiaryRow, type House } from '@bannette/house';
import { newId, type Database, type Tx } from '@bannette/store';
import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';

/** Who keeps no files and works in no mail room has no directory; files of their own service are found all the same. */
export function requireDirectory(person: Person, settings: Settings): void {
  if (!keepsBeneficiaries(person, settings)) throw forbidden('beneficiaries');
}

const likeText = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** Days as people write them: 2026-03-02, 02/03/2026, 2.3.2026. */
export function dayTyped(text: string): string | undefined {
  const [, d, m, y] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  const day = y && m && d ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : text;
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && isDay(day) ? day : undefined;
}

/** All that was typed: beginnings of names in any order, a file number's beginning, a day of birth. */
function matches(q: string): (eb: ExpressionBuilder<Database, 'beneficiary'>) => Expression<SqlBool> {
  const parts = q.trim().split(/\s+/);
  const day = parts.map(dayTyped).find(Boolean);
  const words = wordsOf(parts.filter((part) => !dayTyped(part)).join(' '));
  const query = words.map((word) => `'${word}':*`).join(' & ');
  return (eb) => {
    const byName = eb.and([...(query ? [sql<SqlBool>`to_tsvector('simple', search_name) @@ to_tsquery('simple', ${query})`] : []), ...(day ? [eb('birth_date', '=', day)] : [])]);
    const byNumber = sql<SqlBool>`lower(file_number) like ${`${likeText(q.trim().toLowerCase())}%`}`;
    return query || day ? eb.or([byName, byNumber]) : byNumber;
  };
}

export async function findBeneficiaries(house: House, { query, caller }: Call<Contract['beneficiaries']>): Promise<{ items: Beneficiary[] }> {
  const settings = await house.settings();
  requireDirectory(caller, settings);
  const rows = await house.store.db.selectFrom('beneficiary').selectAll().where('entity_id', '=', house.entityId).where(knownTo(caller, settings)).where('merged_into', 'is', null).where(matches(query.q)).orderBy('search_name').orderBy('id').limit(query.limit).execute();
  return { items: rows.map(toBeneficiary) };
}

const surest: readonly Likeness[] = ['sameNumber', 'sameNameAndBirth', 'namesSwapped', 'sameName', 'nearNameAndBirth'];

/** Those whom the caller may know of and who may be the same person; a guarded one is never hinted at to others. */
export async function alikeBeneficiaries(house: House, { query, caller }: Call<Contract['alikeBeneficiaries']>): Promise<{ items: (Beneficiary & { likeness?: Likeness })[] }> {
  const settings = await house.settings();
  requireDirectory(caller, settings);
  const candidates = await candidatesFor(house.store.db, house.entityId, query, knownTo(caller, settings));
  const alike = candidates.flatMap((row) => {
    const known = toBeneficiary(row);
    const likeness = likenessOf(query, known);
    return likeness ? [{ ...known, likeness }] : [];
  });
  return { items: alike.sort((a, b) => surest.indexOf(a.likeness) - surest.indexOf(b.likeness)).slice(0, 10) };
}

function candidatesFor(db: Kysely<Database>, entityId: string, { name, firstName, birthDate, fileNumber }: Identity, known: Expression<SqlBool>): Promise<BeneficiaryRow[]> {
  const words = wordsOf(`${name} ${firstName ?? ''}`).map((word) => `'${word}'`).join(' & ');
  const number = wordsOf(fileNumber ?? '').join('');
  return db
    .selectFrom('beneficiary')
    .selectAll()
    .where('entity_id', '=', entityId)
    .where(known)
    .where('merged_into', 'is', null)
    .where((eb) => eb.or([
      ...(words ? [sql<SqlBool>`to_tsvector('simple', search_name) @@ to_tsquery('simple', ${words})`] : []),
      ...(birthDate ? [eb('birth_date', '=', birthDate)] : []),
      ...(number ? [sql<SqlBool>`regexp_replace(lower(file_number), '[^[:alnum:]]', '', 'g') = ${number}`] : []),
    ]))
    .limit(200)
    .execute();
}

/** Refuses a guard that does not exist, or that would hide the file from who gives it. */
function requireGuard(person: Person, guard: Guard, settings: Settings): void {
  const service = settings.services.find(({ code }) => code === guard.service);
  if (guard.service && !service) throw invalid('unknownService', `There is no service ${guard.service}`, { service: guard.service });
  if (guard.compartment && !service?.compartments.includes(guard.compartment)) throw invalid('unknownCompartment', `${guard.service ?? 'No service'} has no people cleared for ${guard.compartment}`, { service: service?.label ?? '', compartment: guard.compartment });
  if (!knows(person, guard, settings)) throw forbidden('guardBeneficiary');
}

/** The files that the caller may make: of all, of a service of theirs, of a compartment that they are cleared for. */
export async function guardsFor(house: House, { caller }: Call<Contract['beneficiaryGuards']>) {
  const settings = await house.settings();
  requireDirectory(caller, settings);
  const { shared, services, compartments } = filesKnownTo(caller, settings);
  const labelOf = (among: readonly { code: string; label: string }[], code: string): string => among.find((one) => one.code === code)?.label ?? code;
  return {
    items: [
      ...(shared ? [{}] : []),
      ...services.map((service) => ({ service, label: labelOf(settings.services, service) })),
      ...compartments.map(({ service, compartment }) => ({ service, compartment, label: `${labelOf(settings.services, service)} – ${labelOf(settings.compartments, compartment)}` })),
    ],
  };
}

const valuesOf = (said: Identity & Guard) => ({ name: said.name, first_name: said.firstName ?? null, birth_date: said.birthDate ?? null, file_number: said.fileNumber ?? null, service: said.service ?? null, compartment: said.compartment ?? null, search_name: searchNameOf(said) });

export async function addBeneficiary(house: House, call: Call<Contract['addBeneficiary']>): Promise<Beneficiary> {
  const settings = await house.settings();
  requireDirectory(call.caller, settings);
  requireGuard(call.caller, call.body, settings);
  return house.store.transaction(contextOf(house, call), async (tx) => {
    const row = await tx.trx.insertInto('beneficiary').values({ id: newId(), entity_id: house.entityId, created_by: call.caller.id, ...valuesOf(call.body) }).returningAll().executeTakeFirstOrThrow();
    tx.append({ type: 'beneficiary.added', subjectKind: 'beneficiary', subjectId: row.id, personal: identityOf(row) });
    return toBeneficiary(row);
  });
}

/** Corrects a file's names or guard; mails that name them are told to Alfresco again, so that a guarded name leaves their nodes. */
export async function changeBeneficiary(house: House, call: Call<Contract['changeBeneficiary']>): Promise<Beneficiary> {
  const settings = await house.settings();
  return house.store.transaction(contextOf(house, call), async (tx) => {
    const row = await tx.trx.selectFrom('beneficiary').selectAll().where('id', '=', call.params.id).where('entity_id', '=', house.entityId).where(knownTo(call.caller, settings)).forNoKeyUpdate().executeTakeFirst();
    if (!row) throw notFound('beneficiary');
    requireGuard(call.caller, call.body, settings);
    if (row.revision !== call.body.revision) throw conflict('stale', 'The file has changed since you saw it', { revision: row.revision });
    const changed = await tx.trx.updateTable('beneficiary').set({ ...valuesOf(call.body), revision: row.revision + 1 }).where('id', '=', row.id).returningAll().executeTakeFirstOrThrow();
    // Those that were joined with it are guarded as it is.
    const family = (await beneficiaryFamily(tx.trx, row.id)).filter((id) => id !== row.id);
    if (family.length) await tx.trx.updateTable('beneficiary').set({ service: changed.service, compartment: changed.compartment }).where('id', 'in', family).execute();
    tx.append({ type: 'beneficiary.changed', subjectKind: 'beneficiary', subjectId: row.id, data: { guarded: changed.service !== row.service || changed.compartment !== row.compartment }, personal: { before: identityOf(row), after: identityOf(changed) } });
    await tellMailsAgain(tx, [row.id, ...family]);
    return toBeneficiary(changed);
  });
}

const identityOf = ({ name, first_name, birth_date, file_number, service, compartment }: BeneficiaryRow) => ({ name, firstName: first_name, birthDate: birth_date, fileNumber: file_number, service, compartment });

async function tellMailsAgain(tx: Tx, beneficiaries: readonly string[]): Promise<void> {
  const mails = await tx.trx
    .updateTable('mail')
    .set((eb) => ({ desired_version: eb('desired_version', '+', 1) }))
    .where('node_name', 'is not', null)
    .where('id', 'in', (eb) => eb.selectFrom('document_beneficiary').innerJoin('document', 'document.id', 'document_id').where('beneficiary_id', 'in', [...beneficiaries]).select('mail_id'))
    .returning('id')
    .execute();
  for (const { id } of mails) await enqueueMirror(tx, id);
}
