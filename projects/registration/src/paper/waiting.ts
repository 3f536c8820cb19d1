import { handOverLimit, type Person, type Settings } from '@bannette/domain';
import type { Call, Contract, UnscannedLine } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql, type SqlBool } from 'kysely';
import { toUnscannedLine } from './line.js';
import { carried, carriedBy, inHands, stillToHandOver } from './scope.js';

interface Waiting {
  readonly id: string;
  readonly service: string | null;
  readonly limit: Date;
}

/** What is still to be handed over (the most urgent first), what was (the newest first), or originals that are still to go back (the oldest first). */
export async function unscannedPage(house: House, { query, caller }: Call<Contract['unscanned']>): Promise<{ items: UnscannedLine[]; next?: string }> {
  const { limit, after, service } = query;
  const ids = query.state === 'waiting' ? await waitingIds(house, caller, service) : query.state === 'toReturn' ? await toReturnIds(house, caller, query) : await handedOverIds(house, caller, query);
  const from = query.state === 'waiting' && after ? ids.indexOf(after) + 1 : 0;
  const shown = ids.slice(from, from + limit);
  const rows = shown.length ? await house.store.db.selectFrom('mail').selectAll().where('id', 'in', shown).execute() : [];
  const items = await Promise.all(shown.flatMap((id) => rows.find((row) => row.id === id) ?? []).map((mail) => toUnscannedLine(house, caller, mail)));
  return { items, next: ids.length > from + limit ? shown.at(-1) : undefined };
}

/** How many are still to be handed over, by service. */
export async function countInHand(house: House, { caller }: Call<Contract['inHand']>) {
  const settings = await house.settings();
  const now = house.now();
  const rows = await waitingFor(house, caller, settings);
  const items = settings.services.flatMap(({ code, label }) => {
    const its = rows.filter(({ service }) => service === code);
    return its.length ? [{ service: code, label, waiting: its.length, overdue: its.filter(({ limit }) => limit < now).length }] : [];
  });
  return { items };
}

async function waitingIds(house: House, person: Person, service: string | undefined): Promise<string[]> {
  const rows = await waitingFor(house, person, await house.settings());
  const wanted = service ? rows.filter((row) => row.service === service) : rows;
  return wanted.sort((a, b) => a.limit.getTime() - b.limit.getTime() || a.id.localeCompare(b.id)).map(({ id }) => id);
}

async function handedOverIds(house: House, person: Person, { service, after, limit }: Call<Contract['unscanned']>['query']): Promise<string[]> {
  let rows = house.store.db.selectFrom('mail').select('id').where('entity_id', '=', house.entityId).where(carriedBy(person, await house.settings())).where('state', 'in', carried).where(inHands);
  if (service) rows = rows.where('service', '=', service);
  if (after) rows = rows.where('id', '<', after);
  return (await rows.orderBy('id', 'desc').limit(limit + 1).execute()).map(({ id }) => id);
}

async function toReturnIds(house: House, person: Person, { service, after, limit }: Call<Contract['unscanned']>['query']): Promise<string[]> {
  const settings = await house.settings();
  const kinds = settings.unscanned.filter(({ toReturn }) => toReturn).map(({ code }) => code);
  if (!kinds.length) return [];
  let rows = house.store.db.selectFrom('mail').select('id').where('entity_id', '=', house.entityId).where(carriedBy(person, settings)).where('state', 'in', carried).where('unscanned', 'in', kinds).where(sql<SqlBool>`envelope->'returned' is null`);
  if (service) rows = rows.where('service', '=', service);
  if (after) rows = rows.where('id', '>', after);
  return (await rows.orderBy('id').limit(limit + 1).execute()).map(({ id }) => id);
}

async function waitingFor(house: House, person: Person, settings: Settings): Promise<Waiting[]> {
  const rows = await house.store.db
    .selectFrom('mail')
    .select(['id', 'service', 'unscanned', 'received_at', 'registered_at', 'created_at'])
    .where('entity_id', '=', house.entityId)
    .where(carriedBy(person, settings))
    .where('state', 'in', carried)
    .where(stillToHandOver)
    .execute();
  return rows.map(({ id, service, unscanned, received_at, registered_at, created_at }) => ({ id, service, limit: handOverLimit({ unscanned, receivedAt: received_at ?? '', registeredAt: registered_at ?? created_at }, settings) }));
}
