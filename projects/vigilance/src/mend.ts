import { hasCode, samePermissions } from '@bannette/alfresco';
import { documentPermissions, documentProperties, type DocumentRow, type House, type MailRow, type NodeProperties } from '@bannette/house';
import { withAdvisoryLock, type TaskHandler } from '@bannette/store';
import { isRecord, knownMail } from './known.js';

/** Makes the nodes of a document again what the house had made of them: name, properties, rights. The bytes stay. */
export function mendDocument(house: House): TaskHandler {
  return async (payload) => {
    const mailId = String(payload.mailId);
    await withAdvisoryLock(house.store, `mail:${mailId}`, async () => {
      const known = await knownMail(house.store.db, mailId);
      const document = known?.documents.find(({ id }) => id === payload.documentId);
      if (!known || !document) return;
      for (const nodeId of [document.node_id, document.searchable_node_id]) if (nodeId) await mendNode(house, known.mail, document, nodeId, known.target(nodeId)?.name ?? document.name);
    });
  };
}

async function mendNode(house: House, mail: MailRow, document: DocumentRow, nodeId: string, name: string): Promise<void> {
  const { nodes } = house.repository;
  try {
    const node = await nodes.get(nodeId);
    if (isRecord(node.aspects)) return;
    const properties = differing(expectedOf(document, mail, nodeId), node.properties);
    if (Object.keys(properties).length || node.name !== name) await nodes.update(nodeId, { name, properties });
    if (!samePermissions(await nodes.permissions(nodeId), documentPermissions)) await nodes.setPermissions(nodeId, documentPermissions);
  } catch (error) {
    // Gone, held or completed: nothing to be mended there, and people were told.
    if (!hasCode(error, 'notFound', 'forbidden', 'locked')) throw error;
  }
}

export const expectedOf = (document: DocumentRow, mail: MailRow, nodeId: string): NodeProperties => documentProperties({ ...document, nature: document.nature_told }, mail, (nodeId === document.searchable_node_id ? document.searchable_sha512 : null) ?? document.sha512);

/** Those of `expected` that the node does not carry. */
export function differing(expected: NodeProperties, found: { readonly [name: string]: unknown }): NodeProperties {
  return Object.fromEntries(Object.entries(expected).filter(([name, value]) => !sameValue(value, found[name])));
}

function sameValue(wanted: unknown, found: unknown): boolean {
  const plain = (value: unknown): unknown => {
    if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return null;
    if (typeof value === 'number') return Math.fround(value);
    return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)) ? Date.parse(value) : value;
  };
  return JSON.stringify(plain(wanted)) === JSON.stringify(plain(found));
}
