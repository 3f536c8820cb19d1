import type { Readable } from 'node:stream';
import { oneOf, openBody, readAll } from '../http/body.js';
import { AcsError, badRequest, invalidArgument, notFound, relationNotFound } from '../http/errors.js';
import type { Exchange } from '../http/exchange.js';
import { paged } from '../http/paging.js';
import type { Routes } from '../http/routes.js';
import type { NodeRow } from '../nodes/node.js';
import { findPerson, shownPerson } from '../people/person.js';
import { requirePerson } from '../people/routes.js';
import type { Session } from '../repository.js';
import { givenRole, giveRole, siteGroup } from './groups.js';
import { requireManaged } from './manage.js';
import { requireSite, shownSite, siteRoles } from './site.js';

const memberBody = openBody('org.alfresco.rest.api.model.SiteMember', ['id', 'role', 'person', 'isMemberOfGroup']);
const groupBody = openBody('org.alfresco.rest.api.model.SiteGroup', ['id', 'role', 'group']);
const requestBody = openBody('org.alfresco.rest.api.model.SiteMembershipRequest', ['id', 'message', 'title', 'createdAt', 'modifiedAt', 'site', 'person']);

const textOf = async ({ request }: Exchange): Promise<string> => (await readAll(request.body as Readable | undefined)).toString('utf8');

function roleOf(body: Readonly<Record<string, unknown>>): string {
  const role = String(body['role'] ?? '');
  if (!(siteRoles as readonly string[]).includes(role)) throw badRequest(`Unknown role '${role}'`);
  return role;
}

async function shownMember(session: Session, id: string, role: string): Promise<object> {
  const person = await findPerson(session.sql, id);
  return { role, person: person === undefined ? undefined : await shownPerson(session, person, true), id, isMemberOfGroup: false };
}

async function shownGroup(session: Session, id: string, role: string): Promise<object> {
  const group = await session.sql.one<{ name: string }>('select display_name as name from authority_group where id = $1', [id]);
  if (group === undefined) throw notFound(id);
  return { role, id, group: { isRoot: false, displayName: group.name, id } };
}

/** People of a site, by id: the role of each. */
function peopleRoutes(route: Routes): void {
  route('GET', 'sites/:siteId/members/:personId', async ({ session, param }) => {
    const site = await requireSite(session, param('siteId'));
    const { id } = await requirePerson(session, param('personId'));
    const role = await givenRole(session, site.name, id);
    if (role === undefined) throw relationNotFound(id, site.name);
    return shownMember(session, id, role);
  });

  route('POST', 'sites/:siteId/members', async (exchange) => {
    const body = oneOf(await textOf(exchange), memberBody);
    return exchange.write(async (session) => {
      const site = await requireManaged(session, exchange.param('siteId'));
      const { id } = await requirePerson(session, String(body['id'] ?? ''));
      const role = roleOf(body);
      if ((await givenRole(session, site.name, id)) !== undefined) throw new AcsError(409, `${id} is already a member of site ${site.name}`);
      await giveRole(session, site.name, id, role);
      return shownMember(session, id, role);
    });
  });

  route('PUT', 'sites/:siteId/members/:personId', async (exchange) => {
    const body = oneOf(await textOf(exchange), memberBody);
    return exchange.write(async (session) => {
      const site = await requireManaged(session, exchange.param('siteId'));
      const { id } = await requirePerson(session, exchange.param('personId'));
      const role = roleOf(body);
      if ((await givenRole(session, site.name, id)) === undefined) throw invalidArgument('{0}');
      await giveRole(session, site.name, id, role);
      return shownMember(session, id, role);
    });
  });

  route('DELETE', 'sites/:siteId/members/:personId', (exchange) => exchange.write(async (session) => {
    const own = ['-me-', session.caller.user].includes(exchange.param('personId'));
    const site = await (own ? requireSite : requireManaged)(session, exchange.param('siteId'));
    const { id } = await requirePerson(session, exchange.param('personId'));
    if ((await givenRole(session, site.name, id)) === undefined) throw invalidArgument('{0}');
    await giveRole(session, site.name, id, undefined);
  }));
}

async function groupsOf(session: Session, site: NodeRow): Promise<readonly object[]> {
  const rows = await session.sql.rows<{ member: string; parent: string }>(`select member, parent from membership where parent = any ($1) and member like 'GROUP\\_%' order by member`, [siteRoles.map((role) => siteGroup(site.name, role))]);
  return Promise.all(rows.map(({ member, parent }) => shownGroup(session, member, parent.slice(parent.lastIndexOf('_') + 1))));
}

/** Asking to be let in: to a public site one is let in at once. */
function requestRoutes(route: Routes): void {
  route('POST', 'people/:personId/site-membership-requests', async (exchange) => {
    const body = oneOf(await textOf(exchange), requestBody);
    return exchange.write(async (session) => {
      const { id } = await requirePerson(session, exchange.param('personId'));
      const site = await requireSite(session, String(body['id'] ?? ''));
      if (site.properties['st:siteVisibility'] !== 'PUBLIC') throw new AcsError(501, 'Not offered by the embedded repository: requests to join a moderated site');
      if ((await givenRole(session, site.name, id)) !== undefined) throw badRequest(`${id} is already a member of site ${site.name}`);
      await giveRole(session, site.name, id, 'SiteConsumer');
      return { createdAt: new Date().toISOString().replace('Z', '+0000'), site: shownSite(site, new Set([siteGroup(site.name, 'SiteConsumer')])), id: site.name };
    });
  });
}

export function siteMemberRoutes(route: Routes): void {
  peopleRoutes(route);
  requestRoutes(route);
  route('GET', 'sites/:siteId/group-members', async ({ session, param, page }) => paged(await groupsOf(session, await requireSite(session, param('siteId'))), page));
  route('POST', 'sites/:siteId/group-members', async (exchange) => {
    const body = oneOf(await textOf(exchange), groupBody);
    return exchange.write(async (session) => {
      const site = await requireManaged(session, exchange.param('siteId'));
      const [id, role] = [String(body['id'] ?? ''), roleOf(body)];
      const shown = await shownGroup(session, id, role);
      if ((await givenRole(session, site.name, id)) !== undefined) throw new AcsError(409, `${id} is already a member of site ${site.name}`);
      await giveRole(session, site.name, id, role);
      return shown;
    });
  });
}
