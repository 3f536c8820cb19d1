import { belongs, houseGroups, isMailRoom, mayDelegateFor, readingOf, serviceGroup, type Person, type Settings } from '@bannette/domain';
import { forbidden, type Call, type Contract } from '@bannette/http';
import type { House } from '@bannette/house';
import { sql, type SqlBool } from 'kysely';
import { servicesRunBy } from './view.js';

const mostPeople = 50;
const servicesOf = (groups: readonly string[], { services }: Pick<Settings, 'services'>): string[] => services.map(({ code }) => code).filter((code) => groups.includes(serviceGroup(code)));

/** For whom the caller may name delegates. */
export async function delegators(house: House, { query, caller }: Call<Contract['delegators']>) {
  const settings = await house.settings();
  const own = { id: caller.id, displayName: caller.displayName, services: servicesOf(caller.groups, settings) };
  const administers = belongs(caller, houseGroups.administrators);
  const groups = servicesRunBy(caller, settings).map(serviceGroup);
  if (!administers && !groups.length) return { items: [own] };
  let found = house.store.db.selectFrom('person').select(['id', 'display_name', 'groups']).where('id', '<>', caller.id);
  if (!administers) found = found.where(sql<SqlBool>`groups && ${sql.val(groups)}::text[]`);
  if (query.q) found = found.where(sql<SqlBool>`display_name ilike ${`%${query.q.replace(/[\\%_]/g, '\\$&')}%`}`);
  const people = await found.orderBy('display_name').limit(mostPeople).execute();
  return { items: [own, ...people.map(({ id, display_name, groups: of }) => ({ id, displayName: display_name, services: servicesOf(of, settings) }))] };
}

/** Who could replace somebody: people of their services and mail rooms, for nobody else could open any of their mail. */
export async function delegateCandidates(house: House, { query, caller }: Call<Contract['delegateCandidates']>) {
  const settings = await house.settings();
  const delegator = await someone(house, query.delegator, caller);
  const allowed = mayDelegateFor(caller, delegator, settings);
  if (!allowed) throw forbidden('delegate');
  const services = settings.services.filter(({ code }) => delegator.groups.includes(serviceGroup(code)) && (!allowed.services || allowed.services.includes(code)));
  const groups = [...services.map(({ code }) => serviceGroup(code)), ...(allowed.services ? [] : delegator.groups.filter(isMailRoom))];
  const people = groups.length ? await house.store.db.selectFrom('person').select(['id', 'display_name', 'groups']).where(sql<SqlBool>`groups && ${sql.val(groups)}::text[]`).where('id', 'not in', [delegator.id, caller.id === delegator.id ? delegator.id : caller.id]).orderBy('display_name').limit(500).execute() : [];
  return {
    items: people.map(({ id, display_name, groups: of }) => ({ id, displayName: display_name, opensAll: !readingOf(delegator.groups, of, allowed.services ?? [], settings).gaps.length })),
    services: services.map(({ code, label }) => ({ code, label })),
  };
}

/** The person named, as Alfresco last told of them; nobody said: the caller. */
export async function someone(house: House, id: string | undefined, caller: Person): Promise<Pick<Person, 'id' | 'displayName' | 'groups'>> {
  if (id === undefined || id === caller.id) return caller;
  const known = await house.store.db.selectFrom('person').select(['display_name', 'groups']).where('id', '=', id).executeTakeFirst();
  return { id, displayName: known?.display_name ?? id, groups: known?.groups ?? [] };
}
