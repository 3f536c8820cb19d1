import { Gec, hasCode, type CreatedNode } from '@bannette/alfresco';
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

/** What became of a document's files. */
export interface Sent {
  /** As it was, with what is known of it now. */
  readonly document: DocumentRow;
  /** What is new of that: its nodes, and that they were made with its nature. */
  readonly known: Partial<Pick<DocumentRow, 'node_id' | 'searchable_node_id' | 'nature_told'>>;
  /** Alfresco holds all its bytes; not so where it holds a copy that was to be replaced: that waits until it is let go. */
  readonly whole: boolean;
  readonly failure?: unknown;
}

/**
 * Sends what Alfresco lacks of a document, original and searchable PDF side by side, and reads it back; answers when the
 * digests agree, and when nothing is under way any more. Only a whole one may be marked as stored, and the spool let it go.
 */
export async function storeDocument(house: House, mail: MailRow, folderId: string, document: DocumentRow): Promise<Sent> {
  const parts = partsOf(document);
  const made: CreatedNode[] = [];
  const nodes: Partial<Record<Part['column'], string>> = {};
  const outcomes = await Promise.allSettled(
    parts.map((part) =>
      storePart(house, mail, folderId, document, part, (node) => {
        nodes[part.column] = node.id;
        if (!node.existed) made.push(node);
      }),
    ),
  );
  const known = { ...nodes, ...(made.length && made.length === parts.length ? { nature_told: document.nature } : {}) };
  return {
    document: { ...document, ...known },
    known,
    whole: outcomes.every((outcome) => outcome.status === 'fulfilled' && outcome.value),
    failure: outcomes.find((outcome) => outcome.status === 'rejected')?.reason,
  };
}

async function storePart(house: House, mail: MailRow, folderId: string, document: DocumentRow, part: Part, keep: (node: CreatedNode) => void): Promise<boolean> {
  const sent = part.nodeId === null ? await send(house, mail, folderId, document, part) : undefined;
  if (sent) keep(sent);
  const known = sent === undefined || (sent.existed && sent.properties[Gec.props.id] === document.id);
  const nodeId = sent?.id ?? part.nodeId ?? '';
  const digest = await digestNow(house, nodeId, known, mail, document, part);
  if (digest === part.sha512) return true;
  if (known && (await isHeldNow(house, nodeId))) return false;
  throw new Error(`Alfresco holds other bytes than were captured: document ${document.id}, node ${nodeId}`);
}

const isHeldNow = async (house: House, nodeId: string): Promise<boolean> => (await house.repository.nodes.get(nodeId)).aspects.includes('rma:frozen');

/** Tells Alfresco what a document is, once it has it. A record can't be changed: it keeps the nature that it was declared with. One that is held is told when it is let go. */
export async function tellNature(house: House, documents: readonly DocumentRow[], lost: AbortSignal): Promise<void> {
  for (const document of documents.filter(({ nature, nature_told }) => nature !== nature_told)) {
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
async function digestNow(house: House, nodeId: string, known: boolean, mail: MailRow, document: DocumentRow, part: Part): Promise<string> {
  const { nodes } = house.repository;
  const digest = await nodes.digest(nodeId, 'sha512');
  if (digest === part.sha512 || part.column === 'node_id' || !known || (await isHeldNow(house, nodeId))) return digest;
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

function send(house: House, mail: MailRow, folderId: string, document: DocumentRow, part: Part): Promise<CreatedNode> {
  return house.repository.nodes.upload({
    parentId: folderId,
    name: part.name,
    type: Gec.types.document,
    properties: documentProperties(document, mail, part.sha512),
    mediaType: part.mediaType,
    size: part.size,
    content: () => house.spool.read(part.key),
  });
}
