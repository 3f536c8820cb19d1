import { conflict, invalid, notFound, type Call, type Contract, type CorrespondentBody, type CorrespondentCardView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { newId, type CorrespondentSplitMoved, type Tx } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { addressesOf, familyOf, findCorrespondent, requireAction, viewCard } from './card.js';
import { check, columnsOf, lock, rowOf } from './change.js';
import { indexed, type CorrespondentRow } from './index-keys.js';

type Body = Omit<CorrespondentBody, 'references'>;
type Take = NonNullable<Call<Contract['splitCorrespondent']>['body']['take']>;

/**
 * Parts a correspondent in two: the mails, positions, addresses, e-mail addresses and telephones that were named are the new
 * one's. Snapshots on mails stay as they were; who may not open a mail can't move it.
 */
export async function splitCorrespondent(house: House, call: Call<Contract['splitCorrespondent']>): Promise<CorrespondentCardView> {
  const { caller, body, params } = call;
  await requireAction(house, caller, 'merge');
  const { mails, positions, take } = body;
  if (!mails.length && !positions.length && !take) throw invalid('nothingToSplit', 'Nothing was chosen for the new one');
  const found = await findCorrespondent(house, caller, params.id);
  const family = [...(await familyOf(house.store.db, found.id))];
  const id = newId();
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const source = await lock(tx, found.id);
    if (take && source.revision !== take.revision) throw conflict('staleCorrespondent', 'The correspondent has changed since you saw it', { revision: source.revision });
    const own = bodyOf(source);
    const target = { ...body.correspondent, ...withTaken(body.correspondent, own, take) };
    check(target);
    await tx.trx.insertInto('correspondent').values({ id, entity_id: house.entityId, ...columnsOf(target) }).execute();
    const moved = await moveMails(tx, mails, family, id, caller.groups);
    await movePositions(tx, positions, family, id);
    const { kind, name, card, siret, search_name, address, postcode, city, email } = source;
    const revision = take ? source.revision + 1 : source.revision;
    if (take) await tx.trx.updateTable('correspondent').set({ ...columnsOf(withoutTaken(own, take)), revision, updated_at: house.now() }).where('id', '=', source.id).execute();
    const kept: CorrespondentSplitMoved = { mails: moved, positions, revision, before: take ? { kind, name, card, siret, search_name, address, postcode, city, email } : {} };
    await tx.trx.insertInto('correspondent_split').values({ id: newId(), entity_id: house.entityId, source: source.id, target: id, moved: JSON.stringify(kept), by: caller.displayName, at: house.now() }).execute();
    for (const one of [id, source.id]) await indexed(tx, one);
    tx.append({ type: 'correspondent.split', subjectKind: 'correspondent', subjectId: source.id, data: { into: id, mails } });
  });
  return viewCard(house, caller, await rowOf(house, id));
}

/** Takes a split back: what was moved returns, and the new one is joined with the one that it came from. A card that somebody has changed since keeps that. */
export async function undoSplit(house: House, call: Call<Contract['undoSplit']>): Promise<CorrespondentCardView> {
  const { caller } = call;
  await requireAction(house, caller, 'merge');
  const found = await house.store.db.selectFrom('correspondent_split').selectAll().where('id', '=', call.params.id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!found) throw notFound('split');
  await findCorrespondent(house, caller, found.source);
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const rows = new Map<string, CorrespondentRow>();
    for (const one of [found.source, found.target].sort()) rows.set(one, await lock(tx, one));
    const split = await tx.trx.selectFrom('correspondent_split').selectAll().where('id', '=', found.id).forNoKeyUpdate().executeTakeFirstOrThrow();
    if (split.undone_at) throw conflict('splitUndone', 'This split was taken back already');
    if (rows.get(split.source)?.merged_into || rows.get(split.target)?.merged_into) throw conflict('mergedSince', 'One of them was joined with others since: take that back first');
    const { mails, positions, before, revision } = split.moved;
    for (const { id, of } of mails) await tx.trx.updateTable('mail').set({ correspondent_id: of }).where('id', '=', id).where('correspondent_id', '=', split.target).execute();
    if (positions.length) await tx.trx.updateTable('correspondent_position').set((eb) => ({ person_id: eb.case().when('person_id', '=', split.target).then(split.source).else(eb.ref('person_id')).end(), organisation_id: eb.case().when('organisation_id', '=', split.target).then(split.source).else(eb.ref('organisation_id')).end() })).where('id', 'in', [...positions]).execute();
    const { card, ...columns } = before;
    const untouched = card !== undefined && rows.get(split.source)?.revision === revision;
    await tx.trx.updateTable('correspondent').set((eb) => ({ ...(untouched ? { ...columns, card: JSON.stringify(card) } : {}), revision: eb('revision', '+', 1), updated_at: house.now() })).where('id', '=', split.source).execute();
    await tx.trx.updateTable('correspondent').set((eb) => ({ merged_into: split.source, revision: eb('revision', '+', 1), updated_at: house.now() })).where('id', '=', split.target).execute();
    await tx.trx.updateTable('correspondent_split').set({ undone_by: caller.id, undone_at: house.now() }).where('id', '=', split.id).execute();
    await indexed(tx, split.source);
    tx.append({ type: 'correspondent.unsplit', subjectKind: 'correspondent', subjectId: split.source, data: { from: split.target } });
  });
  return viewCard(house, caller, await rowOf(house, found.source));
}

