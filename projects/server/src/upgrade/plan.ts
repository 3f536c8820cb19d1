import { planInstall, type InstallPlan, type Repository } from '@bannette/alfresco';
import { pendingMigrations, StoreError, type Store } from '@bannette/store';
import { installOptions } from '../start/install.js';
import { settingsState, type SettingToFill } from './settings.js';

/** Why an upgrade would do harm. */
export interface UpgradeProblem {
  /**
   * `databaseNewer` it has migrations that this version does not know: this would be a downgrade · `databaseEmpty` there is
   * nothing to upgrade · `settingsInvalid` published settings that this version can't use, to be published anew before
   */
  readonly code: 'databaseNewer' | 'databaseEmpty' | 'settingsInvalid';
  readonly subject: string;
}

export interface UpgradePlan {
  readonly migrations: readonly string[];
  readonly settings: readonly SettingToFill[];
  readonly install: InstallPlan;
  readonly problems: readonly UpgradeProblem[];
}

export interface UpgradeSubject {
  readonly store: Store;
  readonly databaseUrl: string;
  readonly administrator: Repository;
  readonly entityId: string;
  readonly serviceAccount: string;
  /** See `installOptions`. */
  readonly samples: boolean;
}

/** Compares an installation with what this version needs, and changes nothing. */
export async function planUpgrade({ store, databaseUrl, administrator, entityId, serviceAccount, samples }: UpgradeSubject): Promise<UpgradePlan> {
  const { migrations, problems } = await databaseState(databaseUrl);
  const { settings, toFill, invalid } = await settingsState(store, entityId);
  const install = await planInstall(administrator, await installOptions(settings, entityId, serviceAccount, { samples }));
  return { migrations, settings: toFill, install, problems: [...problems, ...invalid.map((subject) => ({ code: 'settingsInvalid' as const, subject }))] };
}

async function databaseState(databaseUrl: string): Promise<{ migrations: readonly string[]; problems: UpgradeProblem[] }> {
  try {
    const migrations = await pendingMigrations(databaseUrl);
    return { migrations, problems: migrations.includes('0001_foundation') ? [{ code: 'databaseEmpty', subject: '' }] : [] };
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'databaseNewer')) throw error;
    return { migrations: [], problems: [{ code: 'databaseNewer', subject: error.message }] };
  }
}

export const isRefused = ({ problems, install }: UpgradePlan): boolean => problems.length + install.problems.length > 0;
export const hasNothingToDo = ({ migrations, settings, install }: UpgradePlan): boolean => migrations.length + settings.length + install.steps.length === 0;
