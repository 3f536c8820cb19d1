import { dayIn, hasHolds, isCleared, mayChangeHold, reviewStateOf, seesAllHolds, holdReviewSoonDays, addDays, type Person } from '@bannette/domain';
import { forbidden, notFound, type Call, type Contract, type HeldMailLine, type HoldView, type JournalLine } from '@bannette/http';
import { displayNames, forRights, type House } from '@bannette/house';
import { readJournal } from '@bannette/store';
import { sql, type SqlBool } from 'kysely';
import { labelOf } from './labels.js';
import type { HoldRow } from './scope.js';

export const maySeeHold = (person: Person, hold: Pick<HoldRow, 'created_by'>): boolean => seesAllHolds(person) || (hasHolds(person) && hold.created_by === person.id);

const seenBy = (person: Person) => sql<SqlBool>`(${sql.lit(seesAllHolds(person))} or hold.created_by = ${person.id})`;
const failing = sql<SqlBool>`(hold.failure is not null or exists (select from hold_mail h where h.hold_id = hold.id and h.failure is not null and ((h.released_at is null and h.applied_at is null) or (h.released_at is not null and h.lifted_at is null))))`;

/** @throws Problem 404 for who may not know of it */
export async function viewHold(house: House, person: Person, id: string): Promise<HoldView> {
  const hold = await house.store.db.selectFrom('hold').selectAll().where('id', '=', id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!hold || !maySeeHold(person, hold)) throw notFound('hold');
  const [view] = await viewed(house, person, [hold]);
  return view as HoldView;
}

export async function listHolds(house: House, { caller, query }: Call<Contract['holds']>) {
  requireHolds(caller);
  const { authority } = await house.settings();
  let rows = house.store.db.selectFrom('hold').selectAll().where('entity_id', '=', house.entityId).where(seenBy(caller));
  if (query.state === 'released') rows = rows.where('released_at', 'is not', null);
  else if (query.state === 'failing') rows = rows.where('lifted_at', 'is', null).where(failing);
  else rows = rows.where('released_at', 'is', null);
  if (query.state === 'review') rows = rows.where('review_on', '<=', addDays(dayIn(authority.timeZone, house.now()), holdReviewSoonDays));
  if (query.kind) rows = rows.where('kind', '=', query.kind);
  if (query.scope) rows = rows.where('scope_kind', '=', query.scope);
  if (query.q) rows = rows.where('title', 'ilike', `%${query.q.replace(/[\\%_]/g, '\\$&')}%`);
  if (query.after) rows = rows.where('id', '<', query.after);
  const found = await rows.orderBy('id', 'desc').limit(query.limit + 1).execute();
  const shown = found.slice(0, query.limit);
  return { items: await viewed(house, caller, shown), next: found.length > query.limit ? shown.at(-1)?.id : undefined };
}

export async function holdCounts(house: House, { caller }: Call<Contract['holdCounts']>) {
  requireHolds(caller);
  const { authority } = await house.settings();
  const soon = addDays(dayIn(authority.timeZone, house.now()), holdReviewSoonDays);
  const { rows } = await sql<{ active: string; review: string; failing: string }>`
    SELECT count(*) FILTER (WHERE released_at IS NULL) AS active, count(*) FILTER (WHERE released_at IS NULL AND review_on <= ${soon}) AS review, count(*) FILTER (WHERE ${failing}) AS failing
    FROM hold WHERE entity_id = ${house.entityId} AND lifted_at IS NULL AND ${seenBy(caller)}`.execute(house.store.db);
  const [{ active, review, failing: troubled } = { active: 0, review: 0, failing: 0 }] = rows;
  const inAlfresco = seesAllHolds(caller) ? Number((await sql<{ n: string }>`SELECT count(DISTINCT mail.id) AS n FROM document JOIN mail ON mail.id = document.mail_id WHERE mail.entity_id = ${house.entityId} AND ${heldThere}`.execute(house.store.db)).rows[0]?.n ?? 0) : 0;
  return { active: Number(active), review: Number(review), failing: Number(troubled), inAlfresco };
}

const heldThere = sql<SqlBool>`document.held_at is not null and not exists (select from hold_mail h where h.mail_id = mail.id and h.lifted_at is null)`;

export async function heldInAlfresco(house: House, { caller, query }: Call<Contract['heldInAlfresco']>) {
  if (!seesAllHolds(caller)) throw forbidden('heldInAlfresco');
  const rows = await house.store.db
    .selectFrom('document')
    .innerJoin('mail', 'mail.id', 'document.mail_id')
    .select((eb) => [...heldColumns, eb.fn.min('document.held_at').as('since')])
    .where('mail.entity_id', '=', house.entityId)
    .where(heldThere)
    .where('mail.id', '>', query.after ?? noId)
    .groupBy('mail.id')
    .orderBy('mail.id')
    .limit(query.limit + 1)
    .execute();
  return paged(rows.map((row) => ({ mail: mailOf(caller, row), since: (row.since ?? new Date(0)).toISOString(), applied: true, released: false })), query.limit);
}

const noId = '00000000-0000-0000-0000-000000000000';
const heldColumns = ['mail.id', 'mail.chrono', 'mail.subject', 'mail.state', 'mail.service', 'mail.copies', 'mail.confidentiality', 'mail.compartment', 'mail.mail_rooms', 'mail.intermediate_at'] as const;

