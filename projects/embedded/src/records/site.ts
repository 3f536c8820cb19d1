import { AcsError, denied, notFound, plain, runningNumber } from '../http/errors.js';
import { createNode } from '../nodes/create.js';
import { findNode, requireNode } from '../nodes/lookup.js';
import type { NodeRow } from '../nodes/node.js';
import { addEntry, setInheritance } from '../permissions/acl.js';
import { EVERYONE } from '../permissions/roles.js';
import type { Session } from '../repository.js';
import { giveRole, makeSiteGroups } from '../sites/groups.js';
import { siteRoles } from '../sites/site.js';
import { createDefaultRoles, everyRole } from '../rm-security/roles.js';
import { changeNode } from './change.js';
import { onlyOf } from './file-plan.js';
import { componentIdentifier } from './identifiers.js';

export const RM_SITE = 'rm';

export const findSite = (session: Session): Promise<NodeRow | undefined> => onlyOf(session, 'rma:rmsite');

/** @throws AcsError 404 while there is none */
export async function requireSite(session: Session): Promise<NodeRow> {
  const site = await findSite(session);
  if (site === undefined) throw notFound(RM_SITE);
  return site;
}

const again = async (session: Session, node: NodeRow): Promise<NodeRow> => (await findNode(session, node.id)) ?? node;

/** A node of the file plan's own furniture, with its identifier and root. */
async function furnish(session: Session, parent: NodeRow, name: string, type: string, aspects: readonly string[], filePlan?: string): Promise<NodeRow> {
  const made = await createNode(session, parent, { name, type, aspects });
  return changeNode(session, made.id, { set: { 'rma:identifier': componentIdentifier(made), 'rma:rootNodeRef': filePlan ?? made.id, ...(filePlan === undefined ? { 'st:componentId': name } : {}) }, silent: true });
}

async function makeFilePlan(session: Session, site: NodeRow): Promise<void> {
  const filePlan = await furnish(session, site, 'documentLibrary', 'rma:filePlan', ['cm:tagscope', 'rule:ignoreInheritedRules', 'st:siteContainer', 'cm:titled']);
  await setInheritance(session.sql, filePlan, false);
  await createDefaultRoles(session, await again(session, filePlan));
  for (const [name, type, readable] of [['Holds', 'rma:holdContainer', false], ['Transfers', 'rma:transferContainer', false], ['Unfiled Records', 'rma:unfiledRecordContainer', true]] as const) {
    const container = await furnish(session, await again(session, filePlan), name, type, ['rule:ignoreInheritedRules'], filePlan.id);
    const acl = await setInheritance(session.sql, container, false);
    if (readable) await addEntry(session.sql, acl, { authority: everyRole(filePlan.id), role: 'ReadRecords', allowed: true });
    await addEntry(session.sql, acl, { authority: `GROUP_Administrator${filePlan.id}`, role: 'Filing', allowed: true });
  }
}

/**
 * Makes the records site with its file plan, containers, groups and roles.
 * @throws AcsError 409 when there is one
 */
export async function createSite(session: Session, given: { title: string; description?: string }): Promise<NodeRow> {
  await session.sql.rows('lock table well_known in exclusive mode');
  if ((await findSite(session)) !== undefined) {
    const words = `${runningNumber()} Unable to create site because the site short name ${RM_SITE} is already in use.  Site short names must be unique.`;
    throw new AcsError(409, words);
  }
  if (!session.caller.admin) throw denied();
  const sites = await requireNode(session, session.repository.wellKnown.get('sites') ?? '');
  const made = await createNode(session, sites, {
    name: RM_SITE, type: 'rma:rmsite', aspects: ['cm:tagscope', 'cm:titled'],
    properties: { 'cm:title': given.title, 'st:siteVisibility': 'PUBLIC', 'st:sitePreset': 'rm-site-dashboard', ...(given.description === undefined ? {} : { 'cm:description': given.description }) },
  });
  const acl = await setInheritance(session.sql, made, false);
  await makeSiteGroups(session, RM_SITE);
  await giveRole(session, RM_SITE, session.caller.user, 'SiteManager');
  for (const role of siteRoles) await addEntry(session.sql, acl, { authority: `GROUP_site_${RM_SITE}_${role}`, role, allowed: true });
  for (const role of ['SiteConsumer', 'ReadPermissions']) await addEntry(session.sql, acl, { authority: EVERYONE, role, allowed: true });
  await makeFilePlan(session, await again(session, made));
  return again(session, made);
}

export const siteOnly = (method: string, id: string): AcsError | undefined => (id === RM_SITE ? undefined : plain(400, `${method} is supported only for siteId = ${RM_SITE}.`, false));
