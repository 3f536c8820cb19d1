import { addMonths, dayIn, holdKinds, holdKindsFor, mayPlaceHold, reviewFlaw, seesAllHolds, usualHoldReviewMonths, type HoldKind, type ServicesConcerned } from '@bannette/domain';
import { forbidden, invalid, notFound, type Call, type Contract, type HoldScopeBody, type HoldView } from '@bannette/http';
import { contextOf, type House } from '@bannette/house';
import { newId, type Database } from '@bannette/store';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import { z } from 'zod';
import { lacking } from './fill.js';
import { labelOf } from './labels.js';
import { enqueueApply, enqueueFill, holdable, lockHold, mailsIn, putOn } from './scope.js';
import { viewHold } from './view.js';

/** A scope whose words were found: an id where it is on something, mails where they were named. */
export interface Found {
  readonly kind: HoldScopeBody['kind'];
  readonly id?: string;
  readonly mails?: readonly string[];
}

/** How many mails a hold would take and whose they are, and what the caller may place on them. */
export async function previewHold(house: House, { caller, body }: Call<Contract['previewHold']>) {
  const scope = await findScope(house, body.scope, holdKindsFor(caller, body.scope.kind).length > 0);
  const { db } = house.store;
  const rows = await countOf(db, house.entityId, scope);
  const services = rows.map(({ service, mails }) => ({ code: service ?? undefined, mails: Number(mails) }));
  const today = dayIn((await house.settings()).authority.timeZone, house.now());
  return {
    mails: services.reduce((sum, { mails }) => sum + mails, 0),
    held: rows.reduce((sum, { held }) => sum + Number(held), 0),
    services: seesAllHolds(caller) ? services : services.filter(({ code }) => mayPlaceHold(caller, { kind: 'litigation', scope: scope.kind }, [code])),
    kinds: kindsFor(caller, scope, services.map(({ code }) => code)),
    latestReview: addMonths(today, await reviewMonths(house)),
    label: await labelOf(house, caller, scope.kind, scope.id ?? null),
  };
}

const kindsFor = (person: Call<Contract['previewHold']>['caller'], scope: Found, services: ServicesConcerned): HoldKind[] => holdKinds.filter((kind) => mayPlaceHold(person, { kind, scope: scope.kind }, services));

/**
 * Places a hold. Its first mails are held in the same transaction, the rest by a job; until that has gone through, what the
 * hold is on is looked up wherever something would be destroyed.
 */
