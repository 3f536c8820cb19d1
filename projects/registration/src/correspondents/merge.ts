import { conflict, invalid, notFound, type Call, type Contract, type CorrespondentBody, type CorrespondentCardView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { newId } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { familyOf, findCorrespondent, requireAction, viewCard } from './card.js';
import { columnsOf, lock, rowOf } from './change.js';
import { indexed, type CorrespondentRow } from './index-keys.js';

type Merged = Omit<CorrespondentBody, 'references'>;

/** What the two would be together: the kept one's words first, and of the other all that it did not have. */
export function together(kept: CorrespondentCardView, merged: CorrespondentCardView): Merged {
  const union = <T>(a: readonly T[], b: readonly T[]): T[] => [...a, ...b.filter((one) => !a.some((other) => JSON.stringify(other).toLowerCase() === JSON.stringify(one).toLowerCase()))];
  return {
    kind: kept.kind,
    name: kept.name,
    givenName: kept.givenName ?? merged.givenName,
    siret: kept.siret ?? merged.siret,
    addresses: union(kept.addresses, merged.addresses).slice(0, 10),
    emails: union(kept.emails, merged.emails).slice(0, 20),
    phones: union(kept.phones, merged.phones).slice(0, 20),
    preferredChannel: kept.preferredChannel ?? merged.preferredChannel,
    emailConsent: kept.emailConsent ?? merged.emailConsent,
    consents: [...kept.consents, ...merged.consents.filter(({ channel }) => !kept.consents.some((one) => one.channel === channel))],
    note: [kept.note, merged.note].filter(Boolean).join('\n').slice(0, 2000) || undefined,
  };
}

export async function previewMerge(house: House, { params, query, caller }: Call<Contract['previewMerge']>) {
  await requireAction(house, caller, 'merge');
  const [kept, merged] = [await findCorrespondent(house, caller, params.id), await findCorrespondent(house, caller, query.other)];
  if (kept.id === merged.id) throw invalid('sameCorrespondent', 'They are one already', {});
  const [a, b] = [await viewCard(house, caller, kept), await viewCard(house, caller, merged)];
  const mails = async (row: CorrespondentRow): Promise<number> => Number((await house.store.db.selectFrom('mail').select(({ fn }) => fn.countAll<number>().as('n')).where('correspondent_id', 'in', [...(await familyOf(house.store.db, row.id))]).where(sql<SqlBool>`readers && ${sql.val([...caller.groups])}::text[]`).executeTakeFirstOrThrow()).n);
  return { kept: a, merged: b, result: together(a, b), mails: { kept: await mails(kept), merged: await mails(merged) } };
}

/**
 * Joins two correspondents. No mail is changed: those of the joined one are shown with the kept one's, and come back with
 * it when the merge is undone. Both revisions are those that the preview showed.
 */
export async function mergeCorrespondents(house: House, call: Call<Contract['mergeCorrespondents']>): Promise<CorrespondentCardView> {
  const { caller, body } = call;
  await requireAction(house, caller, 'merge');
  const [kept, merged] = [await findCorrespondent(house, caller, call.params.id), await findCorrespondent(house, caller, body.other)];
  if (kept.id === merged.id) throw invalid('sameCorrespondent', 'They are one already', {});
  const result = together(await viewCard(house, caller, kept), await viewCard(house, caller, merged));
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const locked = new Map<string, CorrespondentRow>();
    for (const id of [kept.id, merged.id].sort()) locked.set(id, await lock(tx, id));
    const [target, other] = [locked.get(kept.id), locked.get(merged.id)];
    if (!target || !other || target.revision !== body.revision || other.revision !== body.otherRevision || target.merged_into || other.merged_into) throw conflict('staleCorrespondent', 'One of them has changed since you saw it', {});
    const { kind, name, card, siret, search_name, address, postcode, city, email } = target;
    await tx.trx.insertInto('correspondent_merge').values({ id: newId(), entity_id: house.entityId, kept: target.id, merged: other.id, before: JSON.stringify({ revision: target.revision + 1, kind, name, card, siret, search_name, address, postcode, city, email }), by: caller.displayName, at: house.now() }).execute();
    await tx.trx.updateTable('correspondent').set({ ...columnsOf(result), revision: target.revision + 1, updated_at: house.now() }).where('id', '=', target.id).execute();
    await tx.trx.updateTable('correspondent').set({ merged_into: target.id, revision: other.revision + 1, updated_at: house.now() }).where('id', '=', other.id).execute();
    await tx.trx.deleteFrom('correspondent_pair').where('dismissed_by', 'is', null).where((eb) => eb.or([eb('a', 'in', [other.id, target.id]), eb('b', 'in', [other.id, target.id])])).execute();
    await indexed(tx, target.id);
    tx.append({ type: 'correspondent.merged', subjectKind: 'correspondent', subjectId: target.id, data: { merged: other.id } });
  });
  return viewCard(house, caller, await rowOf(house, kept.id));
}

/** Takes a merge back, the last one of the kept correspondent first. It gets again what it had, unless somebody has changed it since: then that stays. */
export async function undoMerge(house: House, call: Call<Contract['undoMerge']>): Promise<CorrespondentCardView> {
  await requireAction(house, call.caller, 'merge');
  const found = await house.store.db.selectFrom('correspondent_merge').selectAll().where('id', '=', call.params.id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!found) throw notFound('merge');
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const locked = new Map<string, CorrespondentRow>();
    for (const id of [found.kept, found.merged].sort()) locked.set(id, await lock(tx, id));
    const merge = await tx.trx.selectFrom('correspondent_merge').selectAll().where('id', '=', found.id).forUpdate().executeTakeFirstOrThrow();
    if (merge.undone_at) throw conflict('mergeUndone', 'This merge was taken back already', {});
    const later = await tx.trx.selectFrom('correspondent_merge').select('id').where('kept', '=', merge.kept).where('id', '>', merge.id).where('undone_at', 'is', null).executeTakeFirst();
    if (later) throw conflict('mergedSince', 'It was joined with others since: take those back first', {});
    const { card, revision, ...columns } = merge.before;
    const untouched = locked.get(merge.kept)?.revision === revision;
    await tx.trx.updateTable('correspondent').set((eb) => ({ ...(untouched ? { ...columns, card: JSON.stringify(card) } : {}), revision: eb('revision', '+', 1), updated_at: house.now() })).where('id', '=', merge.kept).execute();
    await tx.trx.updateTable('correspondent').set((eb) => ({ merged_into: null, revision: eb('revision', '+', 1), updated_at: house.now() })).where('id', '=', merge.merged).execute();
    await tx.trx.updateTable('correspondent_merge').set({ undone_by: call.caller.id, undone_at: house.now() }).where('id', '=', merge.id).execute();
    for (const id of [merge.kept, merge.merged]) await indexed(tx, id);
    tx.append({ type: 'correspondent.unmerged', subjectKind: 'correspondent', subjectId: merge.kept, data: { merged: merge.merged } });
  });
  return viewCard(house, call.caller, await rowOf(house, found.kept));
}

