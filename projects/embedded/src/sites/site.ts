import { notFound } from '../http/errors.js';
import { columns, type NodeRow } from '../nodes/node.js';
import { readable } from '../permissions/check.js';
import type { Session } from '../repository.js';

/** From the highest: whoever holds two is told the first. */
export const siteRoles = ['SiteManager', 'SiteCollaborator', 'SiteContributor', 'SiteConsumer'] as const;

/** The role of somebody with these authorities in a site; undefined for whoever is no member. */
export function roleIn(site: string, authorities: ReadonlySet<string>): string | undefined {
  return siteRoles.find((role) => authorities.has(`GROUP_site_${site}_${role}`));
}

/** Sites that the caller may know of: those they may read. Folders that are not sites lie nowhere else under `Sites`. */
export function listSites(session: Session): Promise<NodeRow[]> {
  const values: unknown[] = [session.dictionary.family('st:site')];
  return session.sql.rows<NodeRow>(`select ${columns('n')} from node n where n.type = any ($1) and not n.archived and ${readable(session.caller, 'n', values)} order by lower(n.properties ->> 'cm:title'), n.seq`, values);
}

/** @throws AcsError 404, for sites that may not be known too */
export async function requireSite(session: Session, id: string): Promise<NodeRow> {
  const site = (await listSites(session)).find((one) => one.name === id);
  if (site === undefined) throw notFound(id);
  return site;
}

/** A site as it is told to somebody with these authorities. */
export function shownSite(site: NodeRow, authorities: ReadonlySet<string>): Record<string, unknown> {
  const { 'cm:title': title, 'cm:description': description, 'st:siteVisibility': visibility, 'st:sitePreset': preset } = site.properties;
  const role = roleIn(site.name, authorities);
  return { ...(role === undefined ? {} : { role }), visibility, guid: site.id, ...(description === undefined ? {} : { description }), id: site.name, ...(preset === undefined ? {} : { preset }), title };
}
