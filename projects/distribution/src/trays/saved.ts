import { belongs, headGroup, secretariatGroup, serviceGroup, trayQuery, type Person, type Settings } from '@bannette/domain';
import { conflict, forbidden, invalid, notFound, type Call, type Contract } from '@bannette/http';
import { displayNames, type House } from '@bannette/house';
import { newId, type Database } from '@bannette/store';
import { sql, type Kysely, type Selectable, type SqlBool } from 'kysely';
import { servicesOf } from '../trays.js';
import { conditionsOf } from './filter.js';
import { pinTray, unpinTray } from './pins.js';

export type SavedRow = Selectable<Database['saved_tray']>;
type Saved = NonNullable<Awaited<ReturnType<typeof toSaved>>>;
type Audience = { readonly service: string; readonly only?: 'secretaries' | 'heads' };
const mostOfOnes = 100;

const groupOf = ({ service, only }: Audience): string => (only === 'heads' ? headGroup(service) : only === 'secretaries' ? secretariatGroup(service) : serviceGroup(service));

function audienceOf(group: string | null, { services }: Pick<Settings, 'services'>): Audience | undefined {
  for (const { code } of services) {
    if (group === serviceGroup(code)) return { service: code };
    if (group === headGroup(code)) return { service: code, only: 'heads' };
    if (group === secretariatGroup(code)) return { service: code, only: 'secretaries' };
  }
  return undefined;
}

/** Searches that `person` keeps, and those that are shared with a group of theirs; by name. */
export function savedFor(house: House, person: Person): Promise<SavedRow[]> {
  return house.store.db
    .selectFrom('saved_tray')
    .selectAll()
    .where('entity_id', '=', house.entityId)
    .where(sql<SqlBool>`(owner = ${person.id} or shared_with = any(${sql.val([...person.groups])}::text[]))`)
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .execute();
}

function toSaved(row: SavedRow, person: Person, settings: Settings, nameOf: (id: string) => { id: string; displayName: string }) {
  return { id: row.id, name: row.name, query: trayQuery.parse(row.query), sort: row.sort as 'due', owner: nameOf(row.owner), mine: row.owner === person.id, sharedWith: audienceOf(row.shared_with, settings), revision: row.revision };
}

export async function savedTrays(house: House, { caller }: Call<Contract['savedTrays']>): Promise<{ items: Saved[] }> {
  const settings = await house.settings();
  const rows = await savedFor(house, caller);
  const nameOf = await displayNames(house.store.db, rows.map(({ owner }) => owner));
  return { items: rows.map((row) => toSaved(row, caller, settings, nameOf)) };
}

/** Keeps a search as a tray. One may share it with a service of one's own; that others find only what they may open is not for it to say. */
export async function saveTray(house: House, { body, caller }: Call<Contract['saveTray']>): Promise<Saved> {
  const { settings, values } = await sound(house, caller, body);
  const row = await house.store.db.transaction().execute(async (trx) => {
    const { count } = await trx.selectFrom('saved_tray').select((eb) => eb.fn.countAll<number>().as('count')).where('entity_id', '=', house.entityId).where('owner', '=', caller.id).executeTakeFirstOrThrow();
    if (Number(count) >= mostOfOnes) throw conflict('tooManyTrays', `Nobody keeps more than ${mostOfOnes} trays`, { most: mostOfOnes });
    const made = await trx.insertInto('saved_tray').values({ id: newId(), entity_id: house.entityId, owner: caller.id, ...values }).returningAll().executeTakeFirstOrThrow();
    if (body.pinned) await pinTray(trx, house.entityId, caller.id, `saved:${made.id}`);
    return made;
  });
  return toSaved(row, caller, settings, () => caller);
}

export async function changeTray(house: House, { body, params, caller }: Call<Contract['changeTray']>): Promise<Saved> {
  const mine = await mineOf(house, caller, params.id);
  const { settings, values } = await sound(house, caller, body);
  const row = await house.store.db.transaction().execute(async (trx) => {
    await forgetCount(trx, house.entityId, mine.id);
    return trx.updateTable('saved_tray').set({ ...values, revision: body.revision + 1, counted_at: null, counted_on: null, counting_ms: null }).where('id', '=', mine.id).where('revision', '=', body.revision).returningAll().executeTakeFirst();
  });
  if (!row) throw conflict('stale', 'The tray has changed since you saw it', { revision: mine.revision });
  return toSaved(row, caller, settings, () => caller);
}

export async function removeTray(house: House, { params, caller }: Call<Contract['removeTray']>): Promise<{ id: string }> {
  const { id } = await mineOf(house, caller, params.id);
  await house.store.db.transaction().execute(async (trx) => {
    await forgetCount(trx, house.entityId, id);
    await unpinTray(trx, house.entityId, `saved:${id}`);
    await trx.deleteFrom('saved_tray').where('id', '=', id).execute();
  });
  return { id };
}

/** Its count, before it is counted anew or when it is gone. */
export async function forgetCount(db: Kysely<Database>, entityId: string, id: string): Promise<void> {
  for (const table of ['tray_bucket', 'tray_total'] as const) await sql`delete from ${sql.table(table)} where entity_id = ${entityId} and who = array[${`saved:${id}`}]`.execute(db);
}

/** Whose it is changes it; those with whom it is shared may know that it is there, and no more. */
async function mineOf(house: House, person: Person, id: string): Promise<SavedRow> {
  const row = (await savedFor(house, person)).find((each) => each.id === id);
  if (!row) throw notFound('tray');
  if (row.owner !== person.id) throw forbidden('changeTray');
  return row;
}

async function sound(house: House, person: Person, { name, query, sort, sharedWith }: Pick<Call<Contract['saveTray']>['body'], 'name' | 'query' | 'sort' | 'sharedWith'>) {
  const settings = await house.settings();
  conditionsOf(house.entityId, query, person, '2000-01-01');
  if (sharedWith && !servicesOf(person, settings).includes(sharedWith.service)) throw forbidden('shareTray');
  if (sharedWith && !belongs(person, serviceGroup(sharedWith.service))) throw invalid('unknownService', `There is no service ${sharedWith.service}`, { service: sharedWith.service });
  return { settings, values: { name, query: JSON.stringify(query), sort, shared_with: sharedWith ? groupOf(sharedWith) : null } };
}