export async function placeHold(house: House, call: Call<Contract['placeHold']>): Promise<HoldView> {
  const { caller, body } = call;
  const { key, kind, title, reason, reviewOn } = body;
  if (!holdKindsFor(caller, body.scope.kind).includes(kind)) throw forbidden('placeHold');
  const { db } = house.store;
  const known = await db.selectFrom('hold').select(['id', 'created_by']).where('key', '=', key).executeTakeFirst();
  if (known && known.created_by !== caller.id) throw forbidden('placeHold');
  if (known) return viewHold(house, caller, known.id);
  await requireReview(house, reviewOn);
  const scope = await findScope(house, body.scope, true);
  const services = (await countOf(db, house.entityId, scope)).map(({ service }) => service ?? undefined);
  if (scope.kind === 'mails' && !services.length) throw invalid('nothingToHold', 'None of these mails can be held');
  if (!mayPlaceHold(caller, { kind, scope: scope.kind }, services)) throw forbidden('placeHold');
  const id = newId();
  await house.store.transaction(contextOf(house, call), async (tx) => {
    const made = await tx.trx.insertInto('hold').values({ id, key, entity_id: house.entityId, kind, title, reason, review_on: reviewOn, scope_kind: scope.kind, scope_id: scope.id ?? null, created_by: caller.id, created_by_name: caller.displayName, created_at: house.now() }).onConflict((same) => same.doNothing()).executeTakeFirst();
    const hold = made.numInsertedOrUpdatedRows ? await lockHold(tx, id) : undefined;
    if (!hold) return;
    const first = await putOn(tx, hold, scope.mails ? await holdableOf(tx.trx, house.entityId, scope.mails) : await lacking(tx, hold));
    tx.append({ type: 'hold.placed', subjectKind: 'hold', subjectId: id, data: { kind, scope: scope.kind, ...(scope.id ? { on: scope.id } : {}), reviewOn, mails: first.length }, personal: { title, reason } });
    if (scope.mails) await tx.trx.updateTable('hold').set({ filled_at: house.now() }).where('id', '=', id).execute();
    await (scope.mails ? enqueueApply(tx, id) : enqueueFill(tx, id));
  });
  // Asked twice at the same moment, the first has placed it.
  return viewHold(house, caller, (await db.selectFrom('hold').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id);
}

/** @throws Problem 422 `reviewPast`, `reviewTooFar` */
export async function requireReview(house: House, reviewOn: string): Promise<void> {
  const { authority } = await house.settings();
  const months = await reviewMonths(house);
  const today = dayIn(authority.timeZone, house.now());
  const flaw = reviewFlaw(reviewOn, today, months);
  if (flaw) throw invalid(flaw, 'The review is on a day to come, not too far ahead', { latest: addMonths(today, months), field: 'reviewOn' });
}

const reviewMonths = async (house: House): Promise<number> => (await house.settings()).authority.holdReviewMonths ?? usualHoldReviewMonths;

/** What the scope's words mean. What does not exist is refused in the same words as what one may not know of. */
async function findScope(house: House, { kind, id, number, mails, numbers }: HoldScopeBody, allowed: boolean): Promise<Found> {
  if (!allowed) throw forbidden('placeHold');
  const { db } = house.store;
  if (kind === 'mails') return { kind, mails: [...new Set([...mails, ...(await byNumber(house, numbers))])] };
  if (kind === 'row') {
    const row = (await house.settings()).schedule.rows.find(({ code }) => code === id);
    if (!row) throw invalid('unknownRow', 'The schedule has no such row', { row: id ?? '' });
    return { kind, id: row.code };
  }
  if (kind === 'affair' && number) {
    const affair = await db.selectFrom('affair').select('id').where('entity_id', '=', house.entityId).where(sql<string>`lower(chrono)`, '=', number.toLowerCase()).executeTakeFirst();
    if (!affair) throw invalid('unknownAffair', 'There is no such affair', { number });
    return { kind, id: affair.id };
  }
  if (!id || !z.uuid().safeParse(id).success) throw invalid('invalid', 'The scope has no id', { field: 'scope' });
  const found = await db.selectFrom(kind).select('id').where('id', '=', id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!found) throw notFound(kind);
  return { kind, id };
}

async function byNumber(house: House, numbers: readonly string[]): Promise<string[]> {
  const asked = [...new Set(numbers)];
  if (!asked.length) return [];
  const rows = await house.store.db.selectFrom('mail').select(['id', 'chrono']).where('entity_id', '=', house.entityId).where('chrono', 'in', asked).execute();
  const unknown = asked.filter((number) => !rows.some(({ chrono }) => chrono === number));
  if (unknown.length) throw invalid('unknownNumbers', 'There are no mails with these numbers', { numbers: unknown.slice(0, 20).join(', '), count: unknown.length });
  return rows.map(({ id }) => id);
}

export async function holdableOf(db: Kysely<Database>, entityId: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM mail WHERE entity_id = ${entityId} AND id = ANY (${[...ids]}::uuid[]) AND ${holdable} ORDER BY id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Mails of the scope by service, and how many are held already. */
async function countOf(db: Kysely<Database>, entityId: string, scope: Found): Promise<{ service: string | null; mails: string; held: string }[]> {
  const ids: RawBuilder<unknown> = scope.kind === 'mails' ? sql`(SELECT id FROM mail WHERE entity_id = ${entityId} AND id = ANY (${[...(scope.mails ?? [])]}::uuid[]) AND ${holdable})` : mailsIn(entityId, scope.kind, scope.id ?? '');
  const { rows } = await sql<{ service: string | null; mails: string; held: string }>`SELECT mail.service, count(*) AS mails, count(*) FILTER (WHERE mail.holds > 0) AS held FROM ${ids} found JOIN mail ON mail.id = found.id GROUP BY mail.service ORDER BY count(*) DESC`.execute(db);
  return rows;
}
