import type { EventNode, NodeUpdated } from '@bannette/alfresco';
import type { DocumentRow, MailRow } from '@bannette/house';
import { judge } from './judge.js';
import { targetOf, type KnownMail } from './known.js';

describe('What an event of Alfresco says that somebody did to a mail', () => {
  const mail = { id: 'm', node_id: 'folder', node_name: 'A-2026-000001', gone_at: null } as MailRow;
  const documents = [{ id: 'd', name: 'original-1.pdf', node_id: 'original', searchable_node_id: null, gone_at: null } as DocumentRow];
  const known: KnownMail = { mail, documents, target: (id) => targetOf(mail, documents, id) };
  const updated = (modifiedBy: string, before: Partial<EventNode>): NodeUpdated => ({ kind: 'updated', id: 'e', time: '2026-11-22T10:00:00.000Z', node: { id: 'original', name: 'original-1.pdf', type: 'gec:document', above: ['folder'], properties: {}, aspects: [], modifiedBy }, before });
  const typesOf = (event: NodeUpdated): string[] => judge(event, known, ['bannette-svc']).map(({ type, author, alert }) => [type, author, alert?.kind].join(' ').trim());

  it('is nothing where Alfresco itself read words out of a file that was uploaded', () => {
    const words = { 'cm:author': null, 'cm:title': null, 'imap:messageFrom': null };
    expect(typesOf(updated('System', { properties: words }))).toEqual([]);
    expect(typesOf(updated('ines.kaci', { properties: words }))).toEqual(['changed ines.kaci']);
  });

  it('is told where what the house leads, or the bytes, changed under the name of Alfresco itself', () => {
    expect(typesOf(updated('System', { properties: { 'gec:status': 'closed' } }))).toEqual(['changed System factsChanged']);
    expect(typesOf(updated('System', { content: { mediaType: 'application/pdf', size: 5 } }))).toEqual(['versioned System']);
  });
});
