import { hashPassword, passwordMatches } from '../auth/passwords.js';
import { AcsError, badRequest, denied, notFound } from '../http/errors.js';
import type { Session } from '../repository.js';
import { findPerson, plainFields, type Person } from './person.js';

/** The new password's hash, once the right to set it is shown: administrators need no old one, others do. */
async function changedPassword(session: Session, person: Person, body: Record<string, unknown>): Promise<string | undefined> {
  const { password, oldPassword } = body;
  if (password === undefined) return undefined;
  if (typeof password !== 'string' || password === '') throw badRequest("'password' field cannot be empty.");
  if (!session.caller.admin || oldPassword !== undefined) {
    if (typeof oldPassword !== 'string' || oldPassword === '') throw badRequest("To change password, both 'oldPassword' and 'password' fields are required.");
    const stored = await session.sql.one<{ password: string }>('select password from person where id = $1', [person.id]);
    if (!(await passwordMatches(oldPassword, stored?.password ?? ''))) throw new AcsError(403, 'Incorrect password.');
  }
  return hashPassword(password);
}

/** Changes a person; people change themselves, administrators everybody, and who is enabled. @throws AcsError 400, 403, 404 */
export async function updatePerson(session: Session, id: string, body: Record<string, unknown>): Promise<Person> {
  const person = await findPerson(session.sql, id);
  if (person === undefined) throw notFound(id);
  const own = person.id === session.caller.user;
  if (!session.caller.admin && (!own || body['enabled'] !== undefined)) throw denied();
  for (const field of ['firstName', 'email']) if (body[field] === '' || body[field] === null) throw badRequest(`Field '${field}' is null, but is required.`);
  const password = await changedPassword(session, person, body);
  const changes = Object.fromEntries(plainFields.filter((field) => body[field] !== undefined).map((field) => [field, body[field]]));
  const details = { ...person.details, ...changes };
  const enabled = typeof body['enabled'] === 'boolean' ? body['enabled'] : person.enabled;
  await session.sql.rows('update person set details = $2, enabled = $3, password = coalesce($4, password) where id = $1', [person.id, JSON.stringify(details), enabled, password ?? null]);
  if (!enabled) await session.sql.rows('delete from ticket where person = $1', [person.id]);
  session.after(() => session.repository.authorities.forget());
  return { id: person.id, enabled, details };
}
