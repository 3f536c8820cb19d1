import { groupBody, memberBody } from '../http/body.js';
import { badRequest, denied } from '../http/errors.js';
import { paged } from '../http/paging.js';
import { onlyFields, parseWhere } from '../http/where.js';
import type { Routes } from '../http/routes.js';
import { requirePerson } from '../people/routes.js';
import { displayName, type Person } from '../people/person.js';
import type { Session } from '../repository.js';
import { addMember, createGroup, deleteGroup, removeMember, renameGroup, requireGroup } from './change.js';
import { allGroups, everyone, groupsAbove, shownGroup, type Group } from './group.js';

type Sortable = Readonly<Record<string, unknown>>;

/** Orders shown entries by `id` or `displayName`. @throws AcsError 400 */
function sorted<T extends Sortable>(entries: readonly T[], orderBy: string | undefined): T[] {
  if (orderBy === undefined) return [...entries];
  const [field = '', direction = 'ASC'] = orderBy.trim().split(/\s+/);
  if (field !== 'id' && field !== 'displayName') throw badRequest(`Invalid sort field: ${field}`);
  const ordered = [...entries].sort((one, other) => String(one[field] ?? '').localeCompare(String(other[field] ?? ''), 'en'));
  return /^desc$/i.test(direction) ? ordered.reverse() : ordered;
}

async function members(session: Session, group: Group, kind: string | undefined): Promise<Sortable[]> {
  const people = await session.sql.rows<Person>('select p.id, p.enabled, p.details from membership m join person p on p.id = m.member where m.parent = $1 order by p.id', [group.id]);
  const groups = await session.sql.rows<{ id: string; name: string }>('select g.id, g.display_name as name from membership m join authority_group g on g.id = m.member where m.parent = $1 order by g.display_name', [group.id]);
  return [
    ...people.map((one) => ({ displayName: displayName(one.details), id: one.id, memberType: 'PERSON' })),
    ...groups.map((one) => ({ displayName: one.name, id: one.id, memberType: 'GROUP' })),
  ].filter((one) => kind === undefined || one.memberType === kind);
}

function chosen(groups: readonly Group[], where: ReadonlyMap<string, readonly string[]>): Group[] {
  const [root, zones, name] = [where.get('isRoot')?.[0], where.get('zones'), where.get('displayName')?.[0]];
  const pattern = name === undefined ? undefined : new RegExp(`^${name.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*+/g, '[^]*')}$`, 'i');
  return groups.filter((group) => (root === undefined || String(group.parents.length === 0 && group.id !== everyone.id) === root) && (zones === undefined || zones.some((zone) => group.zones.includes(zone))) && (pattern?.test(group.displayName) ?? true));
}

const listingFields = ['isRoot', 'zones', 'displayName'];

export function groupRoutes(route: Routes): void {
  route('GET', 'groups', async ({ session, page, query, include }) => {
    const where = onlyFields(parseWhere(query('where')), listingFields);
    const groups = chosen(await allGroups(session.sql), where);
    return paged(sorted(groups.map((group) => shownGroup(group, include)), query('orderBy')), page);
  });

  route('POST', 'groups', async (exchange) => {
    const body = await exchange.body(groupBody);
    return shownGroup(await exchange.write((session) => createGroup(session, body)), exchange.include);
  });

  route('GET', 'groups/:groupId', async ({ session, param, include }) =>
    shownGroup(param('groupId') === everyone.id ? everyone : await requireGroup(session, param('groupId')), include));

  route('PUT', 'groups/:groupId', async (exchange) => {
    const body = await exchange.body(groupBody);
    return shownGroup(await exchange.write((session) => renameGroup(session, exchange.param('groupId'), body)), exchange.include);
  });

  route('DELETE', 'groups/:groupId', (exchange) => exchange.write((session) => deleteGroup(session, exchange.param('groupId'), exchange.flag('cascade'))));

  route('GET', 'groups/:groupId/members', async ({ session, param, page, query }) => {
    const kind = onlyFields(parseWhere(query('where')), ['memberType']).get('memberType')?.[0];
    const found = await members(session, await requireGroup(session, param('groupId')), kind);
    return paged(sorted(found, query('orderBy')), page);
  });

  route('POST', 'groups/:groupId/members', async (exchange) => {
    const body = await exchange.body(memberBody);
    return exchange.write((session) => addMember(session, exchange.param('groupId'), body));
  });

  route('DELETE', 'groups/:groupId/members/:memberId', (exchange) => exchange.write((session) => removeMember(session, exchange.param('groupId'), exchange.param('memberId'))));

  route('GET', 'people/:personId/groups', async ({ session, param, page, query, include }) => {
    const where = onlyFields(parseWhere(query('where')), listingFields);
    const person = await requirePerson(session, param('personId'));
    if (!session.caller.admin && person.id !== session.caller.user) throw denied();
    const groups = chosen([everyone, ...(await groupsAbove(session.sql, person.id))], where);
    return paged(sorted(groups.map((group) => shownGroup(group, include)), query('orderBy')), page);
  });
}
