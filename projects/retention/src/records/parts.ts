import { isTitle, samePermissions, titleAspects, without, type RepoNode } from '@bannette/alfresco';
import { documentPermissions, type DocumentRow, type House, type MailRow } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Selectable } from 'kysely';
import { Refusal } from './refusal.js';

export type PartRow = Selectable<Database['record_part']>;

const links = ['cm:link', 'app:filelink', 'app:folderlink'];

/** All nodes with content of a mail: its documents wherever they are, archive copies, and what people put into its folder. */
export async function findParts(house: House, mail: MailRow, documents: readonly DocumentRow[]): Promise<readonly PartRow[]> {
  const own = documents.flatMap(({ id, node_id, searchable_node_id }) => [
    ...(node_id ? [{ node_id, document_id: id, part: 'original' as const }] : []),
    ...(searchable_node_id ? [{ node_id: searchable_node_id, document_id: id, part: 'searchable' as const }] : []),
  ]);
  const ours = new Set(own.map(({ node_id }) => node_id));
  const others = (await contentBelow(house, mail.node_id ?? '')).filter(({ id }) => !ours.has(id)).map(({ id }) => ({ node_id: id, document_id: null, part: 'other' as const }));
  const { db } = house.store;
  const parts = [...own, ...others].map((one) => ({ ...one, mail_id: mail.id, state: 'found' as const }));
  if (parts.length) await db.insertInto('record_part').values(parts).onConflict((known) => known.doNothing()).execute();
  return db.selectFrom('record_part').selectAll().where('mail_id', '=', mail.id).orderBy('node_id').execute();
}

/** Content in a folder and in those below it. */
export async function contentBelow(house: House, folderId: string): Promise<readonly RepoNode[]> {
  const here: RepoNode[] = [];
  for (let more = true; more; ) {
    const page = await house.repository.nodes.children(folderId, { skip: here.length, max: 200 });
    here.push(...page.nodes);
    more = page.hasMore && page.nodes.length > 0;
  }
  const below = await Promise.all(here.filter(({ isFolder }) => isFolder).map(({ id }) => contentBelow(house, id)));
  return [...here.filter(({ isFolder, type }) => !isFolder && !links.includes(type)), ...below.flat()];
}

export const isRecord = (node: RepoNode): boolean => node.aspects.includes('rma:record');
const isComplete = (node: RepoNode): boolean => node.aspects.includes('rma:declaredRecord');

/** Where its digest as it is now is known, and when it is what the house knows. */
export interface PartFacts {
  readonly folderId: string;
  /** Neutral name of what people added: it outlives what personal data can be scrubbed. */
  readonly neutralName: string;
  /** Digests (SHA-512) of what it may hold now; none told for what isn't the house's own. */
  readonly digests?: readonly string[];
}

/**
 * Makes one node a complete record in the folder: rights of the mail's folder, the house's own, one version, declared,
 * completed. Each step looks first whether it was done, and is read back; a record that people made stays where it is, and is refused.
 */
export async function declarePart(house: House, part: PartRow, facts: PartFacts): Promise<void> {
  const { nodes, records } = house.repository;
  const mark = (state: PartRow['state']) => house.store.db.updateTable('record_part').set({ state }).where('node_id', '=', part.node_id).execute();
  let node = await nodes.get(part.node_id);
  if (!isRecord(node)) {
    await makeOurs(house, part, node, facts);
    await prune(house, node, facts);
    await mark('pruned');
    await records.declare(part.node_id, facts.folderId).catch(async (error: unknown) => {
      // Refused where it is one already: another run was quicker, or its answer was lost.
      node = await nodes.get(part.node_id);
      if (!isRecord(node)) throw error;
    });
    node = await nodes.get(part.node_id);
    if (!isRecord(node)) throw new Refusal('refusedByAlfresco', { step: 'declare' });
    await mark('declared');
  }
  if (node.parentId !== facts.folderId) throw new Refusal('declaredElsewhere');
  if ((await nodes.versions(part.node_id)).length > 1) throw new Refusal('olderVersions');
  if (!isComplete(node)) {
    await records.complete(part.node_id).catch(async (error: unknown) => {
      if (!isComplete(await nodes.get(part.node_id))) throw error;
    });
    if (!isComplete(await nodes.get(part.node_id))) throw new Refusal('refusedByAlfresco', { step: 'complete' });
  }
  await mark('completed');
}

/**
 * Words about persons that Alfresco reads out of a file as soon as it has a transform service (author and title of a PDF,
 * sender and addressees of an e-mail, place of a photograph), or that people write beside it, tags among them. A complete
 * record keeps its properties for good, even once its bytes are destroyed.
 */
const wordAspects = [...titleAspects, 'cm:taggable'];
const readOut = /^(imap|exif|audio):|^cm:(title|description|summary|subject|author|publisher|contributor|originator|addressees?|subjectline|sentdate|latitude|longitude)$/;
const says = (value: unknown): boolean => value !== null && value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && !value.length);
const readOutOf = ({ properties }: RepoNode): readonly string[] => Object.keys(properties).filter((name) => readOut.test(name) && says(properties[name]));

/** Readers of a record are those of the moment in which it is declared, and its owner may write to it for good. */
async function makeOurs(house: House, part: PartRow, node: RepoNode, { neutralName }: PartFacts): Promise<void> {
  const { nodes } = house.repository;
  if (!samePermissions(await nodes.permissions(node.id), documentPermissions)) await nodes.setPermissions(node.id, documentPermissions);
  const properties = {
    ...(ownerOf(node) === house.serviceAccount ? {} : { 'cm:owner': house.serviceAccount }),
    ...Object.fromEntries(readOutOf(node).filter((name) => !isTitle(name)).map((name) => [name, null])),
  };
  const change = { ...(part.part === 'other' && node.name !== neutralName ? { name: neutralName } : {}), ...without(node, wordAspects), ...(Object.keys(properties).length ? { properties } : {}) };
  if (!Object.keys(change).length) return;
  const made = await nodes.update(node.id, change);
  if (readOutOf(made).length) throw new Refusal('refusedByAlfresco', { step: 'properties' });
}

/** Alfresco tells an owner as a person with id and name. */
function ownerOf({ properties, createdBy }: RepoNode): string | undefined {
  const told: unknown = properties['cm:owner'];
  return typeof told === 'object' && told !== null && 'id' in told ? String(told.id) : typeof told === 'string' ? told : createdBy;
}

/** Older versions would survive the destruction of the record. Nothing is pruned off bytes that nobody has looked at. */
async function prune(house: House, node: RepoNode, { digests }: PartFacts): Promise<void> {
  const { nodes } = house.repository;
  const labels = await nodes.versions(node.id);
  if (labels.length > 1 && digests && !digests.includes(await nodes.digest(node.id, 'sha512'))) throw new Refusal('contentUnknown');
  const current = node.properties['cm:versionLabel'] ?? labels[0];
  if (labels.length > 1 && !labels.includes(String(current))) throw new Refusal('olderVersions');
  for (const label of labels.filter((one) => one !== current)) await nodes.deleteVersion(node.id, label);
  if (labels.length > 1 && (await nodes.versions(node.id)).length > 1) throw new Refusal('olderVersions');
}
