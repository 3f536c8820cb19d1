import { readFile } from 'node:fs/promises';
import { applyInstall, fieldsModel, planInstall, type InstallOptions, type InstallPlan, type InstallResult, type InstallStep, type Repository } from '@bannette/alfresco';
import { groupsFor, type Settings } from '@bannette/domain';
import { keepPassword } from './secrets.js';

const modelFile = new URL('../../../../alfresco-config/model/gecModel.xml', import.meta.url);

/** The account that destroys records, and can't give the visa for it; the service account is the reverse. */
export const purgeAccountId = 'bannette-purge';

/**
 * What Bannette needs of a repository, from the settings in force.
 *
 * @param samples rows of the retention schedule that nobody agreed to get a schedule too, marked as a sample: for trying out only
 */
export async function installOptions(settings: Settings, entityId: string, serviceAccount: string, { samples = false } = {}): Promise<InstallOptions> {
  return {
    model: await readFile(modelFile, 'utf8'),
    fieldsModel: fieldsModel(settings.forms.fields),
    entity: entityId,
    groups: groupsFor(settings).map(({ id, label, parent }) => ({ id, label, parents: parent ? [parent] : [] })),
    serviceAccount: { id: serviceAccount, email: `${serviceAccount}@localhost` },
    settings: Object.entries(settings).map(([kind, data]) => ({ name: `${kind}.json`, text: `${JSON.stringify(data, null, 2)}\n` })),
    records: { purgeAccount: { id: purgeAccountId, email: `${purgeAccountId}@localhost` }, authority: settings.authority.name, rows: settings.schedule.rows, samples },
  };
}

/** Plans and installs as an administrator; the passwords of accounts that are made go to files of their own. */
export async function install(administrator: Repository, options: InstallOptions, dataDir: string, onStep?: (step: InstallStep) => void): Promise<{ plan: InstallPlan; result?: InstallResult }> {
  const plan = await planInstall(administrator, options);
  return plan.problems.length ? { plan } : { plan, result: await carryOut(administrator, plan, dataDir, onStep) };
}

/** Does what a plan without problems says. */
export function carryOut(administrator: Repository, plan: InstallPlan, dataDir: string, onStep?: (step: InstallStep) => void): Promise<InstallResult> {
  return applyInstall(administrator, plan, { storePassword: (account, password) => keepPassword(dataDir, account, password), onStep });
}
