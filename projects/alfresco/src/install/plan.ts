import { createHash } from 'node:crypto';
import type { RepoNode } from '../nodes/node.js';
import type { NodePermissions } from '../nodes/permissions.js';
import type { Group } from '../people/groups.js';
import type { Repository } from '../repository.js';
import { notAdditive, readModel } from './model.js';
import { folderName, homeOf, isOurs, modelFile, modelsFolder, textOf, type Place } from './places.js';

export interface InstallOptions {
  /** Text of `alfresco-config/model/gecModel.xml`. */
  readonly model: string;
  /** Code of the authority that this installation serves. */
  readonly entity: string;
  /** Functional groups, parents before members; `parents` are groups of this list. */
  readonly groups: readonly Group[];
  readonly serviceAccount: { readonly id: string; readonly email: string };
  /** Readable copies of the settings, kept in the Data Dictionary; the last part of the name tells the media type. */
  readonly settings?: readonly SettingsFile[];
}

export interface SettingsFile {
  readonly name: string;
  readonly text: string;
}

/** One thing to do, with what it concerns. Doing it twice does no harm. */
export type InstallStep =
  | { readonly action: 'deployModel' | 'updateModel'; readonly subject: string }
  | { readonly action: 'createGroup' | 'joinGroups'; readonly subject: string; readonly group: Group }
  | { readonly action: 'createAccount'; readonly subject: string }
  | { readonly action: 'createFolder' | 'grantAccount'; readonly subject: Place }
  | { readonly action: 'writeSettings'; readonly subject: string; readonly file: SettingsFile };

/** Why installation would do harm, or can't be done. */
export interface InstallProblem {
  /**
   * `notAdministrator` only an administrator installs · `modelForeign` another model has the file's name ·
   * `modelNotAdditive` the deployed model has what ours lacks, it may be newer · `folderForeign` a folder that
   * installation did not make has the name
   */
  readonly code: 'notAdministrator' | 'modelForeign' | 'modelNotAdditive' | 'folderForeign';
  readonly subject: string;
}

export interface InstallPlan {
  readonly options: InstallOptions;
  /** Empty when there is nothing to change. */
  readonly steps: readonly InstallStep[];
  /** While there is one, nothing is applied. */
  readonly problems: readonly InstallProblem[];
}

type Part = Pick<InstallPlan, 'steps' | 'problems'>;
const part = (...steps: readonly InstallStep[]): Part => ({ steps, problems: [] });
const problem = (code: InstallProblem['code'], subject: string): Part => ({ steps: [], problems: [{ code, subject }] });

/** Compares the repository with what Bannette needs, and changes nothing. */
export async function planInstall(repository: Repository, options: InstallOptions): Promise<InstallPlan> {
  const account = await repository.me();
  if (!account.isAdmin) return { options, ...problem('notAdministrator', account.id) };
  const parts = [
    await planModel(repository, options.model),
    ...(await inOrder(options.groups, (group) => planGroup(repository, group))),
    (await repository.people.find(options.serviceAccount.id)) ? part() : part({ action: 'createAccount', subject: options.serviceAccount.id }),
    await planFolder(repository, options, 'library'),
    await planFolder(repository, options, 'configuration'),
  ];
  return { options, steps: parts.flatMap(({ steps }) => steps), problems: parts.flatMap(({ problems }) => problems) };
}

async function inOrder<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await act(item));
  return results;
}

async function planModel(repository: Repository, xml: string): Promise<Part> {
  const wanted = readModel(xml);
  const file = await repository.nodes.findByPath((await modelsFolder(repository)).id, modelFile);
  if (!file) return part({ action: 'deployModel', subject: wanted.name });
  const text = await textOf(repository, file.id);
  if (text === xml) return part();
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
  const files = await inOrder(options.settings ?? [], (file) => planSettings(repository, folder, file));
  return { steps: [made, ...files].flatMap(({ steps }) => steps), problems: [] };
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
