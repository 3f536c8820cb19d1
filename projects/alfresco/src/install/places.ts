import type { RepoNode } from '../nodes/node.js';
import { Gec } from '../model.generated.js';
import type { Repository } from '../repository.js';
import { hasCode } from '../error.js';

export const modelFile = 'gecModel.xml';
export const folderName = 'Bannette';

/** `gec:id` of the two folders that installation makes: by this mark it knows them again. */
export const marks = { library: 'bannette-library', configuration: 'bannette-configuration' } as const;
export type Place = keyof typeof marks;

// The Models folder comes from an archive in Alfresco's war, with this node id; its name follows the language of the first start.
const modelsId = 'a9a9f477-5c57-11dc-ad6c-5136d620963c';

/** Data Dictionary/Models. @throws AlfrescoError `notFound` */
export async function modelsFolder(repository: Repository): Promise<RepoNode> {
  return (await repository.nodes.findByPath('-root-', 'Data Dictionary/Models')) ?? repository.nodes.get(modelsId);
}

/** The folder that holds a place: Company Home by its alias (its display name can be changed), or the Data Dictionary. */
export async function homeOf(repository: Repository, place: Place): Promise<string> {
  return place === 'library' ? '-root-' : (await modelsFolder(repository)).parentId!;
}

export const isOurs = (node: RepoNode, place: Place): boolean => node.properties[Gec.props.id] === marks[place];

export async function textOf(repository: Repository, id: string): Promise<string> {
  const { stream } = await repository.nodes.content(id);
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks).toString('utf8');
}

export async function exists<T>(looked: Promise<T>): Promise<T | undefined> {
  try {
    return await looked;
  } catch (error) {
    if (hasCode(error, 'notFound')) return undefined;
    throw error;
  }
}

/** Node id of the mail library, for an account that may see it. */
export async function findLibrary(repository: Repository): Promise<string | undefined> {
  const folder = await repository.nodes.findByPath('-root-', folderName);
  return folder && isOurs(folder, 'library') ? folder.id : undefined;
}
