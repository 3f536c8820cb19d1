import { hashPassword } from '../auth/passwords.js';
import { AcsError, badRequest, denied, plain } from '../http/errors.js';
import { createNode } from '../nodes/create.js';
import { findNode } from '../nodes/lookup.js';
import { newList } from '../permissions/acl.js';
import { OWNER } from '../permissions/roles.js';
import type { Session } from '../repository.js';
import { findPerson, plainFields, type Person } from './person.js';

const required = ['id', 'firstName', 'email', 'password'] as const;
const FORBIDDEN = /[/\\:*?"<>|\n\r\t]/;

/** Makes a person and their home, which is theirs alone. @throws AcsError 400, 403, 409 */
export async function createPerson(session: Session, body: Record<string, unknown>): Promise<Person> {
  if (!session.caller.admin) throw denied();
  for (const field of required) if (typeof body[field] !== 'string' || body[field] === '') throw badRequest(`Field '${field}' is null, but is required.`);
  const [id, password] = [String(body['id']), String(body['password'])];
  const odd = FORBIDDEN.exec(id)?.[0];
  if (odd !== undefined) throw plain(400, `Person name contains characters that are not permitted: ${odd}`, false);
  for (const name of Object.keys((body['properties'] as object | undefined) ?? {})) if (name.startsWith('cm:')) throw plain(400, `NameSpace cannot be used by API: ${name}`, false);
  if ((await findPerson(session.sql, id)) !== undefined) throw new AcsError(409, `Person '${id}' already exists.`);
  const details: Record<string, unknown> = Object.fromEntries(plainFields.filter((field) => body[field] !== undefined).map((field) => [field, body[field]]));
  details['home'] = await makeHome(session, id);
  const enabled = body['enabled'] !== false;
  await session.sql.rows('insert into person (id, key, details, password, enabled) values ($1, $2, $3, $4, $5)', [id, id.toLowerCase(), JSON.stringify(details), await hashPassword(password), enabled]);
  session.after(() => session.repository.authorities.forget());
  return { id, enabled, details };
}

async function makeHome(session: Session, person: string): Promise<string> {
  const homes = await findNode(session, session.repository.wellKnown.get('userHomes') ?? '');
  if (homes === undefined) throw new Error('no user homes');
  const home = await createNode(session, homes, { name: person, type: 'cm:folder', properties: { 'cm:owner': person }, autoRename: true });
  const acl = await newList(session.sql, homes.acl, false);
  await session.sql.rows(`insert into acl_entry (acl, authority, role, allowed, local) values ($1, $2, 'All', true, true), ($1, $3, 'All', true, true)`, [acl, OWNER, person]);
  await session.sql.rows('update node set acl = $2 where id = $1', [home.id, acl]);
  return home.id;
}
