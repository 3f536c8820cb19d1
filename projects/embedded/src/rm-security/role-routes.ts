import type { Routes } from '../http/routes.js';
import { paged } from '../http/paging.js';
import { onlyFields, parseWhere } from '../http/where.js';
import { requireFilePlan } from './file-plan-access.js';
import { capabilities } from './capability-list.js';
import { allRoles, type Role } from './roles.js';
import type { Session } from '../repository.js';

async function assigned(session: Session, role: Role): Promise<{ users: string[]; groups: string[] }> {
  const rows = await session.sql.rows<{ member: string }>('select member from membership where parent = $1 order by member', [role.authority]);
  const members = rows.map((row) => row.member);
  // AGS names the groups among the people too.
  return { users: members, groups: members.filter((one) => one.startsWith('GROUP_')) };
}

async function shown(session: Session, role: Role, include: ReadonlySet<string>): Promise<object> {
  const members = include.has('assignedUsers') || include.has('assignedGroups') ? await assigned(session, role) : { users: [], groups: [] };
  return {
    displayLabel: role.displayLabel,
    capabilities: role.capabilities.flatMap((name) => capabilities.get(name) ?? []),
    name: role.name,
    groupShortName: role.authority.slice('GROUP_'.length),
    roleGroupName: role.authority,
    ...(include.has('assignedUsers') ? { assignedUsers: members.users } : {}),
    ...(include.has('assignedGroups') ? { assignedGroups: members.groups } : {}),
  };
}

/** Roles of the file plan by the REST API, of one person or of all. */
export function roleRoutes(route: Routes): void {
  route('GET', 'file-plans/:filePlanId/roles', async (exchange) => {
    const { session, include, page } = exchange;
    await requireFilePlan(session, exchange.param('filePlanId'));
    const where = onlyFields(parseWhere(exchange.query('where')), ['personId', 'capabilityNames']);
    const person = where.get('personId')?.[0];
    const authorities = person === undefined ? undefined : (await session.repository.authorities.caller(person)).authorities;
    const wanted = where.get('capabilityNames') ?? [];
    const roles = (await allRoles(session)).filter((role) => (authorities === undefined || authorities.has(role.authority)) && wanted.every((one) => role.capabilities.includes(one)));
    const entries = await Promise.all(roles.map((role) => shown(session, role, include)));
    return paged(entries, page);
  });
}
