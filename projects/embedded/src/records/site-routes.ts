import { AcsError } from '../http/errors.js';
import { openBody } from '../http/body.js';
import type { Exchange } from '../http/exchange.js';
import type { Routes } from '../http/routes.js';
import { updateNode } from '../nodes/update.js';
import { findNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import type { Session } from '../repository.js';
import { createSite, requireSite, RM_SITE, siteOnly } from './site.js';

const siteBody = openBody('org.alfresco.rm.rest.api.model.RMSite', ['id', 'title', 'description', 'visibility', 'compliance', 'guid', 'role', 'preset']);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

async function roleOf(session: Session): Promise<string | undefined> {
  const rows = await session.sql.rows<{ parent: string }>('select parent from membership where parent like $1 and member = any ($2)', [`GROUP\\_site\\_${RM_SITE}\\_%`, [...session.caller.authorities]]);
  return rows[0]?.parent.slice(`GROUP_site_${RM_SITE}_`.length);
}

async function shown(session: Session, site: NodeRow): Promise<object> {
  const role = await roleOf(session);
  const { 'cm:title': title, 'cm:description': description, 'st:siteVisibility': visibility } = site.properties;
  return { ...(role === undefined ? {} : { role }), visibility, compliance: 'STANDARD', guid: site.id, ...(description === undefined ? {} : { description }), id: RM_SITE, title };
}

function assertCompliance(given: unknown): void {
  if (given === undefined || given === 'STANDARD') return;
  if (given === 'DOD5015') throw new AcsError(501, 'Not offered by the embedded repository: a site by DoD 5015');
  throw new AcsError(400, `Could not read content from HTTP request body: Cannot deserialize value of type \`org.alfresco.rm.rest.api.model.RMSiteCompliance\` from String "${String(given)}": not one of the values accepted for Enum class: [DOD5015, STANDARD]`);
}

async function requireRm(exchange: Exchange, session: Session): Promise<NodeRow> {
  const refusal = siteOnly(exchange.request.method, exchange.param('siteId'));
  if (refusal !== undefined) throw refusal;
  return requireSite(session);
}

export function siteRoutes(route: Routes): void {
  route('POST', 'gs-sites', async (exchange) => {
    const body = await exchange.body(siteBody);
    assertCompliance(body['compliance']);
    const title = text(body['title']);
    if (title === undefined) throw new AcsError(400, 'title is a mandatory parameter');
    const description = text(body['description']);
    const site = await exchange.write((session) => createSite(session, { title, ...(description === undefined ? {} : { description }) }));
    return shown(exchange.session, site);
  });

  route('GET', 'gs-sites/:siteId', async (exchange) => shown(exchange.session, await requireRm(exchange, exchange.session)));

  route('PUT', 'gs-sites/:siteId', async (exchange) => {
    const body = await exchange.body(siteBody);
    const [title, description] = [text(body['title']), text(body['description'])];
    const properties = { ...(title === undefined ? {} : { 'cm:title': title }), ...(description === undefined ? {} : { 'cm:description': description }) };
    const site = await exchange.write(async (session) => {
      const found = await requireRm(exchange, session);
      await updateNode(session, found.id, { properties });
      return (await findNode(session, found.id)) ?? found;
    });
    return shown(exchange.session, site);
  });
}