export async function holdMails(house: House, { caller, params, query }: Call<Contract['holdMails']>) {
  const hold = await viewHold(house, caller, params.id);
  let mails = house.store.db.selectFrom('hold_mail').innerJoin('mail', 'mail.id', 'mail_id').select([...heldColumns, 'added_at', 'applied_at', 'hold_mail.released_at', 'lifted_at', 'failure', 'retry_at']).where('hold_id', '=', params.id).where('mail_id', '>', query.after ?? noId);
  // Of an active hold, what it holds and what it is still letting go.
  if (!hold.releasedAt) mails = mails.where((eb) => eb.or([eb('hold_mail.released_at', 'is', null), eb('lifted_at', 'is', null)]));
  if (query.which !== 'all') mails = mails.where(sql<SqlBool>`((hold_mail.released_at is null and applied_at is null) or (hold_mail.released_at is not null and lifted_at is null))`);
  if (query.which === 'failing') mails = mails.where('failure', 'is not', null);
  const rows = await mails.orderBy('mail_id').limit(query.limit + 1).execute();
  return paged(rows.map((row) => ({ mail: mailOf(caller, row), since: row.added_at.toISOString(), applied: row.released_at ? row.lifted_at !== null : row.applied_at !== null, released: row.released_at !== null, failure: saidOf(row.failure), retryAt: row.retry_at?.toISOString() })), query.limit);
}

type Shown = Parameters<typeof forRights>[0] & { readonly id: string; readonly chrono: string | null; readonly subject: string | null };

function mailOf(person: Person, row: Shown): HeldMailLine['mail'] {
  const opens = isCleared(person, forRights(row));
  return { id: row.id, chrono: row.chrono ?? undefined, service: row.service ?? undefined, state: row.state, ...(opens && row.subject ? { subject: row.subject } : {}), opens };
}

const paged = (lines: HeldMailLine[], limit: number) => ({ items: lines.slice(0, limit), next: lines.length > limit ? lines[limit - 1]?.mail.id : undefined });

/** Its history; of its mails only how many came and went. */
export async function holdHistory(house: House, { caller, params }: Call<Contract['holdJournal']>): Promise<{ items: JournalLine[] }> {
  await viewHold(house, caller, params.id);
  const { db } = house.store;
  const entries = await readJournal(db, { subjectKind: 'hold', subjectId: params.id, limit: 1000 });
  const nameOf = await displayNames(db, entries.map(({ actor }) => actor));
  return { items: entries.map(({ seq, at, type, actor, onBehalfOf, data, personal, hash }) => ({ seq, at: at.toISOString(), type, actor: nameOf(actor), onBehalfOf: onBehalfOf ? nameOf(onBehalfOf) : undefined, data, personal: personal ?? undefined, hash })) };
}

function requireHolds(person: Person): void {
  if (!hasHolds(person)) throw forbidden('holds');
}

const saidOf = (said: HoldRow['failure']): HoldView['failure'] => (said ? { code: said.code, ...(said.params ? { params: { ...said.params } } : {}) } : undefined);

async function viewed(house: House, person: Person, holds: readonly HoldRow[]): Promise<HoldView[]> {
  if (!holds.length) return [];
  const { authority } = await house.settings();
  const today = dayIn(authority.timeZone, house.now());
  const { rows } = await sql<{ hold_id: string; mails: string; applied: string; let_go: string; lifted: string; failing: string }>`
    SELECT hold_id, count(*) FILTER (WHERE released_at IS NULL) AS mails, count(*) FILTER (WHERE released_at IS NULL AND applied_at IS NOT NULL) AS applied,
      count(*) FILTER (WHERE released_at IS NOT NULL) AS let_go, count(*) FILTER (WHERE released_at IS NOT NULL AND lifted_at IS NOT NULL) AS lifted,
      count(*) FILTER (WHERE failure IS NOT NULL AND ((released_at IS NULL AND applied_at IS NULL) OR (released_at IS NOT NULL AND lifted_at IS NULL))) AS failing
    FROM hold_mail WHERE hold_id = ANY (${holds.map(({ id }) => id)}::uuid[]) GROUP BY hold_id`.execute(house.store.db);
  const counts = new Map(rows.map((row) => [row.hold_id, row]));
  return Promise.all(holds.map(async (hold): Promise<HoldView> => {
    const count = counts.get(hold.id);
    const released = hold.released_at !== null;
    const changes = mayChangeHold(person, { kind: hold.kind, createdBy: hold.created_by });
    const stuck = hold.failure !== null || Number(count?.failing ?? 0) > 0;
    return {
      id: hold.id,
      kind: hold.kind,
      title: hold.title,
      reason: hold.reason,
      reviewOn: hold.review_on,
      review: released ? undefined : reviewStateOf(hold.review_on, today),
      scope: { kind: hold.scope_kind, id: hold.scope_id ?? undefined, label: await labelOf(house, person, hold.scope_kind, hold.scope_id) },
      by: { id: hold.created_by, displayName: hold.created_by_name },
      placedAt: hold.created_at.toISOString(),
      releasedAt: hold.released_at?.toISOString(),
      releasedBy: hold.released_by_name ?? undefined,
      releaseReason: hold.release_reason ?? undefined,
      filling: hold.filled_at === null,
      mails: Number((released ? Number(count?.let_go ?? 0) + Number(count?.mails ?? 0) : count?.mails) ?? 0),
      applied: Number((released ? count?.lifted : count?.applied) ?? 0),
      failing: Number(count?.failing ?? 0),
      failure: saidOf(hold.failure),
      lifted: hold.lifted_at !== null,
      actions: changes ? [...(released ? [] : (['review', ...(hold.scope_kind === 'mails' ? (['extend'] as const) : []), 'release'] as const)), ...(stuck ? (['retry'] as const) : [])] : [],
      revision: hold.revision,
    };
  }));
}
