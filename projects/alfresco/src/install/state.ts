import type { RepoNode } from '../nodes/node.js';
import { hasCode } from '../error.js';
import type { NodePermissions } from '../nodes/permissions.js';
import type { Repository } from '../repository.js';
import { notAdditive, readModel, type Model } from './model.js';
import { exists, folderName, homeOf, isOurs, modelFile, modelsFolder, textOf, type Place } from './places.js';

/** The deployed content model beside ours. */
export interface ModelState {
  /** `same` also when only comments and spaces differ; `apart`: each has what the other lacks. */
  readonly state: 'missing' | 'foreign' | 'same' | 'older' | 'newer' | 'apart';
  readonly active: boolean;
  /** Names that ours has and the deployed one has not, or otherwise. */
  readonly lacks: readonly string[];
  /** Names that the deployed one has and ours has not, or otherwise. */
  readonly exceeds: readonly string[];
  /** Classes of ours that the running repository does not know, whatever the file says. */
  readonly notLive: readonly string[];
}

export async function readModelState(repository: Repository, xml: string): Promise<ModelState> {
  const wanted = readModel(xml);
  const file = await repository.nodes.findByPath((await modelsFolder(repository)).id, modelFile);
  if (!file) return { state: 'missing', active: false, lacks: [], exceeds: [], notLive: [] };
  const text = await textOf(repository, file.id);
  const deployed = text === xml ? wanted : readModel(text);
  const [lacks, exceeds] = [notAdditive(wanted, deployed), notAdditive(deployed, wanted)];
  const active = file.properties['cm:modelActive'] !== false;
  return { state: compare(deployed, wanted, lacks, exceeds), active, lacks, exceeds, notLive: active ? await notLive(repository, wanted) : [] };
}

function compare(deployed: Model, wanted: Model, lacks: readonly string[], exceeds: readonly string[]): ModelState['state'] {
  if (deployed.namespace !== wanted.namespace) return 'foreign';
  if (lacks.length && exceeds.length) return 'apart';
  if (lacks.length) return 'older';
  return exceeds.length ? 'newer' : 'same';
}

async function notLive(repository: Repository, wanted: Model): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const { kind, name, properties } of wanted.classes) {
    const known = await repository.dictionary.propertiesOf(kind, name);
    if (!known || !properties.every((property) => known.includes(property))) missing.push(name);
  }
  return missing;
}

/** A folder that installation makes, as it is now. */
export interface PlaceState {
  /** Undefined when nothing has its name, or the account may not see it. */
  readonly folder?: RepoNode;
  /** Bears the mark of installation. */
  readonly ours: boolean;
  /** Undefined too when the account may not see them. */
  readonly permissions?: NodePermissions;
}

export async function readPlaceState(repository: Repository, place: Place): Promise<PlaceState> {
  const folder = await exists(homeOf(repository, place).then((home) => repository.nodes.findByPath(home, folderName)));
  if (!folder) return { ours: false };
  const permissions = await repository.nodes.permissions(folder.id).catch((error: unknown) => {
    if (hasCode(error, 'forbidden')) return undefined;
    throw error;
  });
  return { folder, ours: isOurs(folder, place), permissions };
}
