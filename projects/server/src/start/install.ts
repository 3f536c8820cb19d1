import { readFile } from 'node:fs/promises';
import { applyInstall, planInstall, type InstallOptions, type InstallPlan, type InstallResult, type InstallStep, type Repository } from '@bannette/alfresco';
import { groupsFor, type Settings } from '@bannette/domain';
import { keepPassword } from './secrets.js';

const modelFile = new URL('../../../../alfresco-config/model/gecModel.xml', import.meta.url);

/** What Bannette needs of a repository, from the settings in force. */
export async function installOptions(settings: Settings, entityId: string, serviceAccount: string): Promise<InstallOptions> {
  return {
    model: await readFile(modelFile, 'utf8'),
    entity: entityId,
    groups: groupsFor(settings).map(({ id, label, parent }) => ({ id, label, parents: parent ? [parent] : [] })),
    serviceAccount: { id: serviceAccount, email: `${serviceAccount}@localhost` },
    settings: Object.entries(settings).map(([kind, data]) => ({ name: `${kind}.json`, text: `${JSON.stringify(data, null, 2)}\n` })),
  };
}

/** Installs as an administrator; the service account's new password goes to a file of its own. */
export async function install(administrator: Repository, options: InstallOptions, dataDir: string, onStep?: (step: InstallStep) => void): Promise<{ plan: InstallPlan; result?: InstallResult }> {
  const plan = await planInstall(administrator, options);
  if (plan.problems.length) return { plan };
  const result = await applyInstall(administrator, plan, { storePassword: (account, password) => keepPassword(dataDir, account, password), onStep });
  return { plan, result };
}
