import { keepsBeneficiaries, searchNameOf } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, type Beneficiary, type Call, type Contract } from '@bannette/http';
import { contextOf, knownTo, toBeneficiary, type BeneficiaryRow, type House } from '@bannette/house';
import { newId, type Tx } from '@bannette/store';
import { beneficiaryOf, countDocuments } from './file.js';

/** What the two would be together: the kept one's words first, and of the other what it did not have. */
function together(kept: Beneficiary, merged: Beneficiary): Beneficiary {
  return { ...kept, firstName: kept.firstName ?? merged.firstName, birthDate: kept.birthDate ?? merged.birthDate, fileNumber: kept.fileNumber ?? merged.fileNumber };
}

/** Both files, which the caller may know of. Files that are guarded differently are not joined: one of them would be opened to others. */
async function both(house: House, call: Pick<Call<Contract['previewBeneficiaryMerge']>, 'caller' | 'params'>, otherId: string): Promise<readonly [BeneficiaryRow, BeneficiaryRow]> {
  const settings = await house.settings();
  if (!keepsBeneficiaries(call.caller, settings)) throw forbidden('beneficiaries');
  const [kept, merged] = [await beneficiaryOf(house, call.caller, call.params.id, settings), await beneficiaryOf(house, call.caller, otherId, settings)];
  if (kept.id === merged.id) throw invalid('sameBeneficiary', 'They are one already', {});
  if (kept.service !== merged.service || kept.compartment !== merged.compartment) throw invalid('guardsDiffer', 'Their files are guarded differently', {});
  return [kept, merged];
}

export async function previewBeneficiaryMerge(house: House, call: Call<Contract['previewBeneficiaryMerge']>) {
  const [kept, merged] = await both(house, call, call.query.other);
  const [a, b] = [toBeneficiary(kept), toBeneficiary(merged)];
  return { kept: a, merged: b, result: together(a, b), revision: kept.revision, otherRevision: merged.revision, documents: { kept: await countDocuments(house, call.caller, kept.id), merged: await countDocuments(house, call.caller, merged.id) } };
}

/** Joins two files. No document is changed: those of the joined one are shown with the kept one's, and come back with it when that is undone. */
export async function mergeBeneficiaries(house: House, call: Call<Contract['mergeBeneficiaries']>): Promise<Beneficiary> {
  const { caller, body } = call;
  const [kept, merged] = await both(house, call, body.other);
  const result = together(toBeneficiary(kept), toBeneficiary(merged));
  return house.store.transaction(contextOf(house, call), async (tx) => {
    const [target, other] = await lockBoth(tx, kept.id, merged.id);
    if (target.revision !== body.revision || other.revision !== body.otherRevision || target.merged_into || other.merged_into) throw conflict('staleBeneficiary', 'One of them has changed since you saw it', {});
    if (target.service !== other.service || target.compartment !== other.compartment) throw invalid('guardsDiffer', 'Their files are guarded differently', {});
    const { first_name, birth_date, file_number, search_name } = target;
    await tx.trx.insertInto('beneficiary_merge').values({ id: newId(), entity_id: house.entityId, kept: target.id, merged: other.id, before: JSON.stringify({ revision: target.revision + 1, first_name, birth_date, file_number, search_name }), by: caller.displayName, at: house.now() }).execute();
    const row = await tx.trx.updateTable('beneficiary').set({ first_name: result.firstName ?? null, birth_date: result.birthDate ?? null, file_number: result.fileNumber ?? null, search_name: searchNameOf(result), revision: target.revision + 1 }).where('id', '=', target.id).returningAll().executeTakeFirstOrThrow();
    await tx.trx.updateTable('beneficiary').set({ merged_into: target.id, revision: other.revision + 1 }).where('id', '=', other.id).execute();
    tx.append({ type: 'beneficiary.merged', subjectKind: 'beneficiary', subjectId: target.id, data: { merged: other.id } });
    return toBeneficiary(row);
  });
}

export async function beneficiaryMerges(house: House, { params, caller }: Call<Contract['beneficiaryMerges']>) {
  const row = await beneficiaryOf(house, caller, params.id, await house.settings());
  const merges = await house.store.db.selectFrom('beneficiary_merge').innerJoin('beneficiary', 'beneficiary.id', 'merged').selectAll('beneficiary').select(['beneficiary_merge.id as merge', 'by', 'at']).where('kept', '=', row.id).where('undone_at', 'is', null).where(knownTo(caller, await house.settings())).orderBy('beneficiary_merge.id', 'desc').execute();
  return { items: merges.map(({ merge, by, at, ...one }) => ({ id: merge, beneficiary: toBeneficiary(one), by, at: at.toISOString() })) };
}

/** Takes a join back, the last one of the kept file first. It gets again what it had, unless somebody has changed it since: then that stays. */
export async function undoBeneficiaryMerge(house: House, call: Call<Contract['undoBeneficiaryMerge']>): Promise<Beneficiary> {
  const settings = await house.settings();
  if (!keepsBeneficiaries(call.caller, settings)) throw forbidden('beneficiaries');
  const found = await house.store.db.selectFrom('beneficiary_merge').selectAll().where('id', '=', call.params.id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!found) throw notFound('merge');
  await beneficiaryOf(house, call.caller, found.kept, settings);
  return house.store.transaction(contextOf(house, call), async (tx) => {
    const [target] = await lockBoth(tx, found.kept, found.merged);
    const merge = await tx.trx.selectFrom('beneficiary_merge').selectAll().where('id', '=', found.id).forNoKeyUpdate().executeTakeFirstOrThrow();
    if (merge.undone_at) throw conflict('mergeUndone', 'This was taken back already', {});
    const later = await tx.trx.selectFrom('beneficiary_merge').select('id').where('kept', '=', merge.kept).where('id', '>', merge.id).where('undone_at', 'is', null).executeTakeFirst();
    if (later) throw conflict('mergedSince', 'It was joined with others since: take those back first', {});
    const { revision, ...columns } = merge.before;
    const row = await tx.trx.updateTable('beneficiary').set((eb) => ({ ...(target.revision === revision ? columns : {}), revision: eb('revision', '+', 1) })).where('id', '=', merge.kept).returningAll().executeTakeFirstOrThrow();
    await tx.trx.updateTable('beneficiary').set((eb) => ({ merged_into: null, revision: eb('revision', '+', 1) })).where('id', '=', merge.merged).execute();
    await tx.trx.updateTable('beneficiary_merge').set({ undone_by: call.caller.id, undone_at: house.now() }).where('id', '=', merge.id).execute();
    tx.append({ type: 'beneficiary.unmerged', subjectKind: 'beneficiary', subjectId: merge.kept, data: { merged: merge.merged } });
    return toBeneficiary(row);
  });
}

async function lockBoth(tx: Tx, id: string, other: string): Promise<readonly [BeneficiaryRow, BeneficiaryRow]> {
  const rows = new Map<string, BeneficiaryRow>();
  for (const one of [id, other].sort()) rows.set(one, await tx.trx.selectFrom('beneficiary').selectAll().where('id', '=', one).forNoKeyUpdate().executeTakeFirstOrThrow());
  return [rows.get(id), rows.get(other)] as [BeneficiaryRow, BeneficiaryRow];
}

