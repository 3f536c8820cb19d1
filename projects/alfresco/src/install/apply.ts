import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { AlfrescoError } from '../error.js';
import { pause } from '../http/retry.js';
import { Gec } from '../model.generated.js';
import type { RepoNode } from '../nodes/node.js';
import type { Repository } from '../repository.js';
import { readModel } from './model.js';
import { fieldsModelFile, fieldsModelName } from './fields-model.js';
import { folderName, homeOf, isOurs, marks, modelFile, modelsFolder, type Place } from './places.js';
import type { InstallOptions, InstallPlan, InstallStep, ServiceAccount, SettingsFile } from './steps.js';
import { recordsInstaller } from './records-apply.js';

export interface InstallHooks {
  /**
   * Keeps an account's new password (a file of mode 0600). Called before the account is made, so that a crash
   * between the two leaves a password too many rather than an account that nobody can use.
   */
  storePassword(account: string, password: string): Promise<void>;
  onStep?(step: InstallStep): void;
}

export interface InstallResult {
  /** Node id of the mail library. */
  readonly libraryId: string;
  /** Node id of the folder of readable settings in the Data Dictionary. */
  readonly configurationId: string;
}

/** Does what the plan says, in its order. After a failure, a new plan holds what is left to do. */
export async function applyInstall(repository: Repository, plan: InstallPlan, hooks: InstallHooks): Promise<InstallResult> {
  const [first] = plan.problems;
  if (first) throw new AlfrescoError('invalid', `install: ${first.code}`);
  const installRecords = recordsInstaller(repository, plan.options);
  // A run that broke off just after the deployment is gone on with before Alfresco knows the model.
  if (plan.steps.length && !plan.steps.some(({ action }) => action === 'deployModel' || action === 'updateModel')) await modelLive(repository, plan.options.model);
  for (const step of plan.steps) {
    hooks.onStep?.(step);
    await applyStep(repository, plan.options, step, hooks, installRecords);
  }
  return { libraryId: (await folderAt(repository, 'library')).id, configurationId: (await folderAt(repository, 'configuration')).id };
}

async function applyStep(repository: Repository, options: InstallOptions, step: InstallStep, hooks: InstallHooks, installRecords: ReturnType<typeof recordsInstaller>): Promise<void> {
  switch (step.action) {
    case 'deployModel':
    case 'updateModel':
      return step.subject === fieldsModelName ? deployModel(repository, options.fieldsModel ?? '', fieldsModelFile) : deployModel(repository, options.model, modelFile);
    case 'createGroup':
      return void (await repository.groups.create(step.group));
    case 'joinGroups':
      for (const parent of step.group.parents) await repository.groups.addMember(parent, step.group.id);
      return;
    case 'createAccount':
      return createAccount(repository, step.account, hooks);
    case 'enableAccount':
      return repository.people.setEnabled(step.subject, true);
    case 'createFolder':
      return createFolder(repository, options, step.subject);
    case 'grantAccount':
      return grantAccount(repository, options, step.subject);
    case 'writeSettings':
      return write(repository, (await folderAt(repository, 'configuration')).id, step.file);
    default:
      return installRecords(step);
  }
}

async function deployModel(repository: Repository, xml: string, name: string): Promise<void> {
  const models = await modelsFolder(repository);
  const content = contentOf(xml, 'text/xml');
  const file = await repository.nodes.upload({ parentId: models.id, name, type: 'cm:dictionaryModel', properties: { 'cm:modelActive': true }, ...content });
  if (file.existed) await repository.nodes.replaceContent(file.id, content);
  if (file.properties['cm:modelActive'] === false) await repository.nodes.update(file.id, { properties: { 'cm:modelActive': true } });
  await modelLive(repository, xml);
}

/** Waits until the running repository knows all that the model brings: an update takes it 2 to 3 s. */
async function modelLive(repository: Repository, xml: string): Promise<void> {
  const until = Date.now() + 60_000;
  for (const { kind, name, properties } of readModel(xml).classes) {
    for (;;) {
      const known = await repository.dictionary.propertiesOf(kind, name);
      if (known && properties.every((property) => known.includes(property))) break;
      if (Date.now() > until) throw new AlfrescoError('failed', `install: ${name} is not live`);
      await pause(500);
    }
  }
}

async function createAccount(repository: Repository, account: ServiceAccount & { lastName: string }, hooks: InstallHooks): Promise<void> {
  const password = randomBytes(24).toString('base64url');
  await hooks.storePassword(account.id, password);
  await repository.people.create({ ...account, firstName: 'Bannette', password });
}

async function createFolder(repository: Repository, { serviceAccount, entity }: InstallOptions, place: Place): Promise<void> {
  const folder = await repository.nodes.createFolder({
    parentId: await homeOf(repository, place),
    name: folderName,
    type: 'cm:folder',
    aspects: [Gec.aspects.identified],
    properties: { [Gec.props.id]: marks[place], [Gec.props.entity]: entity },
    permissions: { inherit: place === 'configuration', entries: [{ authority: serviceAccount.id, role: 'Coordinator' }] },
  });
  if (!isOurs(folder, place)) throw new AlfrescoError('conflict', 'install: folderForeign');
}

async function grantAccount(repository: Repository, { serviceAccount }: InstallOptions, place: Place): Promise<void> {
  const { id } = await folderAt(repository, place);
  const { entries } = await repository.nodes.permissions(id);
  const others = entries.filter(({ authority, role }) => authority !== serviceAccount.id || role !== 'Coordinator');
  await repository.nodes.setPermissions(id, { inherit: place === 'configuration', entries: [...others, { authority: serviceAccount.id, role: 'Coordinator' }] });
}

async function folderAt(repository: Repository, place: Place): Promise<RepoNode> {
  const folder = await repository.nodes.findByPath(await homeOf(repository, place), folderName);
  if (!folder || !isOurs(folder, place)) throw new AlfrescoError('notFound', `install: ${place} folder`);
  return folder;
}

/** Keeps a readable copy of a setting in the Data Dictionary's Bannette folder, as an account that may write there. */
export async function exportSetting(repository: Repository, file: SettingsFile): Promise<void> {
  await write(repository, (await folderAt(repository, 'configuration')).id, file);
}

async function write(repository: Repository, folderId: string, { name, text }: SettingsFile): Promise<void> {
  const content = contentOf(text, name.endsWith('.json') ? 'application/json' : 'text/plain');
  const file = await repository.nodes.upload({ parentId: folderId, name, type: 'cm:content', properties: {}, ...content });
  if (file.existed) await repository.nodes.replaceContent(file.id, content);
}

function contentOf(text: string, mediaType: string) {
  const bytes = Buffer.from(text);
  return { mediaType, size: bytes.length, content: () => Readable.from([bytes]) };
}
