import { hasCode, type RepoNode } from '@bannette/alfresco';
import type { DocumentRow, House } from '@bannette/house';
import type { Tx } from '@bannette/store';
import type { Finding } from './finding.js';
import { alfrescoItself } from './own.js';

/** A document's bytes as Alfresco has them now. */
export interface Version {
  readonly nodeId: string;
  readonly documentId: string;
  readonly label: string;
  readonly sha512: string;
  readonly size: number;
  readonly mediaType: string;
  readonly author?: string;
  readonly at?: Date;
}

/** Label of what the house uploaded. */
export const firstLabel = '1.0';

export const labelOf = ({ properties }: RepoNode): string => String(properties['cm:versionLabel'] ?? firstLabel);

/** Reads the current version back: its label and size from the node, its digest from the bytes themselves. Undefined when it is gone meanwhile. */
export async function readVersion(house: House, document: DocumentRow, nodeId: string): Promise<Version | undefined> {
  try {
    const sha512 = await house.repository.nodes.digest(nodeId, 'sha512');
    const node = await house.repository.nodes.get(nodeId);
    const by = node.modifiedBy === house.serviceAccount || node.modifiedBy === alfrescoItself ? undefined : node.modifiedBy;
    return { nodeId, documentId: document.id, label: labelOf(node), sha512, size: node.content?.size ?? 0, mediaType: node.content?.mediaType ?? '', author: by, at: node.modifiedAt ? new Date(node.modifiedAt) : undefined };
  } catch (error) {
    if (hasCode(error, 'notFound')) return undefined;
    throw error;
  }
}

/** The digest of what was captured stays in the document's row; what a person made of it is a fact beside it. */
export async function keepVersion(tx: Tx, version: Version, now: Date): Promise<void> {
  await tx.trx
    .insertInto('document_version')
    .values({ node_id: version.nodeId, label: version.label, document_id: version.documentId, sha512: version.sha512, size: version.size, media_type: version.mediaType, author: version.author ?? null, made_at: version.at ?? null, noticed_at: now })
    .onConflict((conflict) => conflict.columns(['node_id', 'label']).doUpdateSet((eb) => ({ sha512: eb.ref('excluded.sha512'), size: eb.ref('excluded.size'), media_type: eb.ref('excluded.media_type'), author: eb.ref('excluded.author'), made_at: eb.ref('excluded.made_at'), noticed_at: now })))
    .execute();
}

/** An alert unless the bytes are those that were captured: saved again, unchanged. */
export function versionFinding(finding: Finding, version: Version, captured: string): Finding {
  const { label, sha512, size } = version;
  const data = { ...finding.data, label, sha512, size };
  return sha512 === captured ? { ...finding, data } : { ...finding, data, alert: { kind: 'documentReplaced', mark: `${label} ${sha512.slice(0, 32)}`, data: { label, sha512, size } } };
}

export const capturedDigest = (document: DocumentRow, part: unknown): string => (part === 'searchable' ? (document.searchable_sha512 ?? '') : document.sha512);
