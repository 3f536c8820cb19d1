import { runningNumber } from '../http/errors.js';
import { jsonOf, WebscriptError, wrapped, type Webscripts } from '../http/webscript.js';
import { findFilePlan } from '../records/file-plan.js';
import type { Session } from '../repository.js';
import { accessDenied, rmCapabilities } from './capabilities.js';
import { capabilities } from './capability-list.js';
import { addToRole, allRoles, changeRole, createRole, findRole, removeFromRole, removeRole, type Role } from './roles.js';

const shown = (role: Role) => ({ name: role.name, displayLabel: role.displayLabel, capabilities: Object.fromEntries(role.capabilities.map((name) => [name, capabilities.get(name)?.title ?? name])) });

async function manage(session: Session, capability: 'CreateModifyDestroyRoles' | 'ManageAccessControls'): Promise<void> {
  if (!(await rmCapabilities(session)).has(capability)) throw accessDenied();
}

async function required(session: Session, name: string): Promise<Role> {
  const role = await findRole(session, name);
  if (role === undefined) throw new WebscriptError(404, `${runningNumber()} The role ${name} does not exist on the records management root.`);
  return role;
}

/** @throws WebscriptError 400 for what is missing, 500 for a capability that nobody knows */
function given(body: Record<string, unknown>): Pick<Role, 'name' | 'displayLabel' | 'capabilities'> {
  const { name, displayLabel, capabilities: wanted } = body;
  if (typeof name !== 'string' || name === '') throw new WebscriptError(400, `${runningNumber()} Mandatory 'name' parameter missing.`);
  const names = Array.isArray(wanted) ? wanted.map(String) : [];
  const strange = names.find((one) => !capabilities.has(one));
  if (strange !== undefined) throw wrapped(`The capability ${strange} does not exist.`);
  return { name, displayLabel: typeof displayLabel === 'string' && displayLabel !== '' ? displayLabel : name, capabilities: names };
}

export function roleWebscripts(script: Webscripts): void {
  script('GET', 'rma/admin/rmroles', async ({ session }) => ({ data: Object.fromEntries((await allRoles(session)).map((role) => [role.name, shown(role)])) }));
  script('GET', 'rma/admin/rmroles/:name', async ({ session, param }) => ({ data: shown(await required(session, param('name'))) }));

  script('POST', 'rma/admin/rmroles', async (exchange) => {
    const wanted = given(await jsonOf(exchange));
    const role = await exchange.write(async (session) => {
      await manage(session, 'CreateModifyDestroyRoles');
      const filePlan = await findFilePlan(session);
      if (filePlan === undefined) throw new WebscriptError(404, `${runningNumber()} File plan does not exist.`);
      if ((await findRole(session, wanted.name)) !== undefined) throw wrapped(`The role '${wanted.name}' already exists on the records management root.`);
      return createRole(session, filePlan, wanted);
    });
    return { data: shown(role) };
  });

  script('PUT', 'rma/admin/rmroles/:name', async (exchange) => {
    const wanted = given(await jsonOf(exchange));
    const role = await exchange.write(async (session) => {
      await manage(session, 'CreateModifyDestroyRoles');
      return changeRole(session, await required(session, exchange.param('name')), wanted);
    });
    return { data: shown(role) };
  });

  script('DELETE', 'rma/admin/rmroles/:name', async (exchange) => {
    await exchange.write(async (session) => {
      await manage(session, 'CreateModifyDestroyRoles');
      await removeRole(session, await required(session, exchange.param('name')));
    });
    return {};
  });

  for (const [method, change] of [['POST', addToRole], ['DELETE', removeFromRole]] as const) {
    script(method, 'rm/roles/:name/authorities/:authority', async (exchange) => {
      await exchange.write(async (session) => {
        await manage(session, 'ManageAccessControls');
        await change(session, await required(session, exchange.param('name')), exchange.param('authority'));
      });
      return {};
    });
  }
}
