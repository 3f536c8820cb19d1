import { workAlone, type JournalReport } from '@bannette/store';
import pg from 'pg';
import { exportNames, writeExports } from './exports.js';
import { exportsFolder } from './place.js';
import { databaseName, type UninstallPlan, type UninstallStep, type UninstallSubject } from './plan.js';

export interface UninstallHooks {
  onStep?(step: UninstallStep): void;
  onReport?(report: JournalReport): void;
}

/**
 * Does what the plan says, what is exported first and the database last; nobody may work meanwhile. After a failure, a
 * new plan holds what is left.
 *
 * @throws StoreError `inUse` while Bannette runs
 */
export async function applyUninstall(subject: UninstallSubject, plan: UninstallPlan, hooks: UninstallHooks = {}): Promise<void> {
  const [last] = plan.steps.filter(({ action }) => action === 'dropDatabase');
  await workAlone(subject.databaseUrl, async () => {
    for (const step of plan.steps.filter((one) => one !== last)) {
      hooks.onStep?.(step);
      await applyStep(subject, step, hooks);
    }
  });
  if (!last) return;
  hooks.onStep?.(last);
  await dropDatabase(subject);
}

async function applyStep(subject: UninstallSubject, step: UninstallStep, hooks: UninstallHooks): Promise<void> {
  const { administrator, serviceAccount } = subject;
  const { records, people, groups, nodes } = administrator;
  switch (step.action) {
    case 'export':
      return exportAll(subject, hooks);
    case 'unassignRole':
      return records.roles.unassign(step.role, step.subject);
    case 'deleteRole':
      return records.roles.delete(step.subject);
    case 'revokeFiling':
      return records.filing.revoke(step.nodeId, step.subject);
    case 'revokeFolder': {
      const { inherit, entries } = await nodes.permissions(step.nodeId);
      return nodes.setPermissions(step.nodeId, { inherit, entries: entries.filter(({ authority }) => authority !== serviceAccount) });
    }
    case 'disableAccount':
      return people.setEnabled(step.subject, false);
    case 'deleteGroup':
      return groups.delete(step.subject);
    case 'dropDatabase':
      throw new Error('The database goes last');
  }
}

async function exportAll({ administrator, store, databaseUrl, entityId, folder }: UninstallSubject, { onReport }: UninstallHooks): Promise<void> {
  const { report } = await writeExports(store, databaseUrl, entityId, folder);
  onReport?.(report);
  const place = await exportsFolder(administrator, { make: true });
  // The report last: it says that the others are there.
  for (const name of [exportNames.journal, exportNames.register, exportNames.report]) await place?.put(folder, name);
}

async function dropDatabase(subject: UninstallSubject): Promise<void> {
  const name = databaseName(subject);
  const client = new pg.Client({ connectionString: Object.assign(new URL(subject.databaseUrl), { pathname: '/postgres' }).href });
  await client.connect();
  try {
    await client.query(`drop database ${client.escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
}
