import { ADMINISTRATORS } from '../auth/authorities.js';
import { hashPassword } from '../auth/passwords.js';
import type { Database, Sql } from '../database/database.js';
import { newList } from '../permissions/acl.js';
import { EVERYONE } from '../permissions/roles.js';
import type { WellKnown } from '../repository.js';
import { nameKey, sortKey } from './node.js';

interface Folder {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly alias?: WellKnown;
  readonly type?: string;
  readonly rules?: boolean;
  /** What everybody may do, where the folder doesn't inherit it. */
  readonly everyone?: string;
  readonly below?: readonly Folder[];
}

const dictionaryFolder = (name: string, title = name, alias?: WellKnown): Folder => ({ name, title, description: title, ...(alias === undefined ? {} : { alias }) });

/** The folders of a fresh repository. */
const companyHome: Folder = {
  name: 'Company Home', title: 'Company Home', description: 'The company root space', alias: 'root', everyone: 'Consumer',
  below: [
    { name: 'Data Dictionary', title: 'Data Dictionary', description: 'User managed definitions', alias: 'dictionary', everyone: 'Consumer', below: [{ ...dictionaryFolder('Models', 'Customized Models', 'models'), rules: true }, dictionaryFolder('Scripts'), dictionaryFolder('Node Templates')] },
    { name: 'Guest Home', title: 'Guest Home', description: 'The guest root space', everyone: 'Consumer' },
    dictionaryFolder('Imap Attachments'),
    dictionaryFolder('IMAP Home'),
    { name: 'Shared', title: 'Shared Folder', description: 'Folder to store shared stuff', alias: 'shared', everyone: 'Contributor' },
    { name: 'Sites', title: 'Sites', description: 'Site Collaboration Spaces', alias: 'sites', type: 'st:sites' },
    { name: 'User Homes', title: 'User Homes', description: 'User Homes', alias: 'userHomes' },
  ],
};

async function makeFolder(sql: Sql, folder: Folder, parent: { id: string; acl: number } | undefined): Promise<void> {
  let acl = parent?.acl;
  if (folder.everyone !== undefined || acl === undefined) {
    acl = await newList(sql, parent?.acl, false);
    await sql.rows('insert into acl_entry (acl, authority, role, allowed, local) values ($1, $2, $3, true, true)', [acl, EVERYONE, folder.everyone ?? 'Consumer']);
  }
  const properties = { 'cm:title': folder.title, 'cm:description': folder.description, 'app:icon': 'space-icon-default' };
  const made = await sql.one<{ id: string }>(
    `insert into node (type, name, parent, acl, aspects, properties, owner, creator, created, modifier, modified) values ($1, $2, $3, $4, $5, $6, 'System', 'System', now(), 'System', now()) returning id`,
    [folder.type ?? 'cm:folder', folder.name, parent?.id ?? null, acl, [...(folder.rules === true ? ['rule:rules'] : []), 'cm:titled', 'cm:auditable', 'app:uifacets'], JSON.stringify(properties)],
  );
  if (made === undefined) throw new Error('no folder was made');
  if (parent !== undefined) await sql.rows(`insert into child (parent, child, assoc_type, name_key, sort_key, is_primary) values ($1, $2, 'cm:contains', $3, $4, true)`, [parent.id, made.id, nameKey(folder.name), sortKey(folder.name)]);
  if (folder.alias !== undefined) await sql.rows('insert into well_known (alias, node) values ($1, $2)', [folder.alias, made.id]);
  for (const one of folder.below ?? []) await makeFolder(sql, one, { id: made.id, acl });
}

const groups = ['ALFRESCO_ADMINISTRATORS', 'ALFRESCO_MODEL_ADMINISTRATORS', 'ALFRESCO_SEARCH_ADMINISTRATORS', 'ALFRESCO_SYSTEM_ADMINISTRATORS', 'EMAIL_CONTRIBUTORS', 'SITE_ADMINISTRATORS'];

/** Fills an empty database with the folders, groups and the administrator that every ACS has; otherwise only reads where they are. */
export async function bootstrap(database: Database, adminPassword: string): Promise<ReadonlyMap<WellKnown, string>> {
  await database.transaction(async (sql) => {
    await sql.rows('lock table well_known in exclusive mode');
    if ((await sql.one('select 1 from well_known limit 1')) !== undefined) return;
    await makeFolder(sql, companyHome, undefined);
    for (const name of groups) await sql.rows('insert into authority_group (id, display_name, zones) values ($1, $2, $3)', [`GROUP_${name}`, name, ['APP.DEFAULT', 'AUTH.ALF']]);
    const details = { firstName: 'Administrator', email: 'admin@alfresco.com' };
    await sql.rows(`insert into person (id, key, details, password, enabled) values ('admin', 'admin', $1, $2, true)`, [JSON.stringify(details), await hashPassword(adminPassword)]);
    await sql.rows('insert into membership (parent, member) values ($1, $2)', [ADMINISTRATORS, 'admin']);
  });
  const rows = await database.rows<{ alias: WellKnown; node: string }>('select alias, node from well_known');
  return new Map(rows.map((row) => [row.alias, row.node]));
}
