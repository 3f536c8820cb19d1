import type { NodeRow } from '../nodes/node.js';
import { addEntry, ownList } from '../permissions/acl.js';
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

export const allRoles = (session: Session): Promise<Role[]> => session.sql.rows<Role>(`${SELECT} order by display_label`);
export const findRole = (session: Session, name: string): Promise<Role | undefined> => session.sql.one<Role>(`${SELECT} where name = $1`, [name]);

const groupOf = (name: string, filePlan: string): string => `GROUP_${name}${filePlan}`;
export const everyRole = (filePlan: string): string => groupOf('AllRoles', filePlan);

async function makeGroup(session: Session, id: string, label: string): Promise<void> {
  await session.sql.rows('insert into authority_group (id, display_name, zones) values ($1, $2, $3)', [id, label, ['APP.DEFAULT', 'APP.RM']]);
  session.after(() => session.repository.authorities.forget());
}

/** Makes a role: its group, its capabilities, its place among all roles. */
export async function createRole(session: Session, filePlan: NodeRow, given: Pick<Role, 'name' | 'displayLabel' | 'capabilities'>): Promise<Role> {
  const authority = groupOf(given.name, filePlan.id);
  await makeGroup(session, authority, given.displayLabel);
  await session.sql.rows('insert into membership (parent, member) values ($1, $2)', [everyRole(filePlan.id), authority]);
  await session.sql.rows('insert into rm_role (name, display_label, capabilities, authority, file_plan) values ($1, $2, $3, $4, $5)', [given.name, given.displayLabel, given.capabilities, authority, filePlan.id]);
  await grantOnFilePlan(session, filePlan, authority, [...given.capabilities, ...(unlisted[given.name] ?? [])]);
  return { ...given, authority, filePlan: filePlan.id };
}

/** AGS keeps capabilities as permissions of the file plan, where they can be seen. */
async function grantOnFilePlan(session: Session, filePlan: NodeRow, authority: string, names: readonly string[]): Promise<void> {
  const acl = await ownList(session.sql, filePlan);
  await session.sql.rows('insert into acl_entry (acl, authority, role, allowed, local) select $1, $2, unnest($3::text[]), true, true', [acl, authority, names]);
}

/** The roles of a new file plan, with its maker as Records Management Administrator. Inheritance must be cut before. */
export async function createDefaultRoles(session: Session, filePlan: NodeRow): Promise<void> {
  await makeGroup(session, everyRole(filePlan.id), 'All Roles');
  for (const role of defaultRoles) await createRole(session, filePlan, role);
  const administrators = groupOf('Administrator', filePlan.id);
  await session.sql.rows('insert into membership (parent, member) values ($1, $2)', [administrators, session.caller.user]);
  const acl = await ownList(session.sql, filePlan);
  await addEntry(session.sql, acl, { authority: everyRole(filePlan.id), role: 'ReadRecords', allowed: true });
  await addEntry(session.sql, acl, { authority: administrators, role: 'Filing', allowed: true });
}
