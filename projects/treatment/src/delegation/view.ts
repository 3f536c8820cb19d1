import { dayIn, delegationState, headGroup, houseGroups, mayDelegateFor, readingOf, secretariatGroup, belongs, serviceGroup, type Person, type Settings } from '@bannette/domain';
import { forbidden, notFound, type Call, type Contract, type DelegationView } from '@bannette/http';
import type { House } from '@bannette/house';
import type { Database } from '@bannette/store';
import { sql, type Kysely, type Selectable, type SqlBool } from 'kysely';

export type DelegationRow = Selectable<Database['delegation']>;
type Connection = Pick<Kysely<Database>, 'selectFrom'>;

export interface FullDelegation extends DelegationRow {
  readonly delegates: readonly { readonly id: string; readonly displayName: string }[];
}

/** A service whose head or secretary `person` is. */
export const servicesRunBy = (person: Person, { services }: Pick<Settings, 'services'>): string[] => services.map(({ code }) => code).filter((code) => belongs(person, headGroup(code)) || belongs(person, secretariatGroup(code)));

/** Adds their delegates. */
export async function withDelegates(db: Connection, rows: readonly DelegationRow[]): Promise<FullDelegation[]> {
  const named = rows.length ? await db.selectFrom('delegation_delegate').selectAll().where('delegation_id', 'in', rows.map(({ id }) => id)).orderBy('delegate_name').execute() : [];
  return rows.map((row) => ({ ...row, delegates: named.filter(({ delegation_id }) => delegation_id === row.id).map(({ delegate, delegate_name }) => ({ id: delegate, displayName: delegate_name })) }));
}

/** A delegation that `person` may see: their own, one of somebody of a service that they run, any for an administrator. */
export async function requireDelegation(house: House, db: Connection, person: Person, id: string): Promise<FullDelegation> {
  const rows = await db.selectFrom('delegation').selectAll().where('id', '=', id).where('entity_id', '=', house.entityId).execute();
  const [found] = await withDelegates(db, rows);
  if (!found) throw notFound('delegation');
  const party = found.delegator === person.id || found.created_by === person.id || found.delegates.some((one) => one.id === person.id);
  if (party || (await mayEnd(house, db, person, found.delegator))) return found;
  throw notFound('delegation');
}

/** Whether `person` may end what was delegated in the name of `delegator`: whoever may delegate for them. */
export async function mayEnd(house: House, db: Connection, person: Person, delegator: string): Promise<boolean> {
  const known = await db.selectFrom('person').select('groups').where('id', '=', delegator).executeTakeFirst();
  return mayDelegateFor(person, { id: delegator, groups: known?.groups ?? [] }, await house.settings()) !== undefined;
}

/** Delegations, newest first. */
export async function listDelegations(house: House, { query, caller }: Call<Contract['delegations']>): Promise<{ items: DelegationView[]; next?: string }> {
  const { db } = house.store;
  const settings = await house.settings();
  const today = dayIn(settings.authority.timeZone, house.now());
  let found = db.selectFrom('delegation').selectAll().where('entity_id', '=', house.entityId).where(ofWhom(caller, query.of, settings));
  const over = sql<SqlBool>`(ended_at is not null or ends_on < ${today}::date)`;
  if (query.state === 'over') found = found.where(over);
  if (query.state === 'current') found = found.where(sql<SqlBool>`not coalesce(${over}, false)`);
  if (query.after) found = found.where('id', '<', query.after);
  const rows = await found.orderBy('id', 'desc').limit(query.limit + 1).execute();
  const shown = await withDelegates(db, rows.slice(0, query.limit));
  return { items: await showAll(house, caller, shown, settings), next: rows.length > query.limit ? shown.at(-1)?.id : undefined };
}

function ofWhom(person: Person, of: 'mine' | 'service' | 'all', settings: Settings) {
  if (of === 'all') {
    if (!belongs(person, houseGroups.administrators)) throw forbidden('delegations');
    return sql<SqlBool>`true`;
  }
  if (of === 'mine') return sql<SqlBool>`(delegator = ${person.id} or exists (select from delegation_delegate d where d.delegation_id = delegation.id and d.delegate = ${person.id}))`;
  const groups = servicesRunBy(person, settings).map(serviceGroup);
  if (!groups.length) throw forbidden('delegations');
  return sql<SqlBool>`exists (select from person p where p.groups && ${sql.val(groups)}::text[] and (p.id = delegator or exists (select from delegation_delegate d where d.delegation_id = delegation.id and d.delegate = p.id)))`;
}

export async function showAll(house: House, person: Person, rows: readonly FullDelegation[], settings: Settings): Promise<DelegationView[]> {
  const ids = [...new Set(rows.flatMap(({ delegator, delegates }) => [delegator, ...delegates.map(({ id }) => id)]))];
  const people = ids.length ? await house.store.db.selectFrom('person').select(['id', 'groups']).where('id', 'in', ids).execute() : [];
  const groupsOf = (id: string): readonly string[] => people.find((one) => one.id === id)?.groups ?? [];
  const today = dayIn(settings.authority.timeZone, house.now());
  return rows.map((row) => show(row, { person, settings, today, groupsOf }));
}

interface Shown {
  readonly person: Person;
  readonly settings: Settings;
  readonly today: string;
  readonly groupsOf: (id: string) => readonly string[];
}

function show(row: FullDelegation, { person, settings, today, groupsOf }: Shown): DelegationView {
  const state = delegationState({ startsOn: row.starts_on, endsOn: row.ends_on ?? undefined, ended: row.ended_at !== null }, today);
  const label = (list: readonly { code: string; label: string }[], code: string) => ({ code, label: list.find((one) => one.code === code)?.label ?? code });
  return {
    id: row.id,
    delegator: { id: row.delegator, displayName: row.delegator_name },
    delegates: [...row.delegates],
    startsOn: row.starts_on,
    endsOn: row.ends_on ?? undefined,
    state,
    powers: row.powers,
    types: row.types.map((code) => label(settings.types, code)),
    services: row.services.map((code) => label(settings.services, code)),
    act: actOf(row),
    createdBy: { id: row.created_by, displayName: row.created_by_name },
    createdAt: row.created_at.toISOString(),
    ended: row.ended_at && row.ended_by ? { by: { id: row.ended_by, displayName: row.ended_by_name ?? row.ended_by }, at: row.ended_at.toISOString() } : undefined,
    mayEnd: state !== 'over' && mayDelegateFor(person, { id: row.delegator, groups: groupsOf(row.delegator) }, settings) !== undefined,
    gaps: state === 'over' ? [] : row.delegates.map((delegate) => ({ delegate, gaps: readingOf(groupsOf(row.delegator), groupsOf(delegate.id), row.services, settings).gaps })).filter(({ gaps }) => gaps.length),
  };
}

function actOf(row: DelegationRow): DelegationView['act'] {
  const file = row.act_file;
  if (!row.act_reference && !file) return undefined;
  const kept = row.act_node_id && !row.act_spool_key ? ('alfresco' as const) : row.act_fault ? ('failed' as const) : ('waiting' as const);
  return { reference: row.act_reference ?? undefined, day: row.act_day ?? undefined, file: file ? { name: file.name, size: file.size, kept, fault: kept === 'failed' ? (row.act_fault ?? undefined) : undefined } : undefined };
}
