import type { InstallStep } from '@bannette/alfresco';
import { migrate, workAlone } from '@bannette/store';
import { carryOut } from '../start/install.js';
import type { UpgradePlan, UpgradeSubject } from './plan.js';
import { fillSettings } from './settings.js';

export interface UpgradeHooks {
  readonly dataDir: string;
  onMigration?(name: string): void;
  onStep?(step: InstallStep): void;
}

/**
 * Does what the plan says, the database first; nobody may work meanwhile. After a failure, a new plan holds what is left.
 *
 * @throws StoreError `inUse` while Bannette runs
 */
export async function applyUpgrade({ store, databaseUrl, administrator, entityId }: UpgradeSubject, plan: UpgradePlan, { dataDir, onMigration, onStep }: UpgradeHooks): Promise<void> {
  await workAlone(databaseUrl, async () => {
    for (const name of await migrate(databaseUrl)) onMigration?.(name);
    await fillSettings(store, entityId, plan.settings);
    if (plan.install.steps.length) await carryOut(administrator, plan.install, dataDir, onStep);
  });
}
