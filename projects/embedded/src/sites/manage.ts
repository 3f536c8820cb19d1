import { oneOf, openBody } from '../http/body.js';
import { AcsError, badRequest, denied, runningNumber } from '../http/errors.js';
import { createNode } from '../nodes/create.js';
import { findNode, requireNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { removeNode } from '../nodes/remove.js';
import { addEntry, removeEntry, setInheritance } from '../permissions/acl.js';
import { EVERYONE } from '../permissions/roles.js';
import type { Session } from '../repository.js';
import { dropSiteGroups, giveRole, makeSiteGroups, siteGroup } from './groups.js';
import { requireSite, roleIn, siteRoles } from './site.js';

const CLASS = 'org.alfresco.rest.api.model.Site';
const siteBody = openBody(CLASS, ['id', 'guid', 'title', 'description', 'visibility', 'preset', 'role']);
const visibilities = ['PUBLIC', 'PRIVATE', 'MODERATED'];

const LIBRARY = 'documentLibrary';

function read(text: string): Record<string, unknown> {
  const body = oneOf(text, siteBody);
  const { visibility } = body;
  if (visibility !== undefined && !visibilities.includes(String(visibility))) {
    throw badRequest(`Could not read content from HTTP request body: Cannot deserialize value of type \`org.alfresco.service.cmr.site.SiteVisibility\` from String "${String(visibility)}": not one of the values accepted for Enum class: [PUBLIC, PRIVATE, MODERATED]\n at [Source: REDACTED]`);
  }
  return body;
}

const idFrom = (title: string): string => title.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');

/** Works as the repository itself, in the name of the caller: nobody has rights where sites are kept. */
const asRepository = (session: Session): Session => ({ ...session, caller: { ...session.caller, admin: true } });

/** What everybody may do in a site of that visibility: of a moderated one they may know, but not see what it holds. */
async function openTo(session: Session, site: NodeRow, visibility: string): Promise<void> {
  const acl = await setInheritance(session.sql, site, false);
  const everybody = { authority: EVERYONE, role: 'SiteConsumer', allowed: true };
  await removeEntry(session.sql, acl, everybody);
  if (visibility !== 'PRIVATE') await addEntry(session.sql, acl, everybody);
  const [library] = await session.sql.rows<{ id: string; acl: number; parent: string | null }>(`select n.id, n.acl, n.parent from node n where n.parent = $1 and n.name = $2`, [site.id, LIBRARY]);
  if (library === undefined) return;
  const inner = await setInheritance(session.sql, library, visibility !== 'MODERATED');
  if (visibility !== 'MODERATED') return; // entries of its own stay when a site is opened again
  for (const role of siteRoles) {
    const entry = { authority: siteGroup(site.name, role), role, allowed: true };
    await removeEntry(session.sql, inner, entry);
    await addEntry(session.sql, inner, entry);
  }
}

/**
 * Makes a site with its groups and its document library; who makes it manages it.
 * @param marked whether it becomes one of the maker's favourites
 * @throws AcsError 400, 409
 */
export async function createSite(session: Session, text: string, marked: boolean): Promise<NodeRow> {
  const body = read(text);
  if (typeof body['title'] !== 'string' || body['title'] === '') throw badRequest('Site title is expected: null');
  const id = typeof body['id'] === 'string' && body['id'] !== '' ? body['id'] : idFrom(body['title']);
  if (!/^[A-Za-z0-9-]+$/.test(id)) throw badRequest('Invalid site id - should consist of alphanumeric/dash characters');
  await session.sql.rows('lock table well_known in exclusive mode');
  const taken = await session.sql.one(`select 1 from authority_group where lower(id) = lower($1)`, [siteGroup(id)]);
  if (taken !== undefined) throw new AcsError(409, `${runningNumber()} Unable to create site because the site short name ${id} is already in use.  Site short names must be unique.`);
  const visibility = String(body['visibility'] ?? 'PUBLIC');
  const repository = asRepository(session);
  const sites = await requireNode(repository, session.repository.wellKnown.get('sites') ?? '');
  const made = await createNode(repository, sites, {
    name: id, type: 'st:site', aspects: ['cm:tagscope', 'cm:titled'],
    properties: { 'cm:title': body['title'], 'st:siteVisibility': visibility, 'st:sitePreset': 'site-dashboard', ...(typeof body['description'] === 'string' ? { 'cm:description': body['description'] } : {}) },
  });
  const acl = await setInheritance(session.sql, made, false);
  await makeSiteGroups(session, id);
  await giveRole(session, id, session.caller.user, 'SiteManager');
  for (const role of siteRoles) await addEntry(session.sql, acl, { authority: siteGroup(id, role), role, allowed: true });
  await addEntry(session.sql, acl, { authority: EVERYONE, role: 'ReadPermissions', allowed: true });
  const site = (await findNode(session, made.id)) ?? made;
  await createNode(repository, site, { name: LIBRARY, type: 'cm:folder', aspects: ['cm:tagscope', 'st:siteContainer'], properties: { 'st:componentId': LIBRARY } });
  await openTo(session, site, visibility);
  if (marked) await session.sql.rows('insert into favorite (person, node) values ($1, $2)', [session.caller.user, made.id]);
  return (await findNode(session, made.id)) ?? made;
}

/** @throws AcsError 403 for who does not manage it, 404 for who may not know of it */
export async function requireManaged(session: Session, id: string): Promise<NodeRow> {
  const site = await requireSite(session, id);
  if (!session.caller.admin && roleIn(id, session.caller.authorities) !== 'SiteManager') throw denied();
  return site;
}

export async function updateSite(session: Session, id: string, text: string): Promise<NodeRow> {
  const body = read(text);
  const site = await requireManaged(session, id);
  const given: Record<string, unknown> = { 'cm:title': body['title'], 'cm:description': body['description'], 'st:siteVisibility': body['visibility'] };
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  await session.sql.rows('update node set properties = properties || $2, modifier = $3, modified = now() where id = $1', [site.id, JSON.stringify(set), session.caller.user]);
  if (typeof body['visibility'] === 'string') await openTo(session, site, body['visibility']);
  return (await findNode(session, site.id)) ?? site;
}

/** Sites go to the trashcan unless told otherwise; their groups go at once. */
export async function deleteSite(session: Session, id: string, permanent: boolean): Promise<void> {
  const site = await requireManaged(session, id);
  await removeNode(asRepository(session), site, id, permanent);
  await dropSiteGroups(session, id);
}
