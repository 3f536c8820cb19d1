import type { Session } from '../repository.js';
import { siteRoles } from './site.js';

/** Every site has a group of its own with one group for each role; people and other groups are members of those. */
export const siteGroup = (site: string, role?: string): string => `GROUP_site_${site}${role === undefined ? '' : `_${role}`}`;

const changed = (session: Session): void => session.after(() => session.repository.authorities.forget());

export async function makeSiteGroups(session: Session, site: string): Promise<void> {
  const group = (id: string) => session.sql.rows('insert into authority_group (id, display_name, zones) values ($1, $2, $3)', [id, id.slice('GROUP_'.length), ['APP.SHARE', 'AUTH.ALF']]);
  await group(siteGroup(site));
  for (const role of siteRoles) {
    await group(siteGroup(site, role));
    await session.sql.rows('insert into membership (parent, member) values ($1, $2)', [siteGroup(site), siteGroup(site, role)]);
  }
  changed(session);
}

export async function dropSiteGroups(session: Session, site: string): Promise<void> {
  const ids = [siteGroup(site), ...siteRoles.map((role) => siteGroup(site, role))];
  await session.sql.rows('delete from membership where parent = any ($1) or member = any ($1)', [ids]);
  await session.sql.rows('delete from authority_group where id = any ($1)', [ids]);
  changed(session);
}

/** The role that a person or group was given itself, not through a group. */
export async function givenRole(session: Session, site: string, member: string): Promise<string | undefined> {
  const found = await session.sql.rows<{ parent: string }>('select parent from membership where member = $1 and parent = any ($2)', [member, siteRoles.map((role) => siteGroup(site, role))]);
  return siteRoles.find((role) => found.some(({ parent }) => parent === siteGroup(site, role)));
}

/** Gives a member one role and takes the others; undefined takes all. */
export async function giveRole(session: Session, site: string, member: string, role: string | undefined): Promise<void> {
  await session.sql.rows('delete from membership where member = $1 and parent = any ($2)', [member, siteRoles.map((one) => siteGroup(site, one))]);
  if (role !== undefined) await session.sql.rows('insert into membership (parent, member) values ($1, $2)', [siteGroup(site, role), member]);
  changed(session);
}
