import type { Readable } from 'node:stream';
import { readAll } from '../http/body.js';
import { AcsError, badRequest, relationNotFound } from '../http/errors.js';
import type { Exchange } from '../http/exchange.js';
import { listed, paged } from '../http/paging.js';
import { sendJson, type Routes } from '../http/routes.js';
import { onlyFields, parseWhere } from '../http/where.js';
import { columns, type NodeRow } from '../nodes/node.js';
import { findPerson, shownPerson } from '../people/person.js';
import { requirePerson } from '../people/routes.js';
import type { Session } from '../repository.js';
import { createSite, deleteSite, updateSite } from './manage.js';
import { siteMemberRoutes } from './member-routes.js';
import { listSites, requireSite, roleIn, shownSite } from './site.js';

const sortable: Readonly<Record<string, (site: NodeRow) => string>> = {
  id: (site) => site.name,
  title: (site) => String(site.properties['cm:title'] ?? ''),
  description: (site) => String(site.properties['cm:description'] ?? ''),
};

/** `title`, `title DESC`… @throws AcsError 400 */
function sorted(sites: readonly NodeRow[], orderBy: string | undefined): readonly NodeRow[] {
  if (orderBy === undefined) return sites;
  const [field = '', direction = 'ASC'] = orderBy.trim().split(/\s+/);
  const of = sortable[field];
  if (of === undefined) throw badRequest(`Invalid sort field: ${field}`);
  const ascending = [...sites].sort((one, other) => of(one).localeCompare(of(other), 'en', { sensitivity: 'base' }));
  return /^desc$/i.test(direction) ? ascending.reverse() : ascending;
}

const containersOf = async (session: Session, site: NodeRow) =>
  (await session.sql.rows<NodeRow>(`select ${columns('n')} from node n where n.parent = $1 and n.aspects @> array['st:siteContainer'] order by n.name`, [site.id])).map((row) => ({ id: row.id, folderId: row.name }));

/** People of a site with their roles. */
async function membersOf(session: Session, site: NodeRow): Promise<readonly object[]> {
  const people = await session.sql.rows<{ id: string }>(`select distinct p.id from person p join membership m on m.member = p.id where m.parent like $1 order by p.id`, [`GROUP\\_site\\_${site.name}\\_%`]);
  return Promise.all(people.map(async ({ id }) => {
    const person = await findPerson(session.sql, id);
    const { authorities } = await session.repository.authorities.caller(id);
    return { role: roleIn(site.name, authorities), person: person === undefined ? undefined : await shownPerson(session, person, true), id, isMemberOfGroup: false };
  }));
}

function manageRoutes(route: Routes): void {
  const textOf = async ({ request }: Exchange): Promise<string> => (await readAll(request.body as Readable | undefined)).toString('utf8');
  route('POST', 'sites', async (exchange) => {
    const text = await textOf(exchange);
    return exchange.write(async (session) => {
      const site = await createSite(session, text, !exchange.flag('skipAddToFavorites'));
      return shownSite(site, new Set([`GROUP_site_${site.name}_SiteManager`]));
    });
  });
  route('PUT', 'sites/:siteId', async (exchange) => {
    const text = await textOf(exchange);
    return exchange.write(async (session) => shownSite(await updateSite(session, exchange.param('siteId'), text), session.caller.authorities));
  });
  route('DELETE', 'sites/:siteId', (exchange) => exchange.write((session) => deleteSite(session, exchange.param('siteId'), exchange.flag('permanent'))));
}

/** Sites with their people; the records site is made by what needs it, elsewhere. */
export function siteRoutes(route: Routes): void {
  manageRoutes(route);
  siteMemberRoutes(route);
  route('GET', 'sites', async ({ session, query, page }) => {
    const visibility = onlyFields(parseWhere(query('where')), ['visibility', 'preset']).get('visibility');
    const sites = sorted(await listSites(session), query('orderBy')).filter((site) => visibility === undefined || visibility.includes(String(site.properties['st:siteVisibility'])));
    return paged(sites.map((site) => shownSite(site, session.caller.authorities)), page);
  });
  route('GET', 'sites/:siteId', async ({ session, param, query, reply }) => {
    const site = await requireSite(session, param('siteId'));
    const entry = shownSite(site, session.caller.authorities);
    const wanted = (query('relations') ?? '').split(',').filter((one) => ['containers', 'members'].includes(one));
    if (wanted.length === 0) return entry;
    const related = async (one: string) => [one, paged(one === 'containers' ? await containersOf(session, site) : await membersOf(session, site), { skip: 0, max: 100 })] as const;
    return sendJson(reply, 200, { entry, relations: Object.fromEntries(await Promise.all(wanted.map(related))) });
  });
  route('GET', 'sites/:siteId/containers', async ({ session, param, page }) => paged(await containersOf(session, await requireSite(session, param('siteId'))), page));
  route('GET', 'sites/:siteId/containers/:containerId', async ({ session, param }) => {
    const site = await requireSite(session, param('siteId'));
    const found = (await containersOf(session, site)).find(({ id, folderId }) => [id, folderId].includes(param('containerId')));
    if (found === undefined) throw relationNotFound(site.name, param('containerId'));
    return found;
  });
  route('GET', 'sites/:siteId/members', async ({ session, param, page }) => paged(await membersOf(session, await requireSite(session, param('siteId'))), page));
  membershipRoutes(route);
  // Without an index no link is ever found, and whether there are more is not known.
  route('GET', 'shared-links', async ({ page }) => listed([], page, 0, true));
}

function membershipRoutes(route: Routes): void {
  const of = async (session: Session, given: string) => {
    const { id } = await requirePerson(session, given);
    const { authorities } = await session.repository.authorities.caller(id);
    return { id, authorities, sites: (await listSites(session)).filter((site) => roleIn(site.name, authorities) !== undefined) };
  };
  const membership = (site: NodeRow, authorities: ReadonlySet<string>) => ({ site: shownSite(site, authorities), role: roleIn(site.name, authorities), guid: site.id, id: site.name });

  route('GET', 'people/:personId/sites', async ({ session, param, query, page }) => {
    if (query('relations') !== undefined) throw new AcsError(404, query('relations'));
    const { sites, authorities } = await of(session, param('personId'));
    return paged(sites.map((site) => membership(site, authorities)), page);
  });
  route('GET', 'people/:personId/sites/:siteId', async ({ session, param }) => {
    const { id, sites, authorities } = await of(session, param('personId'));
    const found = sites.find((site) => site.name === param('siteId'));
    if (found === undefined) throw relationNotFound(id, param('siteId'));
    return membership(found, authorities);
  });
}