async function moveMails(tx: Tx, mails: readonly string[], family: readonly string[], target: string, groups: readonly string[]): Promise<{ id: string; of: string }[]> {
  if (!mails.length) return [];
  const rows = await tx.trx.selectFrom('mail').select(['id', 'correspondent_id']).where('id', 'in', [...mails]).where('correspondent_id', 'in', [...family]).where(sql<SqlBool>`readers && ${sql.val([...groups])}::text[]`).forNoKeyUpdate().execute();
  if (rows.length !== new Set(mails).size) throw invalid('notItsMails', 'Not all of these mails are its own', {});
  await tx.trx.updateTable('mail').set({ correspondent_id: target }).where('id', 'in', [...mails]).execute();
  return rows.flatMap(({ id, correspondent_id: of }) => (of ? [{ id, of }] : []));
}

async function movePositions(tx: Tx, positions: readonly string[], family: readonly string[], target: string): Promise<void> {
  if (!positions.length) return;
  const moved = await tx.trx
    .updateTable('correspondent_position')
    .set((eb) => ({ person_id: eb.case().when('person_id', 'in', [...family]).then(target).else(eb.ref('person_id')).end(), organisation_id: eb.case().when('organisation_id', 'in', [...family]).then(target).else(eb.ref('organisation_id')).end() }))
    .where('id', 'in', [...positions])
    .where((eb) => eb.or([eb('person_id', 'in', [...family]), eb('organisation_id', 'in', [...family])]))
    .executeTakeFirst();
  if (Number(moved.numUpdatedRows) !== new Set(positions).size) throw invalid('notItsPositions', 'Not all of these positions are its own', {});
}

function bodyOf(row: CorrespondentRow): Body {
  const { emails = row.email ? [row.email] : [], phones = [], givenName, preferredChannel, emailConsent, consents = [], note } = row.card;
  return { kind: row.kind, name: row.name, givenName, siret: row.siret ?? undefined, addresses: addressesOf(row), emails: [...emails], phones: [...phones], preferredChannel, emailConsent, consents: [...consents], note };
}

function withTaken(said: Body, own: Body, take: Take | undefined): Pick<Body, 'addresses' | 'emails' | 'phones'> {
  const { addresses = [], emails = [], phones = [] } = take ?? {};
  for (const at of addresses) if (!own.addresses[at]) throw invalid('notItsAddress', 'It has no such address', { address: at + 1 });
  return {
    addresses: [...addresses.flatMap((at) => own.addresses[at] ?? []), ...said.addresses],
    emails: [...new Set([...own.emails.filter((one) => emails.includes(one)), ...said.emails])],
    phones: [...new Set([...own.phones.filter((one) => phones.includes(one)), ...said.phones])],
  };
}

const withoutTaken = (own: Body, { addresses, emails, phones }: Take): Body => ({ ...own, addresses: own.addresses.filter((_, at) => !addresses.includes(at)), emails: own.emails.filter((one) => !emails.includes(one)), phones: own.phones.filter((one) => !phones.includes(one)) });
