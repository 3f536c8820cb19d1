import { shownFrom } from './document-view.js';

describe('A document being read', () => {
  const document = { id: 'd', role: 'main' as const, name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha512: '', pages: 1, warnings: [], beneficiaries: [], beneficiaryUnknown: false };

  it('comes from Alfresco once it has it and has confirmed the rights', () => {
    expect(shownFrom({ ...document, warnings: [], searchableNodeId: 'node' }, 'applied').nodeId).toBe('node');
  });

  it('comes from our own copy until then', () => {
    expect(shownFrom({ ...document, warnings: [], searchableNodeId: 'node' }, 'pending').nodeId).toBeUndefined();
    expect(shownFrom({ ...document, warnings: [] }, 'applied').nodeId).toBeUndefined();
  });
});
