import { belongs, headGroup, houseGroups, scheduleFlaws, type Person, type ScheduleRow, type ScheduleSetting } from '@bannette/domain';
import { conflict, forbidden, notFound, type ScheduleContent, type ScheduleVersion } from '@bannette/http';
import { displayNames, type House } from '@bannette/house';
import { newId, type Database, type Tx } from '@bannette/store';
import { sql, type Kysely, type Selectable } from 'kysely';
import { flawedUses, usesOf } from './uses.js';

export type VersionRow = Selectable<Database['schedule_version']>;

export const mayEditSchedule = (person: Person): boolean => belongs(person, houseGroups.archives);
export const mayApplySchedule = (person: Person): boolean => belongs(person, houseGroups.administrators);

/** Who is not concerned may not know of versions either. */
export async function requireReader(house: House, person: Person, version?: string): Promise<void> {
  if (await maySeeSchedule(house, person)) return;
  throw version ? notFound('schedule') : forbidden('schedule');
}

async function maySeeSchedule(house: House, person: Person): Promise<boolean> {
  if ([houseGroups.archives, houseGroups.dpo, houseGroups.administrators, houseGroups.approvers].some((group) => belongs(person, group))) return true;
  return (await house.settings()).services.some(({ code }) => belongs(person, headGroup(code)));
}

export async function requireEditor(house: House, person: Person, version?: string): Promise<void> {
  await requireReader(house, person, version);
  if (!mayEditSchedule(person)) throw forbidden('changeSchedule');
}

/** One change of the schedule at a time; whoever reads rows of it in the transaction sees the last one. */
export const lockSchedule = (tx: Tx): Promise<unknown> => sql`select pg_advisory_xact_lock(hashtextextended(${`schedule ${tx.context.entityId}`}, 0))`.execute(tx.trx);

/**
 * Takes what was published as the setting `schedule` by others (the installation, an older version of Bannette) for the version
 * in force, so that there always is one. Answers it.
 */
export async function adoptPublished(tx: Tx): Promise<VersionRow> {
  const { entityId } = tx.context;
  const inForce = await tx.trx.selectFrom('schedule_version').selectAll().where('entity_id', '=', entityId).where('state', '=', 'inForce').executeTakeFirst();
  const latest = await tx.trx.selectFrom('setting_version').selectAll().where('entity_id', '=', entityId).where('kind', '=', 'schedule').orderBy('version', 'desc').limit(1).executeTakeFirstOrThrow();
  if (inForce && (inForce.setting_version ?? 0) >= latest.version) return inForce;
  const { title, rows } = latest.data as unknown as ScheduleSetting;
  if (inForce) await supersede(tx, inForce);
  const adopted = await tx.trx
    .insertInto('schedule_version')
    .values({ ...blank, id: newId(), entity_id: entityId, number: await nextNumber(tx), state: 'inForce', title, rows: JSON.stringify(rows), created_by: latest.published_by, created_at: latest.published_at, in_force_by: latest.published_by, in_force_at: latest.published_at, setting_version: latest.version })
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.append({ type: 'schedule.adopted', subjectKind: 'schedule', subjectId: adopted.id, data: { number: adopted.number, setting: latest.version } });
  return adopted;
}

export const blank = { based_on: null, changed_by: null, changed_at: null, agreed_by: null, agreed_at: null, in_force_by: null, in_force_at: null, superseded_at: null, setting_version: null } as const;

export const supersede = (tx: Tx, { id }: VersionRow): Promise<unknown> => tx.trx.updateTable('schedule_version').set({ state: 'superseded', superseded_at: new Date() }).where('id', '=', id).execute();

export async function nextNumber(tx: Tx): Promise<number> {
  const { last } = await tx.trx.selectFrom('schedule_version').select((eb) => eb.fn.max('number').as('last')).where('entity_id', '=', tx.context.entityId).executeTakeFirstOrThrow();
  return Number(last ?? 0) + 1;
}

export async function findVersion(house: House, id: string, db: Kysely<Database> = house.store.db): Promise<VersionRow> {
  const row = await db.selectFrom('schedule_version').selectAll().where('id', '=', id).where('entity_id', '=', house.entityId).executeTakeFirst();
  if (!row) throw notFound('schedule');
  return row;
}

export function requireState(version: VersionRow, state: VersionRow['state'], action: string): void {
  if (version.state !== state) throw conflict('scheduleState', `The version is ${version.state}`, { state: version.state, action });
}

export function requireSame({ revision }: VersionRow, seen: number): void {
  if (revision !== seen) throw conflict('staleSchedule', 'The version has changed since you saw it', { revision });
}

export async function viewVersions(house: House, rows: readonly VersionRow[]): Promise<ScheduleVersion[]> {
  const { db } = house.store;
  const nameOf = await displayNames(db, rows.flatMap((row) => [row.created_by, row.changed_by, row.agreed_by, row.in_force_by]).filter((id): id is string => id !== null));
  const bases = rows.map(({ based_on }) => based_on).filter((id): id is string => id !== null);
  const numbers = new Map(bases.length ? (await db.selectFrom('schedule_version').select(['id', 'number']).where('id', 'in', bases).execute()).map(({ id, number }) => [id, number]) : []);
  const done = (by: string | null, at: Date | null) => (by && at ? { by: nameOf(by).displayName, at: at.toISOString() } : undefined);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state,
    revision: row.revision,
    rows: row.rows.length,
    agreedRows: row.rows.filter(({ agreed }) => agreed).length,
    basedOn: row.based_on ? numbers.get(row.based_on) : undefined,
    created: { by: nameOf(row.created_by).displayName, at: row.created_at.toISOString() },
    changed: done(row.changed_by, row.changed_at),
    agreement: row.agreement ?? undefined,
    agreed: done(row.agreed_by, row.agreed_at),
    inForce: done(row.in_force_by, row.in_force_at),
    supersededAt: row.superseded_at?.toISOString(),
    settingVersion: row.setting_version ?? undefined,
  }));
}

export async function viewVersion(house: House, id: string): Promise<ScheduleVersion> {
  const [view] = await viewVersions(house, [await findVersion(house, id)]);
  if (!view) throw notFound('schedule');
  return view;
}

/** A version with its rows; what is wrong is told of those that can still be changed. */
export async function viewContent(house: House, id: string): Promise<ScheduleContent> {
  const version = await findVersion(house, id);
  const uses = await usesOf(house, version.rows);
  const [view] = await viewVersions(house, [version]);
  if (!view) throw notFound('schedule');
  const open = version.state === 'draft' || version.state === 'agreed';
  return { version: view, rows: [...version.rows], flaws: open ? [...scheduleFlaws(version.rows, flawedUses(uses))] : [], uses: [...uses] };
}

/** Rows of the version that a draft began as. */
export async function baseRows(tx: Tx, version: VersionRow): Promise<readonly ScheduleRow[]> {
  if (!version.based_on) return [];
  return (await tx.trx.selectFrom('schedule_version').select('rows').where('id', '=', version.based_on).executeTakeFirstOrThrow()).rows;
}
