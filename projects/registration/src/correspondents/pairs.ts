import { sameBecause, wordsOf, type CorrespondentFacts } from '@bannette/domain';
import type { Call, Contract } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import type { TaskHandler } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { addressesOf, findCorrespondent, requireAction } from './card.js';
import type { CorrespondentRow } from './index-keys.js';
import { keyQuery, soundsOf } from './keys.js';
import { foundOf } from './search.js';

const looked = 200;

export function factsOf(row: CorrespondentRow): CorrespondentFacts {
  const addresses = addressesOf(row);
  return {
    kind: row.kind,
    name: row.kind === 'individual' && row.card.givenName ? `${row.name} ${row.card.givenName}` : row.name,
    postcode: row.postcode ?? undefined,
    city: row.city ?? undefined,
    siret: row.siret ?? undefined,
    emails: row.card.emails ?? (row.email ? [row.email] : []),
    phones: row.card.phones ?? [],
    addressLines: addresses.flatMap(({ lines }) => lines),
    sounds: wordsOf(row.name + (row.card.givenName ? ` ${row.card.givenName}` : '')).map((word) => [word, ...soundsOf(word)]),
  };
}

/** Looks who may be the same as one that was added or changed; what somebody has dismissed stays dismissed. */
export function lookForPairs(house: House): TaskHandler {
  return async (payload) => {
    const row = await house.store.db.selectFrom('correspondent').selectAll().where('id', '=', String(payload.id)).executeTakeFirst();
    if (!row) return;
    const others = row.merged_into ? [] : await candidatesFor(house, row);
    const own = factsOf(row);
    const pairs = others.flatMap((other) => {
      const same = sameBecause(own, factsOf(other));
      const [a, b] = row.id < other.id ? [row.id, other.id] : [other.id, row.id];
      return same ? [{ a, b, entity_id: row.entity_id, because: [...same.because], score: same.score }] : [];
    });
    await house.store.transaction({ entityId: row.entity_id, actor: 'system' }, async (tx) => {
      const found = pairs.map(({ a, b }) => (a === row.id ? b : a));
      let stale = tx.trx.deleteFrom('correspondent_pair').where((eb) => eb.or([eb('a', '=', row.id), eb('b', '=', row.id)])).where('dismissed_by', 'is', null);
      if (found.length) stale = stale.where((eb) => eb.and([eb('a', 'not in', found), eb('b', 'not in', found)]));
      await stale.execute();
      for (const pair of pairs) await tx.trx.insertInto('correspondent_pair').values(pair).onConflict((conflict) => conflict.columns(['a', 'b']).doUpdateSet({ because: pair.because, score: pair.score })).execute();
    });
  };
}

async function candidatesFor(house: House, row: CorrespondentRow): Promise<CorrespondentRow[]> {
  const query = keyQuery(row.name);
  const email = row.email?.toLowerCase();
  const base = house.store.db.selectFrom('correspondent').selectAll().where('entity_id', '=', row.entity_id).where('id', '<>', row.id).where('merged_into', 'is', null);
  const [named, numbered] = await Promise.all([
    query ? base.where(sql<SqlBool>`search_keys @@ ${query}::tsquery`).limit(looked).execute() : [],
    row.siret || email ? base.where((eb) => eb.or([...(row.siret ? [eb('siret', '=', row.siret)] : []), ...(email ? [sql<SqlBool>`search_keys @@ ${keyQuery(email) ?? "''"}::tsquery`] : [])])).limit(looked).execute() : [],
  ]);
  return [...new Map([...named, ...numbered].map((one) => [one.id, one])).values()];
}

/** Pairs that may be the same, surest first. */
export async function listPairs(house: House, { query, caller }: Call<Contract['correspondentPairs']>) {
  await requireAction(house, caller, 'merge');
  let selection = house.store.db
    .selectFrom('correspondent_pair')
    .innerJoin('correspondent as one', 'one.id', 'correspondent_pair.a')
    .innerJoin('correspondent as other', 'other.id', 'correspondent_pair.b')
    .select(['a', 'b', 'because', 'score'])
    .where('correspondent_pair.entity_id', '=', house.entityId)
    .where('dismissed_by', 'is', null)
    .where('one.merged_into', 'is', null)
    .where('other.merged_into', 'is', null);
  if (query.of) {
    const { id } = await findCorrespondent(house, caller, query.of);
    selection = selection.where((eb) => eb.or([eb('a', '=', id), eb('b', '=', id)]));
  }
  const rows = await selection.orderBy('score', 'desc').orderBy('a').orderBy('b').limit(query.limit).execute();
  const ids = rows.flatMap(({ a, b }) => [a, b]);
  const people = ids.length ? await house.store.db.selectFrom('correspondent').selectAll().where('id', 'in', ids).execute() : [];
  const found = (id: string) => people.filter((one) => one.id === id).map(foundOf);
  return { items: rows.flatMap(({ a, b, because, score }) => found(a).flatMap((one) => found(b).map((other) => ({ one, other, because, score })))) };
}

/** They are two, somebody says: the pair is not proposed again. */
export async function dismissPair(house: House, call: Call<Contract['dismissPair']>): Promise<void> {
  await requireAction(house, call.caller, 'merge');
  const [a, b] = [call.body.one, call.body.other].sort() as [string, string];
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const done = await tx.trx.updateTable('correspondent_pair').set({ dismissed_by: call.caller.id }).where('a', '=', a).where('b', '=', b).where('dismissed_by', 'is', null).executeTakeFirst();
    if (done.numUpdatedRows) tx.append({ type: 'correspondent.toldApart', subjectKind: 'correspondent', subjectId: a, data: { other: b } });
  });
}
