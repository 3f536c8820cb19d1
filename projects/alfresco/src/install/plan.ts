import { createHash } from 'node:crypto';
import { isOlder, oldestRecords } from '../about.js';
import { hasCode } from '../error.js';
import type { RepoNode } from '../nodes/node.js';
import type { NodePermissions } from '../nodes/permissions.js';
import type { Group } from '../people/groups.js';
import type { Repository } from '../repository.js';
import { notAdditive, readModel } from './model.js';
import { inOrder, part, problem, together, warning, type Part } from './part.js';
import { folderName, homeOf, isOurs, modelFile, modelsFolder, textOf, type Place } from './places.js';
import { planAccount } from './accounts-plan.js';
import { fieldsModelFile } from './fields-model.js';
import { planRecords } from './records-plan.js';
import type { InstallOptions, InstallPlan, SettingsFile } from './steps.js';

/** ACS 23.1 was the first that ran on what 25 runs on. */
const oldest = 23;

/** Compares the repository with what Bannette needs, and changes nothing. */
export async function planInstall(repository: Repository, options: InstallOptions): Promise<InstallPlan> {
  const account = await repository.me();
  if (!account.isAdmin) return { options, ...problem('notAdministrator', account.id) };
  const { version, recordsVersion } = (await repository.about().catch(ignoreHidden)) ?? {};
  if (version && version.major < oldest) return { options, ...problem('repositoryTooOld', version.display) };
  const found = together(
    await planModel(repository, options.model, modelFile),
    ...(options.fieldsModel ? [await planModel(repository, options.fieldsModel, fieldsModelFile)] : []),
    ...(await inOrder(options.groups, (group) => planGroup(repository, group))),
    await planAccount(repository, options.serviceAccount, 'service'),
    await planFolder(repository, options, 'library'),
    await planFolder(repository, options, 'configuration'),
    recordsVersion && isOlder(recordsVersion, oldestRecords) && options.records ? warning('agsTooOld', recordsVersion) : await planRecords(repository, options),
  );
  return { options, ...found };
}

// An administrator can switch discovery off; it is no reason not to install.
function ignoreHidden(error: unknown): undefined {
  if (!hasCode(error, 'notOffered', 'notFound', 'forbidden')) throw error;
}

async function planModel(repository: Repository, xml: string, name: string): Promise<Part> {
  const wanted = readModel(xml);
  const file = await repository.nodes.findByPath((await modelsFolder(repository)).id, name);
  if (!file) return part({ action: 'deployModel', subject: wanted.name });
  const text = await textOf(repository, file.id);
  // Somebody may have put it there, or have switched it off.
  const active = file.properties['cm:modelActive'] !== false;
  if (text === xml && active) return part();
  const deployed = readModel(text);
  if (deployed.namespace !== wanted.namespace) return problem('modelForeign', deployed.name);
  const lost = notAdditive(deployed, wanted);
  return lost.length ? problem('modelNotAdditive', lost.join(', ')) : part({ action: 'updateModel', subject: wanted.name });
}

async function planGroup(repository: Repository, group: Group): Promise<Part> {
  const found = await repository.groups.find(group.id);
  if (!found) return part({ action: 'createGroup', subject: group.id, group });
  const missing = group.parents.filter((parent) => !found.parents.includes(parent));
  return missing.length ? part({ action: 'joinGroups', subject: group.id, group: { ...group, parents: missing } }) : part();
}

async function planFolder(repository: Repository, options: InstallOptions, place: Place): Promise<Part> {
  const folder = await repository.nodes.findByPath(await homeOf(repository, place), folderName);
  if (folder && !isOurs(folder, place)) return problem('folderForeign', folder.id);
  const made = folder
    ? granted(await repository.nodes.permissions(folder.id), options, place) ? part() : part({ action: 'grantAccount', subject: place })
    : part({ action: 'createFolder', subject: place });
  if (place === 'library') return made;
  return together(made, ...(await inOrder(options.settings ?? [], (file) => planSettings(repository, folder, file))));
}

/** The mail library inherits nothing from above; entries that an administrator added are left. */
export function granted({ inherit, entries }: NodePermissions, { serviceAccount }: InstallOptions, place: Place): boolean {
  const coordinator = entries.some(({ authority, role }) => authority === serviceAccount.id && role === 'Coordinator');
  return coordinator && (place === 'configuration' || !inherit);
}

async function planSettings(repository: Repository, folder: RepoNode | undefined, file: SettingsFile): Promise<Part> {
  const found = folder && (await repository.nodes.findByPath(folder.id, file.name));
  const same = found && (await repository.nodes.digest(found.id, 'sha512')) === createHash('sha512').update(file.text).digest('hex');
  return same ? part() : part({ action: 'writeSettings', subject: file.name, file });
}
