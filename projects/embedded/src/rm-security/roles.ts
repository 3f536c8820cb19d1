import { wrapped } from '../http/webscript.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { addEntry, ownList, propagate } from '../permissions/acl.js';
import type { Session } from '../repository.js';
import { defaultRoles, unlisted } from './default-roles.js';

export interface Role {
  readonly name: string;
  readonly displayLabel: string;
  readonly capabilities: readonly string[];
  /** The group whose people have the role. */
  readonly authority: string;
  readonly filePlan: string;
}

const SELECT = 'select name, display_label as "displayLabel", capabilities, authority, file_plan as "filePlan" from rm_role';

export const allRoles = (session: Session): Promise<Role[]> => session.sql.rows<Role>(`${SELECT} order by name collate "C"`);
export const findRole = (session: Session, name: string): Promise<Role | undefined> => session.sql.one<Role>(`${SELECT} where name = $1`, [name]);

const groupOf = (name: string, filePlan: string): string => `GROUP_${name}${filePlan}`;
export const everyRole = (filePlan: string): string => groupOf('AllRoles', filePlan);

const changed = (session: Session): void => session.after(() => session.repository.authorities.forget());

async function makeGroup(session: Session, id: string, label: string): Promise<void> {
  await session.sql.rows('insert into authority_group (id, display_name, zones) values ($1, $2, $3)', [id, label, ['APP.DEFAULT', 'APP.RM']]);
  changed(session);
}

/** Roles of those who know records from outside the file plan: they are none of all roles, to which the file plan opens. */
const inPlace: ReadonlySet<string> = new Set(['ExtendedReaders', 'ExtendedWriters']);

/** Makes a role: its group, its capabilities, its place among all roles. */
export async function createRole(session: Session, filePlan: NodeRow, given: Pick<Role, 'name' | 'displayLabel' | 'capabilities'>): Promise<Role> {
  const authority = groupOf(given.name, filePlan.id);
  await makeGroup(session, authority, given.displayLabel);
  if (!inPlace.has(given.name)) await session.sql.rows('insert into membership (parent, member) values ($1, $2)', [everyRole(filePlan.id), authority]);
  const capabilities = [...new Set(given.capabilities)];
  await session.sql.rows('insert into rm_role (name, display_label, capabilities, authority, file_plan) values ($1, $2, $3, $4, $5)', [given.name, given.displayLabel, capabilities, authority, filePlan.id]);
  await grantOnFilePlan(session, filePlan, authority, [...capabilities, ...(unlisted[given.name] ?? [])]);
  return { ...given, capabilities, authority, filePlan: filePlan.id };
}

/** AGS keeps capabilities as permissions of the file plan, where they can be seen. */
async function grantOnFilePlan(session: Session, filePlan: NodeRow, authority: string, names: readonly string[]): Promise<void> {
  const acl = await ownList(session.sql, filePlan);
  await session.sql.rows('insert into acl_entry (acl, authority, role, allowed, local) select $1, $2, unnest($3::text[]), true, true', [acl, authority, names]);
  await propagate(session.sql, acl);
}

async function revokeOnFilePlan(session: Session, filePlan: NodeRow, authority: string): Promise<void> {
  const acl = await ownList(session.sql, filePlan);
  await session.sql.rows(`delete from acl_entry where acl = $1 and authority = $2 and local and role <> 'Filing' and role <> 'ReadRecords'`, [acl, authority]);
  await propagate(session.sql, acl);
}

export async function changeRole(session: Session, role: Role, given: Pick<Role, 'displayLabel' | 'capabilities'>): Promise<Role> {
  const capabilities = [...new Set(given.capabilities)];
  await session.sql.rows('update rm_role set display_label = $2, capabilities = $3 where name = $1', [role.name, given.displayLabel, capabilities]);
  const filePlan = await findNode(session, role.filePlan);
  if (filePlan !== undefined) {
    await revokeOnFilePlan(session, filePlan, role.authority);
    await grantOnFilePlan(session, filePlan, role.authority, capabilities);
  }
  return { ...role, displayLabel: given.displayLabel, capabilities };
}

export async function removeRole(session: Session, role: Role): Promise<void> {
  await session.sql.rows('delete from rm_role where name = $1', [role.name]);
  await session.sql.rows('delete from membership where member = $1', [role.authority]);
  await session.sql.rows('delete from authority_group where id = $1', [role.authority]);
  await session.sql.rows('delete from acl_entry where authority = $1', [role.authority]);
  changed(session);
}

/** @throws WebscriptError 500 for a person or group that isn't there */
export async function addToRole(session: Session, role: Role, authority: string): Promise<void> {
  const known = await session.sql.one<{ id: string }>('select id from person where key = lower($1) union all select id from authority_group where id = $1', [authority]);
  if (known === undefined) throw wrapped(`An authority was not found for ${authority}`);
  await session.sql.rows('insert into membership (parent, member) values ($1, $2) on conflict do nothing', [role.authority, known.id]);
  changed(session);
}

export async function removeFromRole(session: Session, role: Role, authority: string): Promise<void> {
  await session.sql.rows('delete from membership where parent = $1 and member = $2', [role.authority, authority]);
  changed(session);
}

/** The roles of a new file plan, with its maker as Records Management Administrator. Inheritance must be cut before. */
export async function createDefaultRoles(session: Session, filePlan: NodeRow): Promise<void> {
  await makeGroup(session, everyRole(filePlan.id), 'All Records Management Roles');
  for (const role of defaultRoles) await createRole(session, filePlan, role);
  const administrators = groupOf('Administrator', filePlan.id);
  await session.sql.rows('insert into membership (parent, member) values ($1, $2)', [administrators, session.caller.user]);
  const acl = await ownList(session.sql, filePlan);
  await addEntry(session.sql, acl, { authority: everyRole(filePlan.id), role: 'ReadRecords', allowed: true });
  await addEntry(session.sql, acl, { authority: administrators, role: 'Filing', allowed: true });
}
