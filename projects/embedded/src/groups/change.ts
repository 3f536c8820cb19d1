import { listIn } from '../http/body.js';
import { AcsError, badRequest, denied, notFound, plain } from '../http/errors.js';
import { findPerson } from '../people/person.js';
import { EVERYONE } from '../permissions/roles.js';
import type { Session } from '../repository.js';
import { findGroup, groupsAbove, type Group } from './group.js';

const missing = (id: string): AcsError => plain(404, `An authority was not found for ${id}`);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

function assertAdmin(session: Session): void {
  if (!session.caller.admin) throw denied();
}

export function assertChangeable(id: string): void {
  if (id === EVERYONE) throw new AcsError(409, 'Trying to modify a fixed authority');
}

const changed = (session: Session): void => session.after(() => session.repository.authorities.forget());

export async function createGroup(session: Session, body: Record<string, unknown>): Promise<Group> {
  assertAdmin(session);
  const given = text(body['id']);
  if (given === undefined) throw badRequest('groupId is null or empty');
  const short = given.replace(/^GROUP_/, '');
  const id = `GROUP_${short}`;
  if ((await findGroup(session.sql, id)) !== undefined || id === EVERYONE) throw new AcsError(409, `Group '${short}' already exists.`);
  const parents = listIn<string>(body, 'parentIds') ?? [];
  for (const parent of parents) if ((await findGroup(session.sql, parent)) === undefined) throw missing(parent);
  await session.sql.rows('insert into authority_group (id, display_name, zones) values ($1, $2, $3)', [id, text(body['displayName']) ?? short, ['APP.DEFAULT', 'AUTH.ALF']]);
  for (const parent of parents) await session.sql.rows('insert into membership (parent, member) values ($1, $2)', [parent, id]);
  changed(session);
  return requireGroup(session, id);
}

export async function requireGroup(session: Session, id: string): Promise<Group> {
  const group = await findGroup(session.sql, id);
  if (group === undefined) throw notFound(id);
  return group;
}

export async function renameGroup(session: Session, id: string, body: Record<string, unknown>): Promise<Group> {
  assertAdmin(session);
  assertChangeable(id);
  if (body['id'] !== undefined) throw badRequest('Group update does not support field: id');
  await requireGroup(session, id);
  await session.sql.rows('update authority_group set display_name = coalesce($2, display_name) where id = $1', [id, text(body['displayName']) ?? null]);
  changed(session);
  return requireGroup(session, id);
}

export async function deleteGroup(session: Session, id: string, cascade: boolean): Promise<void> {
  assertAdmin(session);
  assertChangeable(id);
  if ((await findGroup(session.sql, id)) === undefined) throw missing(id);
  if (cascade) {
    const below = await session.sql.rows<{ member: string }>(`select member from membership where parent = $1 and member like 'GROUP\\_%'`, [id]);
    for (const { member } of below) await deleteGroup(session, member, true);
  }
  await session.sql.rows('delete from membership where member = $1', [id]);
  await session.sql.rows('delete from authority_group where id = $1', [id]);
  await session.sql.rows('delete from acl_entry where authority = $1', [id]);
  changed(session);
}

export async function addMember(session: Session, groupId: string, body: Record<string, unknown>): Promise<Record<string, unknown>> {
  assertAdmin(session);
  assertChangeable(groupId);
  const group = await requireGroup(session, groupId);
  const [member, kind] = [text(body['id']), text(body['memberType'])];
  if (member === undefined) throw badRequest('Group member id is null or empty');
  if (kind !== 'PERSON' && kind !== 'GROUP') throw badRequest('MemberType is invalid (expected eg. GROUP, PERSON)');
  const [person, child] = [await findPerson(session.sql, member), await findGroup(session.sql, member)];
  if (person === undefined && child === undefined) throw notFound(member);
  if ((kind === 'PERSON') !== (person !== undefined)) throw plain(400, `Incorrect group member type, ${person === undefined ? 'GROUP' : 'PERSON'} exists with the given id`, false);
  if (child !== undefined && (child.id === group.id || (await groupsAbove(session.sql, group.id)).some((above) => above.id === child.id))) throw plain(400, 'Child Association Cycle detected hitting nodes', false);
  const id = person?.id ?? child?.id ?? member;
  const done = await session.sql.one('insert into membership (parent, member) values ($1, $2) on conflict do nothing returning 1', [group.id, id]);
  if (done === undefined) throw plain(409, `Duplicate child name not allowed: ${id}`, false);
  changed(session);
  return { displayName: child?.displayName ?? id, id, memberType: kind };
}

export async function removeMember(session: Session, groupId: string, member: string): Promise<void> {
  assertAdmin(session);
  assertChangeable(groupId);
  await requireGroup(session, groupId);
  const done = await session.sql.one('delete from membership where parent = $1 and member = $2 returning 1', [groupId, member]);
  if (done === undefined) throw new AcsError(404, `${member} is not member of ${groupId}`);
  changed(session);
}
