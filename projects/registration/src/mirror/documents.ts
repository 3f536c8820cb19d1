import { Gec, hasCode } from '@bannette/alfresco';
import { documentProperties, searchableMark, searchableName, type DocumentRow, type House, type MailRow } from '@bannette/house';

/** One file to be in Alfresco: an original, or the searchable PDF beside it. */
interface Part {
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha512: string;
  readonly key: string;
  readonly nodeId: string | null;
  readonly column: 'node_id' | 'searchable_node_id';
}

/**
 * Sends what Alfresco lacks of a document, original and searchable PDF side by side, and reads it back; returns when the
 * digests agree, and when nothing is under way any more. Only then may it be marked as stored, and the spool let it go.
 *
 * @returns false where Alfresco holds a copy that was to be replaced: that waits until it is let go
 */
export async function storeDocument(house: House, mail: MailRow, folderId: string, document: DocumentRow): Promise<boolean> {
  const parts = await Promise.allSettled(partsOf(document).map((part) => storePart(house, mail, folderId, document, part)));
  return parts.map((part) => (part.status === 'fulfilled' ? part.value : raise(part.reason))).every(Boolean);
}

const raise = (reason: unknown): never => {
  throw reason;
};

async function storePart(house: House, mail: MailRow, folderId: string, document: DocumentRow, part: Part): Promise<boolean> {
  const nodeId = part.nodeId ?? (await send(house, mail, folderId, document, part));
  const digest = await digestNow(house, nodeId, mail, document, part);
  if (digest === part.sha512) return true;
  if (part.nodeId && (await isHeldNow(house, nodeId))) return false;
  throw new Error(`Alfresco holds other bytes than were captured: document ${document.id}, node ${nodeId}`);
}

const isHeldNow = async (house: House, nodeId: string): Promise<boolean> => (await house.repository.nodes.get(nodeId)).aspects.includes('rma:frozen');

/** Tells Alfresco what a document is, once it has it. A record can't be changed: it keeps the nature that it was declared with. One that is held is told when it is let go. */
export async function tellNature(house: House, mailId: string, lost: AbortSignal): Promise<void> {
  const untold = await house.store.db.selectFrom('document').selectAll().where('mail_id', '=', mailId).where((eb) => eb('nature', 'is distinct from', eb.ref('nature_told'))).execute();
  for (const document of untold) {
    lost.throwIfAborted();
    const nodes = [document.node_id, document.searchable_node_id].filter((id) => id !== null);
    const told = await Promise.all(nodes.map((id) => writeNature(house, id, document.nature)));
    if (told.every(Boolean)) await house.store.db.updateTable('document').set({ nature_told: document.nature }).where('id', '=', document.id).execute();
  }
}

async function writeNature(house: House, nodeId: string, nature: string | null): Promise<boolean> {
  try {
    await house.repository.nodes.update(nodeId, { properties: { [Gec.props.nature]: nature } });
    return true;
  } catch (error) {
    const node = hasCode(error, 'notFound') ? undefined : await house.repository.nodes.get(nodeId);
    if (node && !node.aspects.includes('rma:record') && !node.aspects.includes('rma:frozen')) throw error;
    return false;
  }
}

/** A searchable copy that was made anew is a new version of the one before; an original is never replaced. */
async function digestNow(house: House, nodeId: string, mail: MailRow, document: DocumentRow, part: Part): Promise<string> {
  const { nodes } = house.repository;
  const digest = await nodes.digest(nodeId, 'sha512');
  if (digest === part.sha512 || part.column === 'node_id' || !part.nodeId || (await isHeldNow(house, nodeId))) return digest;
  await nodes.replaceContent(nodeId, { mediaType: part.mediaType, size: part.size, content: () => house.spool.read(part.key) });
  await nodes.update(nodeId, { properties: documentProperties(document, mail, part.sha512) });
  return nodes.digest(nodeId, 'sha512');
}

/** Whether a node of a mail's folder is the searchable PDF beside an original; AGS may have put its number behind the name. */
export const isSearchable = (nodeName: string): boolean => nodeName.includes(searchableMark);

function partsOf(document: DocumentRow): readonly Part[] {
  const original = document.spool_key ? [{ name: document.name, mediaType: document.media_type, size: document.size, sha512: document.sha512, key: document.spool_key, nodeId: document.node_id, column: 'node_id' as const }] : [];
  const { searchable_key: key, searchable_sha512: sha512, searchable_size: size } = document;
  if (!key || !sha512 || size === null) return original;
  return [...original, { name: searchableName(document.name), mediaType: 'application/pdf', size, sha512, key, nodeId: document.searchable_node_id, column: 'searchable_node_id' }];
}

async function send(house: House, mail: MailRow, folderId: string, document: DocumentRow, part: Part): Promise<string> {
  const node = await house.repository.nodes.upload({
    parentId: folderId,
    name: part.name,
    type: Gec.types.document,
    properties: documentProperties(document, mail, part.sha512),
    mediaType: part.mediaType,
    size: part.size,
    content: () => house.spool.read(part.key),
  });
  await house.store.db.updateTable('document').set({ [part.column]: node.id }).where('id', '=', document.id).execute();
  return node.id;
}
