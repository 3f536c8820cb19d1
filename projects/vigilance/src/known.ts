import { hasCode, type RepoNode } from '@bannette/alfresco';
import { searchableName, type DocumentRow, type House, type MailRow } from '@bannette/house';
import type { Database } from '@bannette/store';
import type { Kysely } from 'kysely';

/** What a node of Alfresco is to a mail. */
export interface Target {
  readonly part: 'folder' | 'original' | 'searchable';
  /** As the house named it. */
  readonly name: string;
  readonly document?: DocumentRow;
  readonly gone: boolean;
}

/** A mail and the nodes that are its own. */
export interface KnownMail {
  readonly mail: MailRow;
  readonly documents: readonly DocumentRow[];
  target(nodeId: string): Target | undefined;
}

export async function knownMail(db: Kysely<Database>, mailId: string): Promise<KnownMail | undefined> {
  const mail = await db.selectFrom('mail').selectAll().where('id', '=', mailId).executeTakeFirst();
  if (!mail) return undefined;
  const documents = await db.selectFrom('document').selectAll().where('mail_id', '=', mailId).orderBy('position').execute();
  return { mail, documents, target: (nodeId) => targetOf(mail, documents, nodeId) };
}

export function targetOf(mail: MailRow, documents: readonly DocumentRow[], nodeId: string): Target | undefined {
  if (nodeId === mail.node_id) return { part: 'folder', name: mail.node_name ?? mail.id, gone: mail.gone_at !== null };
  for (const document of documents) {
    if (nodeId === document.node_id) return { part: 'original', name: document.name, document, gone: document.gone_at !== null };
    if (nodeId === document.searchable_node_id) return { part: 'searchable', name: searchableName(document.name), document, gone: false };
  }
  return undefined;
}

/** Records carry names and rights of Governance Services'. */
export const isRecord = (aspects: readonly string[]): boolean => aspects.includes('rma:record') || aspects.includes('rma:declaredRecord');
export const isHeld = (aspects: readonly string[]): boolean => aspects.includes('rma:frozen');

export async function nodeOrNone(house: House, id: string): Promise<RepoNode | undefined> {
  return house.repository.nodes.get(id).catch((error: unknown) => (hasCode(error, 'notFound') ? undefined : Promise.reject(error)));
}
