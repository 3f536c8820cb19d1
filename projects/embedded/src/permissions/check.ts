import type { Caller } from '../auth/authorities.js';
import type { Sql } from '../database/database.js';
import { denied } from '../http/errors.js';
import { entriesOf } from './acl.js';
import { grants, ofFilePlan, OWNER, rolesGiving, type Operation } from './roles.js';

interface Guarded {
  readonly acl: number;
  readonly owner: string;
}

/** Administrators and owners may do everything; others what the access list gives. */
export async function may(sql: Sql, caller: Caller, node: Guarded, operation: Operation): Promise<boolean> {
  if (caller.admin || node.owner === caller.user) return true;
  return grants(await entriesOf(sql, node.acl), caller, operation);
}

/** @throws AcsError 403 */
export async function demand(sql: Sql, caller: Caller, node: Guarded, operation: Operation): Promise<void> {
  if (!(await may(sql, caller, node, operation))) throw denied();
}

/**
 * The same rule as a condition on rows of `node` named `alias`.
 * @param values the query's values so far; what the condition needs is appended
 */
export function readable(caller: Caller, alias: string, values: unknown[]): string {
  if (caller.admin) return 'true';
  const at = (value: unknown): string => `$${values.push(value)}`;
  const user = at(caller.user);
  const authorities = at([...caller.authorities].filter((one) => one !== OWNER));
  const reading = at(rolesGiving('read').filter((role) => caller.seesRecords || !ofFilePlan.has(role)));
  const entry = (allowed: boolean) => `exists (select 1 from acl_entry e where e.acl = ${alias}.acl and e.authority = any (${authorities}) and e.role = any (${reading}) and ${allowed ? '' : 'not '}e.allowed)`;
  return `(${alias}.owner = ${user} or (${entry(true)} and not ${entry(false)}))`;
}
